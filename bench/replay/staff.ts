import { tenant } from "../../settings.ts";
import { addDays, type CalendarDay, limaInstant, limaTime } from "../../shared/domain/calendar-day.ts";
import { dayStatus, type LegalCalendar, nextWorkingDay } from "../../shared/domain/legal-calendar.ts";

/** Who attends from 8:00 to 13:00, and how many of each there are. */
export const people = {
  operator: 1,
  clerk: 2,
  notifier: 2,
  analyst: 1,
  inspector: 4,
  conciliator: 3,
  resolver: 3,
  signer: 1,
  billing: 1,
} as const;
export type Desk = keyof typeof people;

/** The minutes of each act, by who does it. An assumption: the journeys' screens, read and typed at a person's pace. */
export const minutes = {
  "take a claim by telephone": ["operator", 9],
  "take a claim at the counter": ["clerk", 10],
  "attend a question": ["operator", 4],
  "admit a claim": ["analyst", 4],
  "observe a claim": ["clerk", 4],
  "visit a house": ["inspector", 25],
  "offer an agreement": ["conciliator", 6],
  "hold a hearing": ["conciliator", 20],
  "wait for who does not come": ["conciliator", 15],
  "draft a resolution": ["resolver", 15],
  "send a resolution to signature": ["resolver", 2],
  "read and sign": ["signer", 3],
  "notify by mail": ["clerk", 1],
  "deliver at home": ["notifier", 15],
  "accept a withdrawal": ["resolver", 5],
  "carry out a decision": ["billing", 3],
} as const satisfies Record<string, readonly [Desk, number]>;
export type Act = keyof typeof minutes;

const opens = "08:00";
const closes = "13:00";
const calendar = tenant.calendars.COMPANY.value;
/** A delivery counts on a day of the users' calendar only. */
const outside = tenant.calendars.USER.value;
const msPerMinute = 60_000;

/** The staff at work: each does one thing after another, in the order in which they are asked. */
export interface Shift {
  /** Has the first free person do an act; returns when it is done. Nothing is begun that would end after closing. */
  book(act: Act, now: string): string;
  /** Counts an act whose hour its appointment set. */
  spend(act: Act): void;
  /** The minutes worked, by desk. */
  readonly worked: ReadonlyMap<Desk, number>;
}

export function openShift(): Shift {
  const free = new Map<Desk, string[]>(
    Object.entries(people).map(([desk, count]) => [desk as Desk, Array.from({ length: count }, () => "")]),
  );
  const worked = new Map<Desk, number>();
  const spend = (act: Act): void => {
    const [desk, taken] = minutes[act];
    worked.set(desk, (worked.get(desk) ?? 0) + taken);
  };
  return {
    worked,
    spend,
    book: (act, now) => {
      const [desk, taken] = minutes[act];
      const all = free.get(desk) ?? [];
      const first = all.reduce((best, at, index) => (at < (all[best] ?? "") ? index : best), 0);
      const asked = (all[first] ?? "") > now ? (all[first] ?? now) : now;
      const begun = withinHours(asked, taken, desk === "notifier" ? outside : calendar);
      const done = new Date(Date.parse(begun) + taken * msPerMinute).toISOString();
      all[first] = done;
      spend(act);
      return done;
    },
  };
}

/** Returns the first instant from `at` on at which something of so many minutes is done before closing. */
function withinHours(at: string, taken: number, days: LegalCalendar): string {
  const { day } = limaTime(at);
  const opened = limaInstant(day, opens);
  const last = new Date(Date.parse(limaInstant(day, closes)) - taken * msPerMinute).toISOString();
  if (dayStatus(days, day).working && at <= last) return at > opened ? at : opened;
  return limaInstant(nextWorkingDay(days, day), opens);
}

/** Returns the working days from `first` on, so many of them. */
export function workingDays(first: CalendarDay, count: number): readonly CalendarDay[] {
  const days: CalendarDay[] = [];
  for (let day = nextWorkingDay(calendar, addDays(first, -1)); days.length < count; day = nextWorkingDay(calendar, day))
    days.push(day);
  return days;
}
