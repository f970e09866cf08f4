import { addDays, limaInstant, limaTime, minuteOf } from "./calendar-day.ts";
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

const twoDigits = (part: number): string => String(part).padStart(2, "0");

/**
 * Returns the instant at which so many minutes within the hours of working days have passed since `from`, in Lima. Used
 * only to say when an answer is expected. `closes` must be after `opens`.
 */
export function afterWorkingMinutes(
  from: string,
  minutes: number,
  { opens, closes }: DayHours,
  calendar: LegalCalendar,
): string {
  const first = limaTime(from);
  let left = minutes;
  for (let day = first.day; ; day = addDays(day, 1)) {
    if (!dayStatus(calendar, day).working) continue;
    const starts = minuteOf(day === first.day && first.time > opens ? first.time : opens);
    const room = Math.max(0, minuteOf(closes) - starts);
    const end = starts + left;
    if (left <= room) return limaInstant(day, `${twoDigits(Math.floor(end / 60))}:${twoDigits(end % 60)}`);
    left -= room;
  }
}
