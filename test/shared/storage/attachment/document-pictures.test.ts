import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type DocumentPictures,
  openDocumentPictures,
} from "../../../../shared/storage/attachment/document-pictures.ts";
import { type TestTables, testTables } from "../test-tables.ts";

let local: TestTables;
let pictures: DocumentPictures;
beforeAll(async () => {
  local = await testTables();
  pictures = openDocumentPictures(await local.table("claims"));
}, 60_000);
afterAll(() => local.stop());

describe("the pictures of a document", () => {
  it("are asked for once, by one of several at once", async () => {
    const now = "2026-11-28T15:00:00.000Z";
    const asked = await Promise.all([1, 2, 3].map(() => pictures.ask("a", now)));
    expect(asked.filter(Boolean)).toHaveLength(1);
    expect(await pictures.pages("a")).toBeUndefined();
    expect(await pictures.ask("b", now)).toBe(true);
  });

  it.each([
    ["2026-11-28T15:02:59.999Z", false],
    ["2026-11-28T15:03:00.000Z", true],
  ])("that were asked for at 15:00 and not drawn may be asked for again at %s: %s", async (now, may) => {
    await pictures.ask(now, "2026-11-28T15:00:00.000Z");
    expect(await pictures.ask(now, now)).toBe(may);
  });

  it.each([0, 7])("once drawn, %i pages, are asked for no more", async (pages) => {
    await pictures.ask(`of ${pages}`, "2026-11-28T15:00:00.000Z");
    await pictures.settle(`of ${pages}`, pages);
    expect(await pictures.pages(`of ${pages}`)).toBe(pages);
    expect(await pictures.ask(`of ${pages}`, "2026-11-28T16:00:00.000Z")).toBe(false);
  });

  it("drawn for a message that outlived its record are recorded all the same", async () => {
    await pictures.settle("unasked", 2);
    expect(await pictures.pages("unasked")).toBe(2);
  });
});
