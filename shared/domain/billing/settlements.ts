import { type CaseEvent, entriesOf, isFact, lastEntry } from "../case/case-events.ts";
import type { ClaimLaw } from "../case/claim-law.ts";
import type { Claim, ClaimState } from "../case/claim-states.ts";
import type { MonthDecision } from "../case/fact-details.ts";
import type { DisputedReceipt } from "../filing/claim-form.ts";
import { holdAwaited } from "../filing/guest-claims.ts";
import { claimedReceipts } from "../receipt/claimed-receipts.ts";
import type { Cents } from "../receipt/money.ts";
import { leavesAsBilled, standingResolutions } from "../resolution/standing-decisions.ts";
import { type CalendarDay, limaDay } from "../term/calendar-day.ts";
import { closedBy, releaseOf } from "./hold-release.ts";

/** What settles a receipt: an act, or a decision that became firm. */
export const settlementCauses = ["agreement", "decision", "silence", "tribunal", "withdrawal", "not-filed"] as const;
export type SettlementCause = (typeof settlementCauses)[number];

/** What a claim decides for a receipt, from a day on. Without `corrected` the receipt is due as it was billed. */
export interface Settlement {
  readonly receiptNumber: string;
  readonly cause: SettlementCause;
  /** The entry that settled it. */
  readonly seq: number;
  /** The day from which the receipt is settled. */
  readonly from: CalendarDay;
  readonly corrected?: { readonly m3: number; readonly amount: Cents } | undefined;
  /** In how many monthly parts what is owed is paid, if that was agreed. */
  readonly instalments?: number | undefined;
}

/** Returns the key that identifies a settlement within a claim. */
export function settlementKey({ receiptNumber, cause, seq }: Settlement): string {
  return `${receiptNumber}:${cause}:${seq}`;
}

/** A claim with the entries of its file and its law. */
interface SettledClaim {
  readonly events: readonly CaseEvent[];
  readonly claim: Claim;
  readonly law: ClaimLaw;
}

/**
 * Returns one settlement for each settled receipt, the corrected receipts first (digest 3.6, 7.6). A certified silence,
 * the tribunal, an agreement once nothing is left to decide, or a firm or executed resolution corrects a receipt; the
 * last correction counts. Any other receipt is due as billed if a firm or executed decision confirms it, or if the
 * claim was withdrawn or not filed. Leaves out a receipt granted without figures.
 */
export function settlementsOf({ events, claim, law }: SettledClaim): readonly Settlement[] {
  const corrected = [
    ...decidedIn(events, claim, law),
    ...agreedIn(events, claim),
    ...grantedIn(events),
    ...orderedIn(events),
  ];
  // The last correction of a receipt counts; a receipt is due as billed only if nothing corrects it.
  const last = new Map(corrected.toSorted((a, b) => a.seq - b.seq).map((one) => [one.receiptNumber, one]));
  const rest = asBilled(events, claim, law).filter(({ receiptNumber }) => !last.has(receiptNumber));
  return [...last.values(), ...new Map(rest.map((one) => [one.receiptNumber, one])).values()];
}

/**
 * Returns the claimed receipts that are held. None if the claim was not filed, was withdrawn or was executed, or if it
 * is `firm` and its decision leaves the receipts as billed. In any other `firm` claim: the receipts that a resolution
 * grants or an agreement corrects, or all if there are none. In any other state: all. While the hold waits
 * (`holdAwaited`), only what was granted or agreed, or all after a certified silence or a tribunal's decision.
 */
export function heldReceipts({ events, claim, law }: SettledClaim): readonly DisputedReceipt[] {
  if (releaseOf(claim, law) !== undefined) return [];
  const claimed = claimedReceipts(events);
  const waits = holdAwaited(events) !== undefined;
  if (waits && (lastEntry(events, "silence-certified") || lastEntry(events, "tribunal-decided"))) return claimed;
  if (claim.state !== "firm" && !waits) return claimed;
  const granted = new Set(grantedMonths(events).map(({ receiptNumber }) => receiptNumber));
  const agreed = agreedIn(events, claim).map(({ receiptNumber }) => receiptNumber);
  const byHand = !waits && granted.size === 0 && agreed.length === 0;
  return byHand ? claimed : claimed.filter(({ number }) => granted.has(number) || agreed.includes(number));
}

const agreementDue: ReadonlySet<ClaimState> = new Set([
  "conciliated",
  "tribunal-decided",
  "in-execution",
  "firm",
  "closed",
  "withdrawn",
]);

/** Returns what was agreed, once nothing is left to decide; after a silence, once that is certified. */
function agreedIn(events: readonly CaseEvent[], { state, since }: Claim): readonly Settlement[] {
  if (!agreementDue.has(state) && !lastEntry(events, "silence-certified")) return [];
  return entriesOf(events, "conciliation-held").flatMap(({ agreement, seq, effectiveAt, details }) => {
    if (agreement !== "total" && agreement !== "partial") return [];
    const from = agreement === "total" ? limaDay(effectiveAt) : since;
    return entriesOf(events, "offer-made")
      .filter(({ details: { offerId } }) => offerId === details.acceptedOfferId)
      .map(
        ({ details: { receiptNumber, m3, after, instalments } }): Settlement => ({
          receiptNumber,
          cause: "agreement",
          seq,
          from,
          corrected: { m3, amount: after },
          instalments: instalments?.length,
        }),
      );
  });
}

