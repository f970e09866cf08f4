import { addDays, limaInstant, limaTime, weekday } from "./calendar-day.ts";
import { dayStatus, type LegalCalendar } from "./legal-calendar.ts";

/** Channels by which people contact the office. */
export const officeChannels = ["counter", "telephone", "web", "document-desk"] as const;
export type OfficeChannel = (typeof officeChannels)[number];

/**
 * Hours in Lima on these weekdays (Monday 1 to Sunday 7): from `opens` until before `closes`, `HH:MM` (up to `24:00`).
 */
export interface Shift {
  readonly weekdays: readonly number[];
  readonly opens: string;
  readonly closes: string;
}

/** Open day and night all year, or in shifts; holidays and decreed days close those. */
export type ChannelHours = "always" | readonly Shift[];

/**
 * Whether a channel is open. `until` and `opensAt` are instants in UTC, absent if it never closes or does not open
 * again.
 */
export type OfficeState =
  | { readonly open: true; readonly until?: string }
  | { readonly open: false; readonly opensAt?: string };

/** More days than any run of closed days, so that a search ends. */
const daysAhead = 31;

/**
 * Returns whether a channel is open at `now`, and until when. If the channel is closed, returns when it next opens;
 * `opensAt` is absent if that is more than 31 days away. Opening hours never move a term (digest 5.5, `office.hours`).
 * @param now an instant, ISO 8601 in UTC
 * @param calendar the one with the days the office is closed: USER
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
