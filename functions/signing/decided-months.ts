import type { CaseAt } from "../../shared/casework/case/case-at.ts";
import { monthTotalAt } from "../../shared/casework/conciliation/price-offer.ts";
import type { ConsumptionRuling } from "../../shared/casework/receipt/consumption-months.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import type { MonthDecision } from "../../shared/domain/case/fact-details.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { claimedReceipts } from "../../shared/domain/receipt/claimed-receipts.ts";
import { departFrom, isByLeakRule } from "../../shared/domain/receipt/consumption-outcome.ts";
import { monthAndYear } from "../../shared/domain/receipt/spanish-months.ts";
import type { PaidReceipt } from "../../shared/storage/billing/receipt-reader.ts";
import type { ResolutionDraft } from "../../shared/storage/resolution/resolution-drafts.ts";
import type { SigningDeps } from "./signing-deps.ts";

/**
 * Returns what the draft decides of each claimed month: its own outcome or else the draft's, and the corrected m³ with
 * the amount they cost. Refuses `cannot-price` if that amount cannot be computed; `not-now` if a departure lacks its
 * reason.
 */
export function decidedMonths(
  { tenant }: SigningDeps,
  { file }: CaseAt,
  receipts: readonly PaidReceipt[],
  { outcome, months }: ResolutionDraft,
  rulings: readonly ConsumptionRuling[],
): Answer<readonly MonthDecision[], "cannot-price" | "not-now"> {
  const decided: MonthDecision[] = [];
  for (const { number: receiptNumber, period } of claimedReceipts(file.events)) {
    const own = months.find((month) => month.receiptNumber === receiptNumber);
    const m3 = own?.correctedM3;
    const amount =
      m3 === undefined ? undefined : monthTotalAt(receipts, receiptNumber, m3, tenant.billing.tariffLists.value);
    if (m3 !== undefined && amount === undefined) return refused("cannot-price");
    const corrected = m3 === undefined || amount === undefined ? undefined : { m3, amount };
    const ruling = rulings.find((one) => one.receiptNumber === receiptNumber);
    const departure = departureOf(ruling, own);
    if (!departure.ok) return departure;
    decided.push({
      receiptNumber,
      period,
      outcome: own?.outcome ?? outcome,
      ...(corrected && { corrected }),
      ...(departure.value !== undefined && { departure: departure.value }),
      ...(corrected && ruling && isByLeakRule(ruling.outcome.reason) && { byLeakRule: true }),
    });
  }
  return ok(decided);
}

/**
 * Returns the reason that the draft has to give if it leaves an atypical month without a leak at other m³ than the rule
 * (row 27); undefined if it needs none. Refuses `not-now` if that reason is missing.
 */
function departureOf(
  ruling: ConsumptionRuling | undefined,
  drafted: ResolutionDraft["months"][number] | undefined,
): Answer<string | undefined, "not-now"> {
  if (ruling?.outcome.reason !== "no-leak" || ruling.outcome.m3 === undefined) return ok(undefined);
  const { outcome, billedM3, measuredM3, average, assignment, period } = ruling;
  if ((drafted?.correctedM3 ?? billedM3) === outcome.m3) return ok(undefined);
  const reason = drafted?.departure?.trim() ?? "";
  if (departFrom(outcome, reason, { billedM3, measuredM3, averageM3: average.m3, assignmentM3: assignment?.m3 }).ok)
    return ok(reason);
  return refused("not-now", {
    detail: `En ${monthAndYear(period)} el consumo fue atípico y no consta que hubiera una fuga: la regla lo deja en ${outcome.m3} m³. Si te apartas, escribe el motivo.`,
  });
}
