import { minuteOf } from "../term/calendar-day.ts";
import { type AtypicalReading, announcedVisit, hiddenLeak, readingState } from "./atypical-reading.ts";
import { repairRequirement } from "./reading-repair.ts";

/** What a visit of a reading is for: the control before its receipt, or to verify that its hidden leak was repaired. */
export const readingVisitKinds = ["control", "repair"] as const;
export type ReadingVisitKind = (typeof readingVisitKinds)[number];

/** The visit of a reading in the inspectors' day; hours are `HH:MM` in Lima. */
export interface ReadingRound {
  readonly on: string;
  readonly from: string;
  readonly to: string;
  /** An ubigeo. */
  readonly zone: string;
  /** The office's slots that it takes, by the hour they start; none if no hour was announced to the customer. */
  readonly slots: readonly string[];
  readonly inspector?: { readonly sub: string; readonly name: string } | undefined;
}

/** Returns what the next visit of a reading is for; undefined if none is announced and no repair is to be verified. */
export function visitToMake(reading: AtypicalReading, retryCount: number): ReadingVisitKind | undefined {
  if (readingState(reading, retryCount) === "closed") return undefined;
  if (announcedVisit(reading)) return "control";
  return hiddenLeak(reading) && repairRequirement(reading) ? "repair" : undefined;
}

/**
 * Returns what the visit in the inspectors' day is for and whether it was recorded; undefined if it is not to be made
 * any more, as when the reading was corrected.
 */
export function standOf(
  reading: AtypicalReading,
  { on }: Pick<ReadingRound, "on">,
  retryCount: number,
): { readonly kind: ReadingVisitKind; readonly reported: boolean } | undefined {
  const kind = visitToMake(reading, retryCount);
  const last = reading.entries.findLast(({ type }) => type !== "reread");
  if (kind === "repair")
    return {
      kind,
      reported:
        (last?.type === "repair-verified" && last.verification.on === on) ||
        (reading.attempts ?? []).some((attempt) => attempt.on >= on),
    };
  if (kind) return { kind, reported: false };
  if (last?.type === "visited") return { kind: "control", reported: true };
  return last?.type === "repair-verified" ? { kind: "repair", reported: true } : undefined;
}

/**
 * Returns the hours at which the slots start that a visit overlaps. Slots of `windowHours` follow each other from
 * `opens` until one would end after `closes`.
 */
export function slotsOverlapped(
  { from, to }: Pick<ReadingRound, "from" | "to">,
  { windowHours, hours }: { readonly windowHours: number; readonly hours: { opens: string; closes: string } },
): readonly string[] {
  const length = windowHours * 60;
  const opens = minuteOf(hours.opens);
  const slots = Math.floor((minuteOf(hours.closes) - opens) / length);
  const starts = Array.from({ length: slots }, (_, at) => opens + at * length);
  return starts.filter((start) => start < minuteOf(to) && start + length > minuteOf(from)).map(clockOf);
}

const two = (value: number): string => String(value).padStart(2, "0");
const clockOf = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
