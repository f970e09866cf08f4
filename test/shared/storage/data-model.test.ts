import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { dataModelPage } from "../../../scripts/data-model.ts";
import { grantsOf, type StoreName, stores } from "../../../shared/permissions.ts";
import { itemTypes } from "../../../shared/storage/item-types.ts";

describe("the data model", () => {
  it("is written anew with what it is made of", () => {
    expect(readFileSync("docs/data-model.md", "utf8")).toBe(dataModelPage());
  });

  it("says of every store on a table which items it touches, and names no other", () => {
    const onTables = Object.keys(stores).filter((name) =>
      grantsOf(name as StoreName).some((grant) => "table" in grant),
    );
    expect(new Set(itemTypes.flatMap((type) => type.stores))).toEqual(new Set(onTables));
  });
});
