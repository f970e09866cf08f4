import type { Actor } from "../case/claim-events.ts";
import type { LeakTest, RepairStatus, RepairVerification } from "../leak/leak-repair.ts";
import { addDays, type CalendarDay, calendarDay, daysBetween, limaTime, minuteOf } from "../term/calendar-day.ts";
import type { BillingControl, RecordedControl } from "./control-file.ts";

/**
 * What an atypical reading waits for (digest 7.4): its notice, its visit, the repair of the leak that the visit found,
 * or nothing.
 */
export const readingStates = ["to-notify", "to-visit", "to-repair", "closed"] as const;
export type ReadingState = (typeof readingStates)[number];

/**
 * How an atypical reading ended. `leak-repaired`, `leak-open`: a hidden leak was repaired in its term, or was not.
 * `not-inside`: nobody was in, or nobody let the inspector in. `not-controlled`: nobody went there in time.
 * `repair-not-required`, `repair-not-verified`: the company left that out.
 */
export const readingResults = [
  "corrected",
  "no-leak",
  "visible-leak",
  "leak-repaired",
  "leak-open",
  "not-inside",
  "not-controlled",
  "repair-not-required",
  "repair-not-verified",
  "delivered",
] as const;
export type ReadingResult = (typeof readingResults)[number];

type Notice = NonNullable<BillingControl["notice"]>;
type Inspection = NonNullable<BillingControl["inspection"]>;

/** A visit that was to verify a repair and verified nothing, as nobody was in or nobody let the inspector in. */
export interface RepairAttempt extends AnnouncedVisit {
  readonly at: string;
  readonly by: Actor;
  readonly outcome: "AUSENTE" | "IMPEDIDA";
  readonly remark?: string | undefined;
}

/** The visit that a notice announces: `on` a day, `hours` as `HH:MM-HH:MM` in Lima. */
export type AnnouncedVisit = Pick<Inspection, "on" | "hours">;

/** A visit that verified the repair of a hidden leak, with its hours (`HH:MM-HH:MM`) and its leak test. */
export type VerifiedRepair = RepairVerification & LeakTest & Pick<Inspection, "hours">;

export const readingEntryTypes = [
  "found",
  "reread",
  "notified",
  "visited",
  "repair-required",
  "repair-verified",
  "lapsed",
  "delivered",
] as const satisfies readonly ReadingEntry["type"][];

/** An entry about an atypical reading. Entries are in order and never edited. */
export type ReadingEntry = { readonly at: string; readonly by: Actor } & (
  | { readonly type: "found" }
  /** It was read again: the day, the reading and the volume, and whether that is still atypical. */
  | {
      readonly type: "reread";
      readonly readOn: string;
      readonly reading: number;
      readonly m3: number;
      readonly atypical: boolean;
      readonly reason: string;
    }
  | { readonly type: "notified"; readonly notice: Notice; readonly visit: AnnouncedVisit }
  | { readonly type: "visited"; readonly inspection: Inspection; readonly remark?: string | undefined }
  /** The repair of a hidden leak was required in writing, by a paper that was handed over. */
  | { readonly type: "repair-required"; readonly notice: Notice }
  /** A visit verified the repair; `status` is how the repair stood then, by the law. */
  | {
      readonly type: "repair-verified";
      readonly verification: VerifiedRepair;
      readonly status: RepairStatus;
      readonly remark: string;
    }
  /** The time for what was next was over, and staff closed it without. */
  | { readonly type: "lapsed"; readonly reason: string }
  /** The commercial system delivered its own control of the month. */
  | { readonly type: "delivered" }
);

/** A reading that the law calls atypical, found before its receipt was issued, with what was done about it. */
export interface AtypicalReading {
  /** Made of the supply and the month, so that a month of a supply has one. */
  readonly readingId: string;
  readonly office: string;
  readonly supplyCode: string;
  /** `YYYY-MM`. */
  readonly period: string;
  readonly readOn: string;
  /** As it was found, in m³; a `reread` entry replaces the day and both. */
  readonly reading: number;
  readonly m3: number;
  readonly averageM3: number;
  /** The average is the one printed on the last receipt, as there is no valid one: it judges, and bills nothing. */
  readonly averagePrinted?: boolean | undefined;
  readonly assignmentM3: number;
  /** The day on which the receipt is to be issued. */
  readonly issueOn: string;
  readonly entries: readonly ReadingEntry[];
  /** Beside the entries, since they change nothing and the release before knows no such entry; absent: none. */
  readonly attempts?: readonly RepairAttempt[] | undefined;
}

