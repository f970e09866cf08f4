import { expect, it } from "vitest";
import { type CalendarChange, calendarsAfter } from "../../../../shared/domain/term/calendar-changes.ts";
import { calendarDay as day } from "../../../../shared/domain/term/calendar-day.ts";
import { movedDates } from "../../../../shared/domain/term/moved-dates.ts";
import { accepted, at, delivered, filed, filing, frozen, law, lived, type Step } from "../case/claim-examples.ts";

const scope = ["COMPANY", "USER"] as const;
const decreed: CalendarChange = {
  action: "add",
  reason: "decreed",
  date: day("2026-08-20"),
  name: "Censo",
  source: "Ley 00000",
  scope,
};
const december8: CalendarChange = { action: "remove", date: day("2026-12-08"), source: "Ley 00000", scope };

/** What a change of the calendars at an instant moves, as `clock calendar from > to`. */
function moved(when: string, change: CalendarChange, steps: readonly Step[]): string {
  const calendars = calendarsAfter(law.calendars, [change], "v2", day(when.slice(0, 10)));
  const after = { ...law, calendars, earlier: [{ until: at(when), calendars: law.calendars }] };
  return movedDates(lived(...steps), { law, at: at(when) }, { law: after, at: at(when) })
    .map(({ clock, calendar, from, to, kept }) => `${clock} ${calendar} ${from} ${kept ? "kept" : `> ${to}`}`)
    .join(", ");
}

const november: Step = [filing("2026-11-16"), "2026-11-16"];
const notified: Step[] = [
  [filing("2026-11-02"), "2026-11-02"],
  [{ type: "dismissal-proposed", ground: "late" }, "2026-11-18"],
  [frozen[0], "2026-11-18"],
  [{ type: "resolution-signed" }, "2026-11-18"],
  [delivered, "2026-11-18"],
];
const observed: Step[] = [
  [filing("2026-07-06"), "2026-07-06"],
  [{ type: "defect-observed" }, "2026-07-08"],
  [{ type: "defect-notified" }, "2026-07-08"],
];

it.each<[string, string, CalendarChange, string, Step[]]>([
  [
    "what lapsed on 30 July stays",
    "2026-08-10",
    decreed,
    "T07 COMPANY 2026-08-21 > 2026-08-24, T08 COMPANY 2026-09-04 > 2026-09-07, T10 COMPANY 2026-09-11 > 2026-09-14",
    [filed, accepted],
  ],
  [
    "what was met stays, whenever it would have ended",
    "2026-07-27",
    { ...decreed, date: day("2026-07-30") },
    "T05 USER 2026-07-30 > 2026-07-31, T07 COMPANY 2026-08-21 > 2026-08-24, T08 COMPANY 2026-09-04 > 2026-09-07, T10 COMPANY 2026-09-11 > 2026-09-14",
    [filed, accepted, [{ type: "inspection-reported", outcome: "whole" }, "2026-07-24"]],
  ],
  [
    "what ends before the day decreed stays; what stands still moves",
    "2026-07-09",
    decreed,
    "T08 COMPANY 2026-08-25 > 2026-08-26, T10 COMPANY 2026-09-01 > 2026-09-02",
    observed,
  ],
  [
    "the company's may be shortened",
    "2026-11-17",
    december8,
    "T08 COMPANY 2026-12-31 > 2026-12-30, T10 COMPANY 2027-01-08 > 2027-01-07",
    [november],
  ],
  ["a user's is not", "2026-11-19", december8, "T11 USER 2026-12-14 kept", notified],
  ["a term that would be over already is not listed as moved", "2027-01-08", december8, "", [november]],
  ["nothing was filed", "2026-08-10", decreed, "", []],
])("%s (%s, %j): %s", (_, when, change, expected, steps) => {
  expect(moved(when, change, steps)).toBe(expected);
});
