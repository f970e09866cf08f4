import type { CalendarDay } from "../domain/calendar-day.ts";
import type { CaseEvent } from "../domain/case-events.ts";
import type { ClaimLaw } from "../domain/claim-law.ts";
import type { Claim } from "../domain/claim-states.ts";
import { claimedReceipts } from "../domain/claimed-receipts.ts";
import { collectedWords, type LeftFigure, leftWords, saidFigures } from "../domain/left-words.ts";
import { formatCents } from "../domain/money.ts";
import { settlementsOf } from "../domain/settlements.ts";
import { longDate } from "../domain/spanish-dates.ts";

/** What a claim leaves its receipts at, and from when those are collected that it leaves as they were billed. */
export interface LeftAt {
  readonly figures: readonly LeftFigure[];
  readonly from?: CalendarDay | undefined;
}

/** Returns what a claim leaves its receipts at; undefined while nothing settled them, or nobody gave figures. */
export function leftAt(settled: {
  readonly events: readonly CaseEvent[];
  readonly claim: Claim;
  readonly law: ClaimLaw;
}): LeftAt | undefined {
  const settlements = settlementsOf(settled);
  const figures = claimedReceipts(settled.events).flatMap(({ number, period, amount }) => {
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