function grantedIn(events: readonly CaseEvent[]): readonly Settlement[] {
  return entriesOf(events, "silence-certified").flatMap(({ seq, effectiveAt, details }) =>
    details.corrected.map(
      ({ receiptNumber, m3, amount }): Settlement => ({
        receiptNumber,
        cause: "silence",
        seq,
        from: limaDay(effectiveAt),
        corrected: { m3, amount },
      }),
    ),
  );
}

function orderedIn(events: readonly CaseEvent[]): readonly Settlement[] {
  return entriesOf(events, "tribunal-decided").flatMap(({ seq, effectiveAt, details }) =>
    correctedMonths(details.months ?? [], { cause: "tribunal", seq, from: limaDay(effectiveAt) }),
  );
}

type Origin = Pick<Settlement, "cause" | "seq" | "from">;

function correctedMonths(months: readonly MonthDecision[], origin: Origin): readonly Settlement[] {
  return months.flatMap(({ receiptNumber, corrected }) => (corrected ? { receiptNumber, ...origin, corrected } : []));
}

function isGranted({ outcome, corrected }: MonthDecision): boolean {
  return corrected !== undefined || outcome === "upheld" || outcome === "partly-upheld";
}

/**
 * Returns each month that a standing resolution grants, as the newest of them grants it, with the `seq` of that
 * resolution.
 */
function grantedMonths(events: readonly CaseEvent[]): readonly (MonthDecision & { readonly seq: number })[] {
  const oldestFirst = standingResolutions(events.filter(isFact)).toReversed();
  const months = oldestFirst.flatMap(({ seq, details }) =>
    details.months.filter(isGranted).map((month) => ({ ...month, seq })),
  );
  return [...new Map(months.map((month) => [month.receiptNumber, month])).values()];
}

/**
 * Returns whether the company's own resolutions are executed: as a firm `decision`, or as the `tribunal` left them.
 * Undefined if they are not.
 */
function isDecided({ state, ...claim }: Claim, law: ClaimLaw): "decision" | "tribunal" | undefined {
  if (state === "firm") return "decision";
  if (state === "tribunal-decided" || state === "in-execution") return "tribunal";
  const by = state === "closed" ? closedBy(claim, law) : undefined;
  return by === "decision-firm" ? "decision" : by === "tribunal" ? "tribunal" : undefined;
}

/**
 * Returns what the company granted in figures. After a tribunal's decision without figures everything is executed by
 * hand, so it is empty.
 */
function decidedIn(events: readonly CaseEvent[], claim: Claim, law: ClaimLaw): readonly Settlement[] {
  const by = isDecided(claim, law);
  if (!by || (by === "tribunal" && !lastEntry(events, "tribunal-decided")?.details.months)) return [];
  return grantedMonths(events).flatMap((month) =>
    correctedMonths([month], { cause: "decision", seq: month.seq, from: claim.since }),
  );
}

/** Returns the receipts that are due as billed, if no other settlement corrects them. */
function asBilled(events: readonly CaseEvent[], claim: Claim, law: ClaimLaw): readonly Settlement[] {
  const { state, since, moves } = claim;
  const whole = (cause: SettlementCause) => {
    const seq = events.findLast((event) => moves.some((move) => move === event))?.seq ?? 1;
    return claimedReceipts(events).map(({ number }) => ({ receiptNumber: number, cause, seq, from: since }));
  };
  if (state === "withdrawn") return whole("withdrawal");
  if (state === "not-filed") return whole("not-filed");
  const by = isDecided(claim, law);
  const granted = new Set(grantedMonths(events).map(({ receiptNumber }) => receiptNumber));
  const tribunal = by === "tribunal" && lastEntry(events, "tribunal-decided");
  if (tribunal) {
    const from = limaDay(tribunal.effectiveAt);
    return confirmedMonths(tribunal.details.months ?? [], granted, { cause: "tribunal", seq: tribunal.seq, from });
  }
  if (by !== "decision") return [];
  const facts = events.filter(isFact);
  const newestFirst = standingResolutions(facts);
  const confirmed = newestFirst
    .toReversed()
    .flatMap(({ seq, details }) => confirmedMonths(details.months, granted, { cause: "decision", seq, from: since }));
  const [newest] = newestFirst;
  // If nothing was granted, a month that no resolution lists is confirmed like the others.
  if (!newest || !leavesAsBilled(facts)) return confirmed;
  const listed = new Set([...granted, ...confirmed.map(({ receiptNumber }) => receiptNumber)]);
  const others = claimedReceipts(events).filter(({ number }) => !listed.has(number));
  return [
    ...confirmed,
    ...others.map(
      ({ number }) => ({ receiptNumber: number, cause: "decision", seq: newest.seq, from: since }) as const,
    ),
  ];
}

/**
 * Returns the months that a decision confirms and no decision granted. A month upheld without figures is corrected by
 * hand.
 */
function confirmedMonths(
  months: readonly MonthDecision[],
  granted: ReadonlySet<string>,
  origin: Origin,
): readonly Settlement[] {
  return months
    .filter((month) => !isGranted(month) && !granted.has(month.receiptNumber))
    .map(({ receiptNumber }) => ({ receiptNumber, ...origin }));
}
