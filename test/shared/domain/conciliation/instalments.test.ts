import { describe, expect, it } from "vitest";
import { notesFile } from "../../../../shared/casework/billing/notes-file.ts";
import { instalmentsOf } from "../../../../shared/domain/conciliation/instalments.ts";
import { instalmentWords } from "../../../../shared/domain/conciliation/spanish-instalments.ts";
import { addCents, cents } from "../../../../shared/domain/receipt/money.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";

describe("an amount in parts", () => {
  it.each([
    [5808, 3, [1936, 1936, 1936], "en 3 cuotas mensuales sin intereses, de S/ 19.36"],
    [
      5809,
      3,
      [1937, 1936, 1936],
      "en 3 cuotas mensuales sin intereses, la primera de S/ 19.37 y las demás de S/ 19.36",
    ],
    [
      5810,
      3,
      [1937, 1937, 1936],
      "en 3 cuotas mensuales sin intereses, las primeras 2 de S/ 19.37 y las demás de S/ 19.36",
    ],
    [200, 2, [100, 100], "en 2 cuotas mensuales sin intereses, de S/ 1.00"],
  ])("of %i céntimos in %i adds up to it, the larger parts first", (amount, count, parts, words) => {
    const found = instalmentsOf(cents(amount), count);
    expect(found).toEqual(parts);
    expect(addCents(...(found ?? []))).toBe(amount);
    expect(instalmentWords(found)).toBe(words);
  });

  it("has none of less than a sol, and says nothing of what is paid at once", () => {
    expect(instalmentsOf(cents(199), 2)).toBeUndefined();
    expect(instalmentsOf(cents(0), 12)).toBeUndefined();
    expect(instalmentWords(undefined)).toBeUndefined();
  });

  it("is a row for each part in the day's file for the commercial system", () => {
    const day = calendarDay("2026-12-23");
    const note = { kind: "payable-from", from: day, amount: cents(5809) } as const;
    const change = {
      ...{ supplyCode: "00012345", receiptNumber: "S001-00045001", period: "2026-10", claimId: "c1" },
      ...{ code: "RE-2026-004192-7", version: 2, at: "2026-12-23T15:00:00.000Z", settled: [] },
      notes: [{ ...note, instalments: [cents(2905), cents(2904)] }, note],
    };
    const rows = notesFile(day, [change]).csv.split("\r\n").slice(1, 5);
    const cells = rows.map((row) => row.split(";"));
    expect(cells.slice(0, 3).map((row) => [row[5], row[6], row[13], row[14]])).toEqual([
      ["EXIGIBLE_DESDE", "CUOTA 1 DE 2", "29.05", day],
      ["EXIGIBLE_DESDE", "CUOTA 2 DE 2", "29.04", day],
      ["EXIGIBLE_DESDE", "", "58.09", day],
    ]);
    expect(rows[3]).toMatch(/^CONTROL;3;.*EXIGIBLE_DESDE;2;/);
  });

  it.each([
    ["one part", 1],
    ["thirteen", 13],
    ["two and a half", 2.5],
    ["no number of parts", Number.NaN],
  ])("is refused in %s", (_, count) => {
    expect(() => instalmentsOf(cents(10_000), count)).toThrow(RangeError);
  });
});
