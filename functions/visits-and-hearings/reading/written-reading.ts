import { claimLaw } from "../../../shared/casework/case/claim-law.ts";
import type { KnownDeps } from "../../../shared/casework/reading/reading-known.ts";
import { readingRepair } from "../../../shared/casework/reading/reading-repair.ts";
import { type RoundDeps, roundOf } from "../../../shared/casework/reading/reading-rounds.ts";
import { listedOn, type ReadingEntry, readingResult } from "../../../shared/domain/reading/atypical-reading.ts";
import { limaDay } from "../../../shared/domain/term/calendar-day.ts";
import type { ReceiptReader } from "../../../shared/storage/billing/receipt-reader.ts";
import { pauseBefore } from "../../../shared/storage/dynamodb.ts";
import type { WriteMark } from "../../../shared/storage/idempotency-records.ts";
import type { AtypicalReadings, StoredReading } from "../../../shared/storage/reading/atypical-readings.ts";

export interface ReadingsDeps extends KnownDeps, RoundDeps {
  readonly atypicalReadings: Pick<AtypicalReadings, "find" | "waiting" | "append" | "addAttempt">;
  readonly receiptReader: Pick<ReceiptReader, "lastMonths" | "registeredOf">;
}

const tries = 6;

/** Returns the first answer of six attempts, with a pause between them; undefined if none of them has one. */
export async function untilWritten<Value>(once: () => Promise<Value | undefined>): Promise<Value | undefined> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const answer = await once();
    if (answer !== undefined) return answer;
    await pauseBefore(attempt);
  }
  return undefined;
}

/**
 * Adds an entry to a reading, with the visit that it puts in the inspectors' day, and returns the reading; undefined if
 * another write came first.
 */
export async function appended(
  deps: ReadingsDeps,
  reading: StoredReading,
  entry: ReadingEntry,
  { now, write }: { readonly now: string; readonly write: WriteMark },
): Promise<StoredReading | undefined> {
  const after = { ...reading, entries: [...reading.entries, entry] };
  const { retryCount } = claimLaw(deps.tenant, limaDay(now)).inspection;
  const by = readingResult(after, retryCount)
    ? undefined
    : listedOn(after, readingRepair(deps.tenant, after, now).verifyBy);
  const round = await roundOf(deps, after, entry, now);
  const done = await deps.atypicalReadings.append(reading, entry, by, { write, round });
  return done ? { ...after, ...(round && { round }) } : undefined;
}
