import { expect, it } from "vitest";
import type { CaseEvent } from "../../../../shared/domain/case/case-events.ts";
import { claimAt } from "../../../../shared/domain/case/claim.ts";
import type { ClaimEvent } from "../../../../shared/domain/case/claim-events.ts";
import type { ClaimLaw } from "../../../../shared/domain/case/claim-law.ts";
import { calendarsAfter } from "../../../../shared/domain/term/calendar-changes.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { clockChanges } from "../../../../shared/domain/term/clock-changes.ts";
import { clockRuns } from "../../../../shared/domain/term/clock-runs.ts";
import {
  accepted,
  at,
  delivered,
  filed,
  frozen,
  heard,
  issued,
  law,
  lived,
  notified,
  reconsidered,
  resolved,
  type Step,
} from "../case/claim-examples.ts";

/** The entries of a case as recorded, each with what it did to the clocks. */
function entries(...steps: readonly Step[]): readonly CaseEvent[] {
  const history = lived(...steps);
  return history.map((event, index): CaseEvent => {
    const now = event.recordedAt;
    const before = claimAt(history.slice(0, index), law, now);
    const after = claimAt(history.slice(0, index + 1), law, now)!;
    const clocks = clockChanges(before, after, { ...law, version: "v1" }, now);
    return noted({ ...event, clocks }, index + 1);
  });
}

function noted(event: Partial<CaseEvent> & Pick<ClaimEvent, "type">, seq: number): CaseEvent {
  return { details: {}, ...event, seq } as CaseEvent;
}

/** Each run as `clock due [paused from-to] [ended day]`, days of 2026 without their year. */
function shown(events: readonly CaseEvent[], now: string, under: ClaimLaw = law): string {
  const short = (day: string | undefined) => day?.replace("2026-", "") ?? "";
  return clockRuns(events, under, at(now))
    .map(({ clock, dueDate, endedOn, pauses }) => {
      const still = pauses.map(({ from, to }) => ` paused ${short(from)}/${short(to)}`);
      return `${clock} ${short(dueDate)}${still.join("")}${endedOn ? ` ended ${short(endedOn)}` : ""}`;
    })
    .join(", ");
}

const defectNotified: Step[] = [
  filed,
  [{ type: "defect-observed" }, "2026-07-21"],
  [{ type: "defect-notified" }, "2026-07-22"],
];
const mended: Step[] = [...defectNotified, [{ type: "remedied" }, "2026-07-24"]];
const granted: Step[] = [
  ...resolved.slice(0, 3),
  [{ ...issued, outcome: "upheld" } as Step[0], frozen[1]],
  ...resolved.slice(4),
  notified,
];

/** A decision executed, then reconsidered late and rejected: what the first decision granted stays. */
const again: Step[] = [
  ...granted,
  [{ type: "executed" }, "2026-09-25"],
  reconsidered("2026-10-01"),
  [{ ...issued, number: "0002-2026" } as Step[0], "2026-10-12"],
  [{ type: "resolution-signed" }, "2026-10-13"],
  [delivered, "2026-10-14"],
];
/** A decision in a mailbox that nobody opens, with a queja filed beside it. */
const inMailbox: Step[] = [
  ...resolved,
  [{ type: "resolution-dispatched", channel: "mailbox" }, "2026-08-25 12:00"],
  [{ type: "queja-filed", filedOn: calendarDay("2026-08-26"), ground: "delay" }, "2026-08-26"],
];

