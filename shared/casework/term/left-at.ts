import { settlementsOf } from "../../domain/billing/settlements.ts";
import type { CaseEvent } from "../../domain/case/case-events.ts";
import type { ClaimLaw } from "../../domain/case/claim-law.ts";
import type { Claim } from "../../domain/case/claim-states.ts";
import { claimedReceipts } from "../../domain/receipt/claimed-receipts.ts";
import { formatCents } from "../../domain/receipt/money.ts";
import { collectedWords, type LeftAt, leftWords, saidFigures } from "../../domain/term/left-words.ts";
import { longDate } from "../../domain/term/spanish-dates.ts";

interface LeftBy {
  readonly events: readonly CaseEvent[];
  readonly claim: Claim | undefined;
  readonly law: ClaimLaw;
}

/**
 * Returns what a claim leaves its receipts at; undefined without a claim, while nothing settled them, or if nobody gave
 * figures.
 */
export function leftAt({ events, claim, law }: LeftBy): LeftAt | undefined {
  const settlements = claim ? settlementsOf({ events, claim, law }) : [];
  const figures = claimedReceipts(events).flatMap(({ number, period, amount }) => {
    const left = settlements.find(({ receiptNumber }) => receiptNumber === number);
    const { corrected, instalments } = left ?? {};
    const after = formatCents(corrected?.amount ?? amount);
    return left
      ? { period, before: formatCents(amount), after, ...(instalments !== undefined && { instalments }) }
      : [];
  });
  const from = settlements
    .flatMap((one) => (one.corrected ? [] : one.from))
    .toSorted()
    .at(-1);
  return figures.length > 0 ? { figures: saidFigures(figures), ...(from && { from }) } : undefined;
}

/** Returns the same in Spanish sentences; none while nothing is settled. */
export function leftSentences(left: LeftAt | undefined): readonly string[] {
  const { figures = [], from } = left ?? {};
  return [...figures.map(leftWords), ...(from ? [collectedWords(longDate(from))] : [])];
}
