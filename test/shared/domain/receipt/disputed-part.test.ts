import { describe, expect, it } from "vitest";
import { type Request, requests } from "../../../../shared/domain/filing/claim-form.ts";
import {
  type BilledConcept,
  billedConcepts,
  disputedConcepts,
  disputedPart,
} from "../../../../shared/domain/receipt/disputed-part.ts";
import { examples, list, soles } from "./receipt-examples.ts";

// Water 144.32, sewer 41.08, fixed 4.10; with 18 % the month is 223.61.
const receipt = { ...examples.leak, previousDebt: soles("39.85"), totalDue: soles("263.46") };
const prices = list("HUARAL-2025-A1");
const none = soles("0.00");

describe("what of a month is disputed (digest 3.10)", () => {
  it.each<[Request, string, string]>([
    ["bill-normal-use", "218.77", "what depends on the m³, and nothing else"],
    ["correct-reading", "218.77", "the same"],
    ["remove-charge", "218.77", "which charge is not said; the fixed one has a request of its own"],
    ["remove-sewer", "48.47", "the sewer alone, with its tax"],
    ["remove-fixed-charge", "4.84", "the fixed charge alone"],
    ["change-tariff", "223.61", "the tariff is of the whole month"],
    ["solve-problem", "223.61", "nobody knows what it touches"],
    ["other", "223.61", "nobody knows what it touches"],
  ])("%s: S/ %s (%s)", (request, amount) => {
    const part = disputedPart({ receipt, list: prices, paid: none }, disputedConcepts(request));
    expect(part.amount).toBe(soles(amount));
    expect(part.amount + part.undisputed).toBe(receipt.monthTotal);
    expect(part.amount + part.payable).toBe(receipt.totalDue);
  });

  it("is said for every request", () => {
    for (const request of requests) expect(disputedConcepts(request).length).toBeGreaterThan(0);
  });

  it.each<[string, readonly BilledConcept[], object, string]>([
    ["what was paid is payable no more", ["ALCANTARILLADO"], { paid: soles("200.00") }, "14.99"],
    ["never less than nothing", ["ALCANTARILLADO"], { paid: soles("263.46") }, "0.00"],
    ["without a price list the whole month is disputed", ["ALCANTARILLADO"], { list: undefined }, "39.85"],
    [
      "a month corrected below the rest is not disputed",
      ["ALCANTARILLADO"],
      { monthTotal: soles("10.00"), totalDue: soles("49.85") },
      "49.85",
    ],
    ["all concepts", billedConcepts, {}, "39.85"],
  ])(
    "%s",
    (_, concepts, { paid = none, list: by = prices, ...of }: { paid?: typeof none; list?: typeof prices }, payable) => {
      const without = _.startsWith("without") ? undefined : by;
      expect(disputedPart({ receipt: { ...receipt, ...of }, list: without, paid }, concepts).payable).toBe(
        soles(payable),
      );
    },
  );
});