export const readingIdOf = (supplyCode: string, period: string): string => `${supplyCode}-${period}`;

/** Returns the day, reading and volume that count: those of the last time it was read. */
export function readNow({ entries, ...found }: AtypicalReading): Pick<AtypicalReading, "readOn" | "reading" | "m3"> {
  const { readOn, reading, m3 } = entries.findLast((entry) => entry.type === "reread") ?? found;
  return { readOn, reading, m3 };
}

/**
 * Returns the visit that was announced last and not made yet; undefined if there is none. A reading made again that
 * confirms the first leaves it standing.
 */
export function announcedVisit({ entries }: Pick<AtypicalReading, "entries">) {
  const last = entries.findLast((entry) => entry.type !== "reread" || !entry.atypical);
  return last?.type === "notified" ? last : undefined;
}

/** Returns the visit that found a leak which cannot be seen; undefined if none did. */
export function hiddenLeak({ entries }: Pick<AtypicalReading, "entries">): Inspection | undefined {
  const visited = entries.findLast((entry) => entry.type === "visited");
  return visited?.inspection.leak === "NO_VISIBLE" ? visited.inspection : undefined;
}

/** Returns how the required repair of a hidden leak ended; undefined until a visit, or staff without one, decides. */
function repairResult({ entries }: Pick<AtypicalReading, "entries">): ReadingResult | undefined {
  const last = entries.findLast(({ type }) => type !== "reread");
  if (last?.type === "lapsed")
    return entries.some(({ type }) => type === "repair-required") ? "repair-not-verified" : "repair-not-required";
  if (last?.type !== "repair-verified" || last.status.startsWith("awaiting")) return undefined;
  return last.status === "repaired-in-time" ? "leak-repaired" : "leak-open";
}

/**
 * Returns how a reading ended; undefined while it is open. It ends when read again as not atypical, when the commercial
 * system delivers its control, when an inspector got in (a leak nobody noted is none) or was refused, when nobody was
 * in more than `retryCount` times, and when staff close it without a control. A leak that cannot be seen keeps it open
 * until its repair is verified.
 */
export function readingResult(
  { entries }: Pick<AtypicalReading, "entries">,
  retryCount: number,
): ReadingResult | undefined {
  if (entries.some(({ type }) => type === "delivered")) return "delivered";
  const last = entries.at(-1);
  if (last?.type === "reread" && !last.atypical) return "corrected";
  if (hiddenLeak({ entries })) return repairResult({ entries });
  const absences = entries.filter((entry) => entry.type === "visited" && entry.inspection.outcome === "AUSENTE").length;
  if (last?.type === "lapsed") return absences > 0 ? "not-inside" : "not-controlled";
  if (last?.type !== "visited") return undefined;
  const { outcome, leak } = last.inspection;
  if (outcome === "REALIZADA" || outcome === "PARCIAL") return leak === "VISIBLE" ? "visible-leak" : "no-leak";
  return outcome === "IMPEDIDA" || absences > retryCount ? "not-inside" : undefined;
}

export function readingState(reading: Pick<AtypicalReading, "entries">, retryCount: number): ReadingState {
  if (readingResult(reading, retryCount)) return "closed";
  if (hiddenLeak(reading)) return "to-repair";
  return announcedVisit(reading) ? "to-visit" : "to-notify";
}

/**
 * Returns the last day on which a notice still leaves `noticeHours` before a visit on the day the receipt is issued.
 */
export function notifyBy({ issueOn }: Pick<AtypicalReading, "issueOn">, noticeHours: number): CalendarDay {
  return addDays(calendarDay(issueOn), -Math.ceil(noticeHours / 24));
}

/** Results whose month is billed at the average while the law allows it (digest 7.4). */
const averaged: ReadonlySet<ReadingResult> = new Set([
  "no-leak",
  "leak-repaired",
  "not-controlled",
  "repair-not-required",
  "repair-not-verified",
]);

/**
 * Returns the control that the entries prove: the last visit with the last notice before it, or else the last notice.
 * Undefined if there is no notice.
 */
export function controlOfReading(
  { period, entries }: AtypicalReading,
  retryCount: number,
): RecordedControl | undefined {
  const visited = entries.findLast((entry) => entry.type === "visited");
  const before = visited ? entries.slice(0, entries.lastIndexOf(visited)) : entries;
  const notified = before.findLast((entry) => entry.type === "notified");
  if (!notified) return undefined;
  const result = readingResult({ entries }, retryCount);
  const billedBy = result && averaged.has(result) ? "P" : "L";
  return { period, notice: notified.notice, inspection: visited?.inspection, billedBy };
}

