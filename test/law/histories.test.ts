import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { stateTable } from "../../shared/domain/case/claim-states.ts";
import { isWhole } from "../whole.ts";
import { compareHistories } from "./model/against.ts";
import { phases } from "./model/file.ts";

/** The files that state the law. The other files of the folder compare them with the engine. */
const ofTheLaw = [
  "acts.ts",
  "claimants-part.ts",
  "file.ts",
  "file-terms.ts",
  "passing.ts",
  "procedure.ts",
  "recorders.ts",
  "terms.ts",
];

describe("the model of the procedure", () => {
  it("takes names alone from the engine, and counts with the oracle", () => {
    const folder = join(import.meta.dirname, "model");
    const imported = ofTheLaw.flatMap((file) => {
      const source = readFileSync(join(folder, file), "utf8").replaceAll(/import type [^;]+;/g, "");
      return [...source.matchAll(/from "([^"]+)"/g)].map(([, from]) => from);
    });
    expect(imported.filter((from) => !from?.startsWith("../oracle/") && !from?.startsWith("./"))).toEqual([]);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(ofTheLaw));
  });

  it("has the digest's states, as the engine has", () => {
    expect([...phases].sort()).toEqual(
      Object.values(stateTable)
        .map(({ name }) => name)
        .sort(),
    );
  });
});

/** A new seed for each run; the test's name prints it, so a failure can be repeated. */
const fresh = Date.now() % 1_000_000;
const runs = isWhole ? 150 : 50;

describe("the engine against the model", () => {
  it.each([
    [20_261_124, "the same histories in every run"],
    [fresh, "others in each"],
  ])("agrees on every attempt of random histories, seed %i (%s)", { timeout: 120_000 }, (seed) => {
    expect(compareHistories({ runs, seed })).toEqual({ runs, divergence: undefined });
  });
});