it.each<[string, string, Step[], string]>([
  ["T05 07-30, T06 07-30, T07 08-21, T08 09-04, T10 09-11", "2026-07-20", [filed], "filed"],
  [
    "T05 07-30, T06 08-03 paused 07-22/, T07 08-25 paused 07-22/, T08 09-08 paused 07-22/, T10 09-15 paused 07-22/, T04 07-27",
    "2026-07-22",
    defectNotified,
    "notified of a defect: the company's days are paused",
  ],
  [
    "T05 07-30, T06 07-31 paused 07-22/07-24, T07 08-24 paused 07-22/07-24, T08 09-07 paused 07-22/07-24, T10 09-14 paused 07-22/07-24, T04 07-27 ended 07-24",
    "2026-07-24",
    mended,
    "mended: they run on",
  ],
  [
    "T05 07-30, T06 07-30, T07 08-21 ended 08-14, T08 09-04 ended 08-25, T10 09-11 ended 08-26, T09 09-01 ended 08-26, T11 09-16",
    "2026-08-26",
    [...resolved, notified],
    "notified: what was met is over, what lapsed is not",
  ],
  [
    "T05 07-30, T06 07-30, T07 08-21 ended 08-14, T08 09-04 ended 08-25, T10 09-11 ended 08-26, T09 09-01 ended 08-26, T11 09-16, T19 10-01",
    "2026-09-17",
    granted,
    "firm by time alone, which starts its execution",
  ],
  [
    "T05 07-30, T06 07-30, T07 08-21 ended 08-14, T08 09-04 ended 08-25, T10 09-11 ended 08-26, T09 09-01 ended 08-26, T11 09-16, T19 10-01 ended 09-25",
    "2026-09-25",
    [...granted, [{ type: "executed" }, "2026-09-25"]],
    "carried out: what time started was met",
  ],
  [
    "T05 07-30, T06 07-30, T07 08-21 ended 08-14, T08 09-04 ended 08-25, T10 09-11 ended 08-26, T09 09-01 ended 08-26, T11 09-16, T19 10-01 ended 09-25, T12 10-23 ended 10-13, T14 10-30 ended 10-14, T13 10-20 ended 10-14, T15 11-04, T19 11-19",
    "2026-11-10",
    again,
    "firm once more by time alone: what was carried out is to be looked at again",
  ],
  [
    "T05 07-30, T06 07-30, T07 08-21 ended 08-14, T08 09-04 ended 08-25, T10 09-11 ended 08-26, T09 09-01 ended 08-26, T11 09-16, T19 10-01 ended 09-25, T12 10-23 ended 10-13, T14 10-30 ended 10-14, T13 10-20 ended 10-14, T15 11-04, T19 11-19 ended 11-13",
    "2026-11-13",
    [...again, [{ type: "executed" }, "2026-11-13"]],
    "and is carried out again",
  ],
  [
    "T05 07-30, T06 07-30, T07 08-21 ended 08-14, T08 09-04 ended 08-25, T10 09-11, T09 09-01, T22 09-01, T20 08-27, T12 10-01, T14 10-09, T11 09-23 ended 09-10",
    "2026-09-10",
    [...inMailbox, reconsidered("2026-09-10")],
    "of what time started, a recourse ends its own term alone",
  ],
  [
    "T05 07-30, T06 07-30, T07 08-21, T08 09-04, T10 09-11, T20 07-24 ended 07-24, T20 07-31",
    "2026-07-24",
    [
      filed,
      [{ type: "queja-filed", filedOn: calendarDay("2026-07-22"), ground: "delay" }, "2026-07-22"],
      [{ type: "queja-forwarded" }, "2026-07-24"],
    ],
    "a queja was sent on: its days to be decided begin, those to send it on are over",
  ],
])("%s on %s (%#)", (runs, now, steps) => {
  expect(shown(entries(...steps), now)).toBe(runs);
});

it("gives the open run of a clock the date that a change of calendar moved it to", () => {
  const moved = [{ clock: "T08", to: calendarDay("2026-09-07") }];
  const change = { type: "dates-moved", effectiveAt: at("2026-08-03"), details: { moved } } as object as ClaimEvent;
  const events = [...entries(filed, accepted), noted(change, 3)];
  expect(shown(events, "2026-08-03")).toBe("T05 07-30, T06 07-30, T07 08-21, T08 09-07, T10 09-11");
});

it("does not change a run that is over", () => {
  const moved = [{ clock: "T07", to: calendarDay("2026-08-24") }];
  const change = { type: "dates-moved", effectiveAt: at("2026-08-17"), details: { moved } } as object as ClaimEvent;
  const events = [...entries(filed, accepted, heard), noted(change, 4)];
  expect(shown(events, "2026-08-17")).toBe("T05 07-30, T06 07-30, T07 08-21 ended 08-14, T08 09-04, T10 09-11");
});

it("keeps a run as it was met, even if later calendars would have ended it on another day", () => {
  const census = {
    action: "add",
    reason: "decreed",
    date: calendarDay("2026-08-20"),
    name: "Censo",
    source: "Ley 00000",
    scope: ["COMPANY", "USER"],
  } as const;
  const later: ClaimLaw = {
    ...law,
    calendars: calendarsAfter(law.calendars, [census], "v2", calendarDay("2026-08-15")),
    earlier: [{ until: at("2026-08-15"), calendars: law.calendars }],
  };
  expect(shown(entries(filed, accepted, heard), "2026-08-17", later)).toBe(
    "T05 07-30, T06 07-30, T07 08-21 ended 08-14, T08 09-04, T10 09-11",
  );
});

it("keeps each pause of a run, and what moved it while it was paused", () => {
  const said = (change: string, dueDate: string, on: string, seq: number) =>
    noted(
      {
        type: "notice-sent",
        effectiveAt: at(on),
        recordedAt: at(on),
        clocks: [{ clock: "T08", change, term: { dueDate } }],
      } as object as ClaimEvent,
      seq,
    );
  const events = [
    said("started", "2026-09-04", "2026-07-20", 1),
    said("paused", "2026-09-08", "2026-07-22", 2),
    said("moved", "2026-09-09", "2026-07-23", 3),
    said("resumed", "2026-09-08", "2026-07-24", 4),
    said("paused", "2026-09-10", "2026-08-03", 5),
    said("moved", "2026-09-11", "2026-08-04", 6),
  ];
  expect(shown(events, "2026-08-04")).toBe("T08 09-11 paused 07-22/07-24 paused 08-03/");
  expect(shown([...events, said("resumed", "2026-09-10", "2026-08-05", 7)], "2026-08-05")).toBe(
    "T08 09-10 paused 07-22/07-24 paused 08-03/08-05",
  );
});

it("has none without a filing", () => {
  expect(clockRuns([], law, at("2026-08-03"))).toEqual([]);
});
