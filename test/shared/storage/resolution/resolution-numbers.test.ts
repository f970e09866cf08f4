import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Table, transact } from "../../../../shared/storage/dynamodb.ts";
import {
  openResolutionNumbers,
  type ResolutionNumbers,
} from "../../../../shared/storage/resolution/resolution-numbers.ts";
import { type ServedTables, servedTables } from "../served-tables.ts";

let local: ServedTables;
let table: Table;
let numbers: ResolutionNumbers;
beforeAll(async () => {
  local = await servedTables();
  table = await local.table("claims");
  numbers = openResolutionNumbers(table);
}, 60_000);
afterAll(() => local.stop());

const taken = async (year: number, number: number, claimId: string) =>
  (await transact(table.client, numbers.take({ office: "MOQ", year }, number, claimId))).done;

describe("resolution numbers", () => {
  it("start at 1 in each office and year", async () => {
    expect(await numbers.next({ office: "MOQ", year: 2026 })).toBe(1);
    expect(await taken(2026, 1, "a")).toBe(true);
    expect(await numbers.next({ office: "MOQ", year: 2026 })).toBe(2);
    expect(await numbers.next({ office: "MOQ", year: 2027 })).toBe(1);
    expect(await numbers.next({ office: "ILO", year: 2026 })).toBe(1);
    expect(await numbers.next({ office: "MOQ", year: 2026, of: "letters" })).toBe(1);
  });

  it.each([
    ["taken already", 1],
    ["that would leave a gap", 3],
  ])("refuse a number %s", async (_, number) => {
    expect(await taken(2026, number, "b")).toBe(false);
    expect(await numbers.next({ office: "MOQ", year: 2026 })).toBe(2);
  });

  it("are without gaps however many take them at once", async () => {
    const takeNext = async (claimId: string): Promise<void> => {
      const next = await numbers.next({ office: "MOQ", year: 2028 });
      if (!(await taken(2028, next, claimId))) await takeNext(claimId);
    };
    await Promise.all(Array.from({ length: 8 }, (_, at) => takeNext(`claim-${at}`)));
    const found = await Promise.all(
      Array.from({ length: 9 }, (_, at) => numbers.find({ office: "MOQ", year: 2028 }, at + 1)),
    );
    expect(new Set(found.slice(0, 8).map((one) => one?.claimId)).size).toBe(8);
    expect(found[8]).toBeUndefined();
  });

  it("stay when they are voided, with the reason, and are not given again", async () => {
    const series = { office: "MOQ", year: 2026 };
    const voided = async (claimId: string) =>
      (await transact(table.client, [numbers.void(series, 1, claimId, "Falta una prueba.")])).done;
    expect(await voided("another")).toBe(false);
    expect(await voided("a")).toBe(true);
    expect(await voided("a")).toBe(false);
    expect(await numbers.find(series, 1)).toEqual({ claimId: "a", state: "voided", reason: "Falta una prueba." });
    expect(await numbers.next(series)).toBe(2);
  });
});
