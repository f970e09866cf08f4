import { describe, expect, it } from "vitest";
import { tenant } from "../../../../settings.ts";
import { receiptRules } from "../../../../shared/casework/receipt/receipt-rules.ts";
import type { Law, Tenant } from "../../../../shared/tenant/tenant.ts";

const now = "2026-11-24T15:45:12.123Z";

/** The same data, every value of them confirmed. */
function confirmed<Data>(data: Data): Data {
  if (Array.isArray(data)) return data.map(confirmed) as Data;
  if (typeof data !== "object" || data === null) return data;
  const entries = Object.entries(data).map(([name, value]) => [
    name,
    name === "status" ? "confirmed" : confirmed(value),
  ]);
  return Object.fromEntries(entries) as Data;
}

const sure: Tenant = confirmed(tenant);
const [law] = sure.laws;
const withBilling = (billing: Partial<Tenant["billing"]>): Tenant => ({
  ...sure,
  billing: { ...sure.billing, ...billing },
});
const withLaw = (changed: Partial<Law>): Tenant => ({ ...sure, laws: [{ ...(law as Law), ...changed }] });
const unsure = <Value extends { readonly status: unknown }>(value: Value): Value => ({ ...value, status: "assumed" });

describe("the rules a receipt is read with", () => {
  it("are not of test data once every value they use is confirmed", () => {
    expect(receiptRules(sure, now).testData).toBe(false);
    expect(receiptRules(sure, now).assignmentConfirmed).toBe(true);
  });

  it.each<[string, Tenant]>([
    ["the price lists", withBilling({ tariffLists: unsure(sure.billing.tariffLists) })],
    ["the assignments", withBilling({ assignments: unsure(sure.billing.assignments) })],
    ["the assignment table", withBilling({ assignmentRows: unsure(sure.billing.assignmentRows) })],
    ["what is about the same", withBilling({ sameWithinPercent: unsure(sure.billing.sameWithinPercent) })],
    ["the months of an average", withLaw({ average: { ...(law as Law).average, n: unsure((law as Law).average.n) } })],
    [
      "what is atypical",
      withLaw({ atypical: { ...(law as Law).atypical, minAssignments: unsure((law as Law).atypical.minAssignments) } }),
    ],
    [
      "the time to claim",
      withLaw({ claim: { ...(law as Law).claim, windowRule: unsure((law as Law).claim.windowRule) } }),
    ],
    [
      "the time to claim what was paid",
      withLaw({ claim: { ...(law as Law).claim, windowPaidMonths: unsure((law as Law).claim.windowPaidMonths) } }),
    ],
    ["the calendar", { ...sure, calendars: { ...sure.calendars, USER: unsure(sure.calendars.USER) } }],
    ["all of it, as it stands", tenant],
  ])("are of test data when %s is not", (_, unsureOf) => {
    expect(receiptRules(unsureOf, now).testData).toBe(true);
  });

  it("call nothing atypical while the assignments are not confirmed", () => {
    const rules = receiptRules(withBilling({ assignments: unsure(sure.billing.assignments) }), now);
    expect(rules.assignmentConfirmed).toBe(false);
    const tabled = receiptRules(withBilling({ assignmentRows: unsure(sure.billing.assignmentRows) }), now);
    expect(tabled.assignmentConfirmed).toBe(false);
  });

  it("are those of the day in Lima, and of no day before the law", () => {
    expect(() => receiptRules(tenant, "2023-05-05T04:59:59.999Z")).toThrow(RangeError);
    expect(receiptRules(tenant, "2023-05-05T05:00:00.000Z").claimWindowPaidMonths).toBe(12);
  });
});
