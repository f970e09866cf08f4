import { addDays, limaInstant, limaTime, weekday } from "./calendar-day.ts";
import { dayStatus, type LegalCalendar } from "./legal-calendar.ts";

/** The ways people reach the office. */
export const officeChannels = ["counter", "telephone", "web", "document-desk"] as const;
export type OfficeChannel = (typeof officeChannels)[number];

/** Hours in Lima, `HH:MM` from `opens` on and before `closes` (up to `24:00`), on these weekdays (Monday 1 to Sunday 7). */
export interface Shift {
  readonly weekdays: readonly number[];
  readonly opens: string;
  readonly closes: string;
}

/** Day and night all year, or in shifts, which holidays and decreed days close. */
export type ChannelHours = "always" | readonly Shift[];

/** What a channel is doing: `until` and `opensAt` are instants in UTC, absent if it never closes or never opens. */
export type OfficeState =
  | { readonly open: true; readonly until?: string }
  | { readonly open: false; readonly opensAt?: string };

/** Longer than any row of closed days, so that a search ends. */
const daysAhead = 31;

/**
 * Whether a channel attends now, until when, or when it next opens. Hours never move a term (digest 5.5, `office.hours`).
 * @param now an instant, ISO 8601 in UTC
 * @param calendar the one that knows the days the office is closed: USER
 */
export function officeState(now: string, hours: ChannelHours, calendar: LegalCalendar): OfficeState {
  if (hours === "always") return { open: true };
  const { day: today, time } = limaTime(now);
  for (let ahead = 0; ahead <= daysAhead; ahead++) {
    const day = addDays(today, ahead);
    const { working, reason } = dayStatus(calendar, day);
    if (!working && reason !== "weekend") continue;
    const shifts = hours
      .filter((shift) => shift.weekdays.includes(weekday(day)) && (ahead > 0 || shift.closes > time))
      .sort((a, b) => a.opens.localeCompare(b.opens));
    const next = shifts[0];
    if (!next) continue;
    if (ahead === 0 && next.opens <= time) return { open: true, until: limaInstant(day, next.closes) };
    return { open: false, opensAt: limaInstant(day, next.opens) };
  }
  return { open: false };
}
