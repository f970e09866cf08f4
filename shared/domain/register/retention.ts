import { addDays, type CalendarDay, dayFrom, daysInMonth, partsOf } from "../term/calendar-day.ts";

/**
 * Records that staff must be shown once their retention time is over; everything else in `retainedThings` is deleted
 * automatically.
 */
export const listedRetention = ["claims", "submissions", "readings"] as const;
export type ListedRetention = (typeof listedRetention)[number];
export const retainedThings = [
  ...listedRetention,
  "contacts",
  "openings",
  "drafts",
  "unfiled-files",
  "write-keys",
] as const;
export type RetainedThing = (typeof retainedThings)[number];

/**
 * Days after which the machine itself deletes a thing: the stores keep to them, and the page of retention states them.
 */
export const keptDays = {
  contacts: 730,
  openings: 730,
  drafts: 30,
  "unfiled-files": 20,
  "write-keys": 90,
} as const satisfies Readonly<Record<Exclude<RetainedThing, ListedRetention>, number>>;

/**
 * How long something is kept, from which event on (the claim was over, or the thing was presented, attended, opened,
 * last saved, or sent), and why, as staff read it.
 */
export interface RetentionRule {
  readonly what: RetainedThing;
  readonly keep: { readonly years: number } | { readonly days: number };
  readonly from: "over" | "presented" | "attended" | "opened" | "saved" | "sent";
  readonly why: string;
}

/**
 * Returns the day `keep` (days or years) before `today`: what began before that day has been kept longer than the rule
 * asks. If `today` is 29 February and the earlier year has no such day, it is 28 February.
 */
export function keptSince({ keep }: Pick<RetentionRule, "keep">, today: CalendarDay): CalendarDay {
  if ("days" in keep) return addDays(today, -keep.days);
  const { year, month, dayOfMonth } = partsOf(today);
  return dayFrom(year - keep.years, month, Math.min(dayOfMonth, daysInMonth(year - keep.years, month)));
}
