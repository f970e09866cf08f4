import { addDays, type CalendarDay, dayFrom, daysInMonth, partsOf } from "./calendar-day.ts";

/** What is kept for a time: of the first two, what is past it is listed; the rest goes by itself. */
export const listedRetention = ["claims", "submissions"] as const;
export type ListedRetention = (typeof listedRetention)[number];
export const retainedThings = [...listedRetention, "drafts", "unfiled-files", "write-keys"] as const;
export type RetainedThing = (typeof retainedThings)[number];

/** How long something is kept, from when (since it was over, presented, or last saved), and why, as staff read it. */
export interface RetentionRule {
  readonly what: RetainedThing;
  readonly keep: { readonly years: number } | { readonly days: number };
  readonly from: "over" | "presented" | "saved" | "sent";
  readonly why: string;
}

/** The day before which something began its time for that to be over today. */
export function keptSince({ keep }: Pick<RetentionRule, "keep">, today: CalendarDay): CalendarDay {
  if ("days" in keep) return addDays(today, -keep.days);
  const { year, month, dayOfMonth } = partsOf(today);
  return dayFrom(year - keep.years, month, Math.min(dayOfMonth, daysInMonth(year - keep.years, month)));
}
