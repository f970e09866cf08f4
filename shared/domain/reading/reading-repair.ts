import { isDisproved, type RepairRequirement } from "../leak/leak-repair.ts";
import { calendarDay, limaTime } from "../term/calendar-day.ts";
import { type AtypicalReading, hiddenLeak, type RepairAttempt, type VerifiedRepair } from "./atypical-reading.ts";

type Entries = Pick<AtypicalReading, "entries">;

/** The requirement of a repair as it was handed over: `on` a day, `at` as `HH:MM` in Lima. */
interface HandedOver {
  readonly on: string;
  readonly at: string;
}

/**
 * Returns the requirement to repair the hidden leak of a reading, with its verifications; undefined if there is none.
 */
export function repairRequirement({ entries }: Entries): RepairRequirement | undefined {
  const required = entries.findLast((entry) => entry.type === "repair-required");
  const verifications = entries.flatMap((entry) => (entry.type === "repair-verified" ? [entry.verification] : []));
  return required && { notifiedOn: calendarDay(required.notice.on), verifications };
}

export type RequirementRefusal = "no-hidden-leak" | "required-already" | "not-handed-over-yet" | "before-visit";

/**
 * Returns the first reason why the repair of a hidden leak cannot be required; undefined if there is none.
 * `no-hidden-leak` if no visit found one, `required-already` if it was, `not-handed-over-yet` if the paper is of after
 * `now`, `before-visit` if it is of before the end of the visit that found the leak.
 */
export function requirementRefusal(reading: Entries, paper: HandedOver, now: string): RequirementRefusal | undefined {
  const leak = hiddenLeak(reading);
  if (!leak) return "no-hidden-leak";
  if (repairRequirement(reading)) return "required-already";
  const { day, time } = limaTime(now);
  if (isBefore({ on: day, at: time }, paper)) return "not-handed-over-yet";
  return isBefore(paper, { on: leak.on, at: leak.hours.slice(6) }) ? "before-visit" : undefined;
}

export type VerificationRefusal = "not-required" | "not-over" | "before-required" | "still-turning" | "repaired-later";

/**
 * Returns the first reason why a visit cannot verify a repair; undefined if there is none. `not-required` if the repair
 * was not, `not-over` if the visit ends after `now` or not after it began, `before-required` if it began before the
 * requirement, `still-turning` if the meter moved though it is `repaired`, `repaired-later` if that was after the
 * visit.
 */
export function verificationRefusal(
  { entries }: Entries,
  visit: VerifiedRepair,
  now: string,
): VerificationRefusal | undefined {
  const required = entries.findLast((entry) => entry.type === "repair-required");
  if (!required) return "not-required";
  const { day, time } = limaTime(now);
  const { on, hours, repairedOn } = visit;
  const [from = "", to = ""] = hours.split("-");
  if (to <= from || isBefore({ on: day, at: time }, { on, at: to })) return "not-over";
  if (isBefore({ on, at: from }, required.notice)) return "before-required";
  if (isDisproved(visit)) return "still-turning";
  return repairedOn && repairedOn > on ? "repaired-later" : undefined;
}

export type AttemptRefusal = "no-repair-waits" | "not-over" | "before-required";

/**
 * Returns the first reason why a visit that verified nothing cannot be recorded; undefined if there is none.
 * `no-repair-waits` if no required repair is to be verified, `not-over` if the visit ends after `now`,
 * `before-required` if it began before the requirement.
 */
export function attemptRefusal(
  { entries }: Entries,
  { on, hours }: Pick<RepairAttempt, "on" | "hours">,
  now: string,
): AttemptRefusal | undefined {
  const last = entries.findLast(({ type }) => type !== "reread");
  const required = entries.findLast((entry) => entry.type === "repair-required");
  const waits =
    last?.type === "repair-required" || (last?.type === "repair-verified" && last.status.startsWith("await"));
  if (!required || !waits) return "no-repair-waits";
  const { day, time } = limaTime(now);
  if (isBefore({ on: day, at: time }, { on, at: hours.slice(6) })) return "not-over";
  return isBefore({ on, at: hours.slice(0, 5) }, required.notice) ? "before-required" : undefined;
}

const isBefore = (one: HandedOver, other: HandedOver): boolean =>
  one.on < other.on || (one.on === other.on && one.at < other.at);
