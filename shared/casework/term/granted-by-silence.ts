import type { BilledReceipt } from "../../domain/billing/adjustments.ts";
import { type Rebilling, rebill, rebillWithoutCharge } from "../../domain/billing/rebilling.ts";
import type { CorrectedReceipt } from "../../domain/case/fact-details.ts";
import type { DisputedReceipt } from "../../domain/filing/claim-form.ts";
import { claimedReceipts } from "../../domain/receipt/claimed-receipts.ts";
import { averageOf } from "../../domain/receipt/consumption.ts";
import type { ConsumptionMonth } from "../../domain/receipt/receipt.ts";
import type { PaidReceipt } from "../../storage/billing/receipt-reader.ts";
import type { CaseAt } from "../case/case-at.ts";
import { assignedConsumptionFor, type ConsumptionDeps, supplyHistory } from "../receipt/consumption-months.ts";
import { billedReceipt } from "../receipt/receipt-changes.ts";

/** What silence grants of one receipt, and how its figures come about. */
export interface GrantedReceipt {
  readonly receipt: DisputedReceipt;
  /** Absent if the request gives no figures: whoever bills executes it as it was worded. */
  readonly corrected?: CorrectedReceipt | undefined;
  readonly explanation: readonly string[];
}

/**
 * Returns what positive silence grants for each claimed receipt. For `bill-normal-use`, the historical average or else
 * the assigned consumption. For `correct-reading`, the form's `meterReading` less the previous reading, or as for
 * `bill-normal-use` if that is unknown, negative or not below the billed volume. For `remove-charge`, the receipt
 * without other taxed concepts. No `corrected` for other requests, or if these, a figure or price list is missing.
 */
export async function grantedBySilence(
  deps: Pick<ConsumptionDeps, "tenant" | "supplyClaims">,
  at: CaseAt,
  receipts: readonly PaidReceipt[],
): Promise<readonly GrantedReceipt[]> {
  const history = await supplyHistory(deps, at, receipts);
  return claimedReceipts(at.file.events).map((receipt) => {
    const billed = billedReceipt(deps.tenant, receipts, receipt.number);
    const granted = billed && rebilledAsAsked(deps, at, history, billed);
    return granted ? inFigures(receipt, granted) : { receipt, explanation: [] };
  });
}

/** A receipt billed again as it was asked, and why at these figures. */
interface Granted {
  readonly rebilling: Rebilling;
  readonly why: readonly string[];
}

function inFigures(receipt: DisputedReceipt, { rebilling, why }: Granted): GrantedReceipt {
  const { number: receiptNumber, period } = receipt;
  const { m3, monthTotal: amount } = rebilling.after;
  return {
    receipt,
    corrected: { receiptNumber, period, m3, amount },
    explanation: [...why, ...rebilling.explanation],
  };
}

function rebilledAsAsked(
  deps: Pick<ConsumptionDeps, "tenant">,
  at: CaseAt,
  history: readonly ConsumptionMonth[],
  billed: BilledReceipt,
): Granted | undefined {
  const { request, meterReading } = at.filing.details.form;
  const { receipt, list, paid } = billed;
  if (!list) return undefined;
  if (request === "remove-charge")
    return receipt.otherTaxed > 0
      ? { rebilling: rebillWithoutCharge(receipt, list, paid), why: ["Se retiran los otros conceptos del recibo."] }
      : undefined;
  if (request !== "bill-normal-use" && request !== "correct-reading") return undefined;
  const seen = request === "correct-reading" ? readingSeen(billed, meterReading) : undefined;
  const use = seen ?? normalUse(deps, at, history, billed);
  return use && { rebilling: rebill(receipt, list, use.m3, paid), why: use.why };
}

interface Use {
  readonly m3: number;
  readonly why: readonly string[];
}

/**
 * The most that can have passed the meter, by the reading the person saw after the month; undefined unless less than
 * billed.
 */
function readingSeen({ receipt }: BilledReceipt, meterReading: number | undefined): Use | undefined {
  const { readingPrev, billedM3 } = receipt;
  if (meterReading === undefined || readingPrev === undefined) return undefined;
  const m3 = meterReading - readingPrev;
  if (m3 < 0 || m3 >= billedM3) return undefined;
  return {
    m3,
    why: [`La lectura que vio la persona, ${meterReading}, menos la anterior, ${readingPrev}: ${m3} m³.`],
  };
}

/** The historical average, or else the assignment (digest 7.1). */
function normalUse(
  { tenant }: Pick<ConsumptionDeps, "tenant">,
  { law }: CaseAt,
  history: readonly ConsumptionMonth[],
  { receipt }: BilledReceipt,
): Use | undefined {
  const average = averageOf(history, receipt.period, law.average);
  if (average.m3 !== undefined) return { m3: average.m3, why: average.explanation };
  const assignment = assignedConsumptionFor(receipt, tenant);
  return assignment && { m3: assignment.m3, why: [...average.explanation, ...assignment.explanation] };
}
