import { type Adjustment, adjustmentsOf, type BilledReceipt, undisputedOf } from "../../domain/billing/adjustments.ts";
import { type Settlement, settlementKey, settlementsOf } from "../../domain/billing/settlements.ts";
import { type CaseEvent, isFact, lastEntry } from "../../domain/case/case-events.ts";
import { claimAt } from "../../domain/case/claim.ts";
import type { DisputedReceipt } from "../../domain/filing/claim-form.ts";
import { holdAwaited } from "../../domain/filing/guest-claims.ts";
import { claimedReceipts } from "../../domain/receipt/claimed-receipts.ts";
import { type BilledConcept, disputedConcepts } from "../../domain/receipt/disputed-part.ts";
import { receiptKey, statusOf } from "../../domain/receipt/receipt.ts";
import { listFor } from "../../domain/receipt/tariff.ts";
import { type CalendarDay, limaDay } from "../../domain/term/calendar-day.ts";
import type { Holds, ReportedBefore } from "../../storage/billing/holds.ts";
import type { PaidReceipt } from "../../storage/billing/receipt-reader.ts";
import type { CaseHead } from "../../storage/case/case-head.ts";
import type { Write } from "../../storage/dynamodb.ts";
import type { Tenant } from "../../tenant/tenant.ts";
import type { CaseLaw } from "../case/claim-law.ts";

/** A case with the entries about to be recorded. */
export interface CaseAfter {
  readonly events: readonly CaseEvent[];
  readonly law: CaseLaw;
  readonly now: string;
  /** All its receipts with their payments, if they were just read: they are not read again. */
  readonly billed?: readonly PaidReceipt[] | undefined;
}

type Deps = { readonly tenant: Tenant; readonly holds: Holds };

/** What the next head changes about one claimed receipt. */
interface ReceiptChange {
  readonly receipt: DisputedReceipt;
  readonly action: "set" | "released" | undefined;
  /** Its settlement, if it was settled since the last head. */
  readonly settlement: Settlement | undefined;
  /** Whether the claim settles it in figures. Otherwise staff execute the decision and report it by hand. */
  readonly inFigures: boolean;
}

/**
 * Returns the writes that record with the supply what changes for the claim's receipts from the head `before` to
 * `next`, report it in the commercial system's file of the day (a hold set, with what stays due, or released, unless
 * another claim holds the receipt; a receipt settled), and show who reads the receipts what is held and corrected.
 */
export async function receiptWrites(
  { tenant, holds }: Deps,
  before: CaseHead,
  next: CaseHead,
  after: CaseAfter,
): Promise<readonly Write[]> {
  const { supplyCode, claimId, code } = next;
  const claim = claimAt(after.events.filter(isFact), after.law, after.now);
  const waits = holdAwaited(after.events) !== undefined;
  const settlements = claim
    ? // What was never held is due as billed anyway: nothing of it is reported.
      settlementsOf({ events: after.events, claim, law: after.law }).filter(({ corrected }) => corrected || !waits)
    : [];
  const changes = changedReceipts(before, next, claimedReceipts(after.events), settlements);
  if (changes.length === 0) return [];
  const periods = [...new Set(changes.map(({ receipt }) => receipt.period))];
  const receipts = after.billed ?? (await holds.billedIn(supplyCode, periods));
  const disputed = disputedConcepts(lastEntry(after.events, "claim-filed")?.details.form.request ?? "other");
  const today = limaDay(after.now);
  const writes = await Promise.all(
    changes.map((one) => {
      const { number: receiptNumber, period } = one.receipt;
      const billed = billedReceipt(tenant, receipts, receiptNumber);
      const settled = one.settlement ? [settlementKey(one.settlement)] : [];
      const notes = (before: ReportedBefore) => notesOf(one, { before, billed, disputed, today });
      const change = { supplyCode, receiptNumber, period, claimId, code, at: after.now, notes, settled, disputed };
      return holds.change({ ...change, action: one.action }, today);
    }),
  );
  const held = next.receipts.flatMap(({ number }) => (isHeld(next, number) ? number : []));
  const corrected = settlements.flatMap(({ receiptNumber, corrected: left, from, instalments }) =>
    left ? { receiptNumber, ...left, from, instalments } : [],
  );
  const isShown = changes.some(({ action, settlement }) => action || settlement?.corrected);
  return [...writes.flat(), ...(isShown ? [holds.shown(next, { held, disputed, corrected }, after.now)] : [])];
}

interface NotesFrom {
  readonly before: ReportedBefore;
  readonly billed: BilledReceipt | undefined;
  readonly disputed: readonly BilledConcept[];
  readonly today: CalendarDay;
}

function notesOf(
  { receipt, action, settlement, inFigures }: ReceiptChange,
  { before, billed, disputed, today }: NotesFrom,
): readonly Adjustment[] {
  const figures = { claimed: { m3: receipt.m3, amount: receipt.amount }, left: before.left };
  if (settlement) return adjustmentsOf(settlement, figures, billed);
  if (action === "released")
    return before.isDueUnreported && inFigures ? adjustmentsOf({ from: today }, figures, billed) : [];
  if (action !== "set" || !billed) return [];
  return undisputedOf(billed, [...disputed, ...(before.disputedByOthers ?? [])], today);
}

function changedReceipts(
  before: CaseHead,
  next: CaseHead,
  claimed: readonly DisputedReceipt[],
  settlements: readonly Settlement[],
): readonly ReceiptChange[] {
  const known = new Set(before.adjusted);
  return claimed.flatMap((receipt) => {
    const { number } = receipt;
    const own = settlements.find(({ receiptNumber }) => receiptNumber === number);
    const settlement = own && !known.has(settlementKey(own)) ? own : undefined;
    const holds = isHeld(next, number);
    const action = holds === isHeld(before, number) ? undefined : holds ? "set" : "released";
    return settlement || action ? { receipt, action, settlement, inFigures: own !== undefined } : [];
  });
}

/** Whether a head holds a receipt from cutting. */
function isHeld({ hold, receipts, freed = [] }: CaseHead, receiptNumber: string): boolean {
  return hold.held && receipts.some(({ number }) => number === receiptNumber) && !freed.includes(receiptNumber);
}

/**
 * Returns the receipt with this number among `receipts`, with what was paid on it and with its price list, if the
 * tenant has that list. Undefined if the receipt is not among `receipts`.
 */
export function billedReceipt(
  { billing }: Tenant,
  receipts: readonly PaidReceipt[],
  number: string,
): BilledReceipt | undefined {
  const found = receipts.find(({ receipt }) => receiptKey(receipt).number === number);
  if (!found) return undefined;
  const { receipt, payments } = found;
  const list = listFor(billing.tariffLists.value, receipt.tariffCode);
  return { receipt, list, paid: statusOf(receipt, payments).paid };
}
