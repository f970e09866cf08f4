import { describe, expect, it } from "vitest";
import { receiptRow } from "../../../../local/seed/receipt-row.ts";
import { tenant } from "../../../../settings.ts";
import {
  type Adjustment,
  adjustmentsOf,
  type BilledReceipt,
  undisputedOf,
} from "../../../../shared/domain/billing/adjustments.ts";
import { receiptOfRow } from "../../../../shared/domain/billing/receipt-file.ts";
import { disputedConcepts } from "../../../../shared/domain/receipt/disputed-part.ts";
import { cents } from "../../../../shared/domain/receipt/money.ts";
import { listFor } from "../../../../shared/domain/receipt/tariff.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { billedMonth, ledgerRow } from "../../storage/billing/billed-rows.ts";

const from = calendarDay("2027-01-18");
const receipt = receiptOfRow(ledgerRow("receipts", receiptRow(billedMonth({ m3: 45 }))).row);
const list = listFor(tenant.billing.tariffLists.value, receipt.tariffCode);
if (!list) throw new Error("the tenant's list is gone");
const billed = (paid: number): BilledReceipt => ({ receipt, list, paid: cents(paid) });
const claimed = { m3: 45, amount: receipt.monthTotal };
const corrected = { m3: 20, amount: cents(5_808) };

describe("what the commercial system must do for a settlement", () => {
  it("bills the month again by concept, with a credit note whose IGV stands apart, and the rest due from then on", () => {
    const [rebill, note, due, ...rest] = adjustmentsOf({ from, corrected }, { claimed }, billed(0));
    expect(rebill).toMatchObject({ kind: "rebill", before: claimed, after: corrected });
    const concepts = rebill?.kind === "rebill" ? rebill.concepts : [];
    expect(concepts.map(({ concept }) => concept)).toEqual(["AGUA", "ALCANTARILLADO", "CARGO_FIJO", "OTROS", "IGV"]);
    expect(concepts.reduce((sum, { difference }) => sum + difference, 0)).toBe(15_661 - 5_808);
    expect(note?.kind === "credit-note" && note.base + note.tax).toBe(15_661 - 5_808);
    expect(due).toEqual({ kind: "payable-from", from, amount: 5_808 });
    expect(rest).toEqual([]);
  });

  it.each([
    ["paid whole: what was overpaid goes back, nothing is due", 15_661, ["rebill", "credit-note", "refund"], 9_853],
    ["paid in part, less than it is left at", 1_000, ["rebill", "credit-note", "payable-from"], 4_808],
    ["paid to the cent of what it is left at", 5_808, ["rebill", "credit-note"], 9_853],
  ])("%s", (_, paid, kinds, amount) => {
    const notes = adjustmentsOf({ from, corrected }, { claimed }, billed(paid));
    expect(notes.map(({ kind }) => kind)).toEqual(kinds);
    expect(notes.at(-1)).toMatchObject({ amount });
  });

  it.each([
    ["as billed and not paid: due whole", undefined, 0, [{ kind: "payable-from", from, amount: 15_661 }]],
    ["as billed and paid: nothing", undefined, 15_661, []],
    ["at no less than it was billed: as billed", { m3: 45, amount: cents(15_661) }, 0, [{ kind: "payable-from" }]],
  ])("%s", (_, left, paid, notes) => {
    expect(adjustmentsOf({ from, corrected: left }, { claimed }, billed(paid))).toMatchObject(notes);
  });

  it("gives only the totals, and what is due, for an amount that the list does not give", () => {
    const odd = { m3: 20, amount: cents(5_000) };
    expect(adjustmentsOf({ from, corrected: odd }, { claimed }, billed(1_000))).toEqual([
      { kind: "rebill", before: claimed, after: odd, concepts: [] },
      { kind: "payable-from", from, amount: 4_000 },
    ]);
  });

  it("counts what was paid even without the tariff list", () => {
    const { list: _, ...unlisted } = billed(15_661);
    expect(adjustmentsOf({ from, corrected }, { claimed }, unlisted)).toEqual([
      { kind: "rebill", before: claimed, after: corrected, concepts: [] },
      { kind: "refund", amount: 15_661 - 5_808 },
    ]);
    expect(adjustmentsOf({ from }, { claimed }, unlisted)).toEqual([]);
  });

  it("reports no debt if it is unknown what was paid", () => {
    expect(adjustmentsOf({ from, corrected }, { claimed }, undefined)).toEqual([
      { kind: "rebill", before: claimed, after: corrected, concepts: [] },
    ]);
    expect(adjustmentsOf({ from }, { claimed }, undefined)).toEqual([]);
  });

  it("leaves what is owed to be paid in the agreed parts, unless they are too small or nothing is owed", () => {
    const parts = (instalments: number, paid: number) =>
      adjustmentsOf({ from, corrected, instalments }, { claimed }, billed(paid)).at(-1);
    expect(parts(3, 0)).toEqual({ kind: "payable-from", from, amount: 5_808, instalments: [1_936, 1_936, 1_936] });
    expect(parts(2, 5_607)).toEqual({ kind: "payable-from", from, amount: 201, instalments: [101, 100] });
    expect(parts(2, 5_700)).toEqual({ kind: "payable-from", from, amount: 108 });
    expect(parts(2, 5_808)).toMatchObject({ kind: "credit-note" });
    const asBilled = adjustmentsOf({ from, instalments: 2 }, { claimed }, billed(0));
    expect(asBilled).toEqual([{ kind: "payable-from", from, amount: 15_661, instalments: [7_831, 7_830] }]);
  });

  it("is never due before the bill itself", () => {
    const soon = { ...billed(0), receipt: { ...receipt, dueDate: "2027-01-25" } };
    expect(adjustmentsOf({ from }, { claimed }, soon)).toMatchObject([{ kind: "payable-from", from: "2027-01-25" }]);
    expect(adjustmentsOf({ from, corrected }, { claimed }, soon).at(-1)).toMatchObject({ from: "2027-01-25" });
    expect(undisputedOf(soon, ["AGUA", "ALCANTARILLADO"], from)).toMatchObject([{ from: "2027-01-25" }]);
  });

  it("continues from the earlier settlement: two credit notes add up to one, and so do two refunds", () => {
    const lower = { m3: 15, amount: cents(3_985) };
    const sumOf = (kind: "credit-note" | "refund", notes: readonly Adjustment[]) =>
      notes.reduce((sum, note) => sum + (note.kind === kind ? note.amount : 0), 0);
    const first = adjustmentsOf({ from, corrected }, { claimed }, billed(15_661));
    const second = adjustmentsOf({ from, corrected: lower }, { claimed, left: corrected }, billed(15_661));
    const whole = adjustmentsOf({ from, corrected: lower }, { claimed }, billed(15_661));
    expect(second[0]).toMatchObject({ kind: "rebill", before: corrected, after: lower });
    for (const kind of ["credit-note", "refund"] as const)
      expect(sumOf(kind, first) + sumOf(kind, second)).toBe(sumOf(kind, whole));
    const [rebill] = second;
    const taken = rebill?.kind === "rebill" ? rebill.concepts.reduce((sum, { difference }) => sum + difference, 0) : 0;
    expect(taken).toBe(5_808 - 3_985);
  });

  it("is due at the earlier settlement's amount if the next one changes nothing", () => {
    expect(adjustmentsOf({ from }, { claimed, left: corrected }, billed(0))).toEqual([
      { kind: "payable-from", from, amount: 5_808 },
    ]);
  });
});

