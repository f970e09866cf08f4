import { addDays, limaTime, minuteOf } from "./calendar-day.ts";
import { dayStatus, type LegalCalendar } from "./legal-calendar.ts";

/** Hours of a working day in Lima, `HH:MM`. */
export interface DayHours {
  readonly opens: string;
  readonly closes: string;
}

/**
 * Returns how many of the minutes between two instants are within the hours of working days, in Lima; seconds are cut
 * off. Returns 0 if `to` is not after `from`. Used only for warnings: no legal term is counted in minutes.
 */
export function workingMinutes(from: string, to: string, { opens, closes }: DayHours, calendar: LegalCalendar): number {
  const [first, last] = [limaTime(from), limaTime(to)];
  let minutes = 0;
  for (let day = first.day; day <= last.day; day = addDays(day, 1)) {
    if (!dayStatus(calendar, day).working) continue;
    const starts = day === first.day && first.time > opens ? first.time : opens;
    const ends = day === last.day && last.time < closes ? last.time : closes;
    minutes += Math.max(0, minuteOf(ends) - minuteOf(starts));
  }
  return minutes;
}