export type NoticeRefusal = "not-given-yet" | "before-reading" | "short-notice" | "out-of-hours" | "after-issue";

/** The rules of the law that a notice must meet; hours are `HH:MM`. */
export interface NoticeRules {
  readonly noticeHours: number;
  readonly windowHours: number;
  readonly hours: { readonly opens: string; readonly closes: string };
}

/**
 * Returns the first reason why a notice cannot announce a visit; undefined if there is none. `not-given-yet` if the
 * notice is after `now`, `before-reading` if it is before the day of the reading. `out-of-hours` if the visit takes
 * longer than `windowHours`, or begins or ends outside the hours of inspections. `short-notice` if it begins less than
 * `noticeHours` after the notice. `after-issue` if its day is after `issueOn`.
 */
export function noticeRefusal(
  notice: Pick<Notice, "on" | "at">,
  { on, hours }: AnnouncedVisit,
  { readOn, issueOn }: Pick<AtypicalReading, "readOn" | "issueOn">,
  rules: NoticeRules,
  now: string,
): NoticeRefusal | undefined {
  const { day: today, time } = limaTime(now);
  if (notice.on > today || (notice.on === today && notice.at > time)) return "not-given-yet";
  if (notice.on < readOn) return "before-reading";
  const [from = "", to = ""] = hours.split("-");
  const minutes = minuteOf(to) - minuteOf(from);
  if (minutes <= 0 || minutes > rules.windowHours * 60 || from < rules.hours.opens || to > rules.hours.closes)
    return "out-of-hours";
  const ahead = 1440 * daysBetween(calendarDay(notice.on), calendarDay(on)) + minuteOf(from) - minuteOf(notice.at);
  if (ahead < rules.noticeHours * 60) return "short-notice";
  return on > issueOn ? "after-issue" : undefined;
}

export type VisitRefusal = "not-over" | "before-announced" | "not-as-announced";

/**
 * Returns the first reason why a visit cannot be recorded; undefined if there is none. `not-over` if it ends after
 * `now` or before it began. `before-announced` if it began before the announced hours. `not-as-announced` if nobody got
 * in and it began on another day than announced, or after the announced hours.
 */
export function visitRefusal(
  { on, hours, outcome }: Inspection,
  announced: AnnouncedVisit,
  now: string,
): VisitRefusal | undefined {
  const { day: today, time } = limaTime(now);
  const [from = "", to = ""] = hours.split("-");
  const [opens = "", closes = ""] = announced.hours.split("-");
  if (to < from || on > today || (on === today && to > time)) return "not-over";
  if (on < announced.on || (on === announced.on && from < opens)) return "before-announced";
  const isInside = outcome === "REALIZADA" || outcome === "PARCIAL";
  return isInside || (on === announced.on && from <= closes) ? undefined : "not-as-announced";
}

/**
 * Returns whether an open reading may be closed without what is next: it is too late for a notice of `noticeHours`
 * before the day of issue, and no announced visit is still to come or under way. With a hidden leak: it is after
 * `verifyBy`, or after the day of issue if the repair was not required.
 */
export function mayLapse(
  reading: AtypicalReading,
  { noticeHours, verifyBy }: { readonly noticeHours: number; readonly verifyBy?: string | undefined },
  now: string,
): boolean {
  const { day: today, time } = limaTime(now);
  if (hiddenLeak(reading)) return today > listedOn(reading, verifyBy);
  const visit = announcedVisit(reading)?.visit;
  const isToCome = visit && (visit.on > today || (visit.on === today && visit.hours.slice(6) > time));
  return today > notifyBy(reading, noticeHours) && !isToCome;
}

/**
 * Returns the day by which an open reading is listed: the last for the visit that verifies a required repair, or else
 * the day on which its receipt is to be issued.
 */
export function listedOn({ issueOn }: Pick<AtypicalReading, "issueOn">, verifyBy: string | undefined): string {
  return verifyBy ?? issueOn;
}

/** Returns whether the day by which an open reading is listed was before today. */
export function isReadingLate(
  reading: AtypicalReading,
  retryCount: number,
  now: string,
  verifyBy?: string | undefined,
): boolean {
  return readingState(reading, retryCount) !== "closed" && listedOn(reading, verifyBy) < limaTime(now).day;
}