/** The receipt with 10.00 of other charges, and their tax. */
const chargedMore = (of: typeof receipt) => ({
  ...of,
  otherTaxed: cents(1_000),
  monthTotal: cents(of.monthTotal + 1_180),
  totalDue: cents(of.totalDue + 1_180),
});

describe("what is due of a claimed month", () => {
  const withCharge = { ...billed(0), receipt: chargedMore(receipt) };
  it.each([
    // 4.10 fixed and 10.00 of others, IGV 18 %.
    ["bill-normal-use", withCharge, [{ kind: "payable-from", from, amount: 1_664 }]],
    ["correct-reading", withCharge, [{ kind: "payable-from", from, amount: 1_664 }]],
    ["remove-charge", withCharge, [{ kind: "payable-from", from, amount: 484 }]],
    ["change-tariff", withCharge, []],
    ["other", withCharge, []],
    // All but the sewer, and all but the fixed charge.
    ["remove-sewer", withCharge, [{ kind: "payable-from", from, amount: 13_478 }]],
    ["remove-fixed-charge", withCharge, [{ kind: "payable-from", from, amount: 16_357 }]],
    ["bill-normal-use", { ...withCharge, paid: cents(2_000) }, []],
  ] as const)("asked %s: what the request does not touch", (request, of, notes) => {
    expect(undisputedOf(of, disputedConcepts(request), from)).toEqual(notes);
  });
});
