import { limaDay } from "../../domain/term/calendar-day.ts";
import { lawInForce, type Tenant } from "../../tenant/tenant.ts";
import { claimWindowRules } from "../filing/claim-window-in-force.ts";
import type { ReceiptRules } from "./receipt-sheet.ts";

/**
 * Returns the rules that receipts are read with on the day of `now`: the utility's price lists, and the law in force.
 * `testData` is true while any value among them is not confirmed.
 */
export function receiptRules(tenant: Tenant, now: string): ReceiptRules {
  const { tariffLists, assignments, assignmentRows, sameWithinPercent } = tenant.billing;
  const today = limaDay(now);
  const { average, atypical, claim } = lawInForce(tenant, today);
  const used = [
    tariffLists,
    assignments,
    assignmentRows,
    sameWithinPercent,
    ...Object.values(average),
    ...Object.values(atypical),
    claim.windowRule,
    claim.windowPaidMonths,
    tenant.calendars.USER,
  ];
  return {
    lists: tariffLists.value,
    explanation: {
      average: {
        n: average.n.value,
        windowMonths: average.windowMonths.value,
        minN: average.minN.value,
        rounding: average.rounding.value,
        invalid: average.invalid.value,
      },
      atypical: { pctOverAverage: atypical.pctOverAverage.value, minAssignments: atypical.minAssignments.value },
      sameWithinPercent: sameWithinPercent.value,
      assignmentRows: assignmentRows.value,
    },
    assignmentConfirmed: [assignments, assignmentRows].every(({ status }) => status === "confirmed"),
    ...claimWindowRules(tenant, today, now),
    today,
    testData: used.some(({ status }) => status !== "confirmed"),
  };
}
