import { describe, expect, it } from "vitest";
import type { ClaimEventType } from "../../../../shared/domain/case/claim-events.ts";
import { hearingDay, instanceOf } from "../../../../shared/domain/case/claim-instance.ts";
import { type ClaimLaw, lawAt, lawBefore } from "../../../../shared/domain/case/claim-law.ts";
import { type ClockId, clockIds } from "../../../../shared/domain/case/claim-states.ts";
import { type CalendarChange, calendarsAfter } from "../../../../shared/domain/term/calendar-changes.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { lastDayBefore, termFor, workingOf } from "../../../../shared/domain/term/claim-clocks.ts";
import {
  accepted,
  appealed,
  at,
  filed,
  frozen,
  heard,
  law,
  reconsidered,
  resolved,
  type Step,
} from "../case/claim-examples.ts";
import {
  bothFiled,
  clock,
  clocksAt,
  decidedAgain,
  decidedOn,
  filedAt,
  inMailbox,
  inRecon,
  notifiedOn,
  queja,
  readAt,
  rejected,
  sentBack,
  toAppeal,
  toRecon,
  withdrawn,
} from "./clock-readings.ts";

describe("what is being decided", () => {
  it.each<[string, string, number, number, boolean, string, readonly Step[]]>([
    ["claim-filed", "2026-07-20", 30, 35, false, "2026-07-21", [filed, accepted]],
    ["reconsideration-filed", "2026-09-10", 15, 20, true, "2026-09-10", inRecon],
    ["reconsideration-filed", "2026-09-10", 15, 20, true, "2026-09-11", [...inRecon, toAppeal]],
    ["recourse-reclassified", "2026-09-10", 15, 20, true, "2026-09-11", toRecon],
    ["recourse-reclassified", "2026-09-10", 15, 20, true, "2026-09-14", [...toRecon, appealed("2026-09-14")]],
    ["tribunal-decided", "2026-08-03", 10, 15, false, "2026-08-03", sentBack],
  ])(
    "was opened by %s, from %s, in %i days, in silence after %i (%#)",
    (type, from, decideIn, silenceAfter, isReconsideration, now, steps) => {
      const { opener, ...instance } = instanceOf(readAt(now, ...steps), law);
      expect({ type: opener.type, ...instance, events: 0 }).toEqual({
        type,
        from,
        decideIn,
        silenceAfter,
        isReconsideration,
        events: 0,
      });
    },
  );

  it("throws without a filing", () => {
    expect(() => instanceOf({ ...readAt("2026-07-20", filed), history: [] }, law)).toThrow("without a filing");
  });
});

describe("the day of the hearing", () => {
  const moved: Step = [
    { type: "hearing-moved", hearingOn: calendarDay("2026-08-27"), reason: "leak-repair" },
    "2026-07-30",
  ];
  it.each<[string | undefined, string, readonly Step[], string]>([
    ["2026-08-14", "2026-07-20", [filed], "given at filing"],
    ["2026-08-27", "2026-07-30", [filed, accepted, moved], "moved"],
    [undefined, "2026-07-20", [filedAt("2026-07-20", { claimType: "F02" })], "of a claim without one"],
    [undefined, "2026-09-10", inRecon, "a reconsideration has none: that of the claim was held"],
  ])("$3 (on $1)", (day, now, steps) => {
    expect(hearingDay(instanceOf(readAt(now, ...steps), law))).toBe(day);
  });
});

describe("the last day before something passes", () => {
  const notifiedOn = (day: string): readonly Step[] => [
    filed,
    [{ type: "defect-observed" }, day],
    [{ type: "defect-notified" }, day],
  ];
  // Filed on 20 July: day 5, the last to reject for a defect, is the 30th.
  it.each<[string | undefined, "T04" | "late-observation" | "T22", string, readonly Step[], string]>([
    ["2026-08-03", "T04", "2026-07-30", notifiedOn("2026-07-30"), "observed on its last day: deemed not filed"],
    [undefined, "T04", "2026-07-31", notifiedOn("2026-07-31"), "observed a day late: never rejected for it"],
    [undefined, "late-observation", "2026-07-30", notifiedOn("2026-07-30"), "nothing passes for being late"],
    ["2026-08-04", "late-observation", "2026-07-31", notifiedOn("2026-07-31"), "it goes on without the days to mend"],
    [
      "2026-09-06",
      "T22",
      "2026-08-28 12:00",
      [...resolved, [{ type: "resolution-dispatched", channel: "mailbox" }, "2026-08-28 12:00"]],
      "in a mailbox until Friday 4 September: read on Monday the 7th, not on Saturday (T22)",
    ],
  ])("$4 ($1)", (day, lapse, now, steps) => {
    expect(lastDayBefore(lapse, readAt(now, ...steps), law)).toBe(day);
  });
});

describe("a term that has not started", () => {
  const running: readonly ClockId[] = ["T05", "T06", "T07", "T08", "T10", "T12", "T14", "T19"];
  it.each(clockIds.filter((id) => !running.includes(id)))("%s has no day", (id) => {
    expect(workingOf(id, readAt("2026-07-20", filed), law)).toBeUndefined();
  });
});

describe("the days to send an appeal to the tribunal", () => {
  it.each<[string, string, readonly Step[], string]>([
    ["2026-09-17", "2026-09-11", [...inRecon, toAppeal], "called a reconsideration: from the day it was filed"],
    ["2026-09-17", "2026-09-14", [...inRecon, toAppeal, queja], "whatever is filed beside it"],
    ["2026-09-25", "2026-09-18", [...bothFiled, ...rejected], "kept: from the notice of the reconsideration"],
    ["2026-09-25", "2026-09-18", [...toRecon, ...rejected], "the same, where it was looked at as one itself"],
    [
      "2026-10-21",
      "2026-10-14",
      [
        ...inRecon,
        toAppeal,
        [{ type: "file-elevated" }, "2026-09-15"],
        [{ type: "tribunal-decided", outcome: "back-to-resolution", termDays: 10 }, "2026-10-05"],
        ...decidedOn("2026-10-06"),
        appealed("2026-10-07"),
        reconsidered("2026-10-09"),
        ...decidedOn("2026-10-14"),
      ],
      "kept anew, after what the tribunal sent back: what the first was called says nothing of it",
    ],
    [
      "2026-07-06",
      "2026-06-25 21:00",
      [
        ...notifiedOn("2026-06-22", "2026-06-24"),
        [{ type: "appeal-filed", filedOn: calendarDay("2026-06-26") }, "2026-06-25 20:00"],
      ],
      "filed after hours: from the day it bears",
    ],
  ])("end on %s (on %s, %#)", (due, now, steps) => {
    expect(clock("T16", now, ...steps)?.dueDate).toBe(due);
  });
});

describe("an appeal that is kept", () => {
  it.each<[string, string, readonly Step[], string]>([
    ["in-appeal", "2026-09-15", [...bothFiled, ...withdrawn("2026-09-14")], "the reconsideration is withdrawn"],
    ["in-appeal", "2026-09-15", [...toRecon, ...withdrawn("2026-09-14")], "of a recourse that was called one"],
    ["firm", "2026-09-17", [...inRecon, toAppeal, ...withdrawn("2026-09-14")], "it is itself withdrawn"],
    ["in-appeal", "2026-09-26", [...bothFiled, ...decidedAgain, inMailbox], "left in the mailbox: read on the 25th"],
    [
      "in-appeal",
      "2026-09-23",
      [...bothFiled, ...decidedAgain, inMailbox, ...withdrawn("2026-09-22")],
      "withdrawn before it counts as read",
    ],
    [
      "reconsideration-notified",
      "2026-08-11",
      [
        ...sentBack.slice(0, -1),
        [{ type: "tribunal-decided", outcome: "back-to-resolution", termDays: 10 }, "2026-08-03"],
        ...decidedOn("2026-08-04"),
        reconsidered("2026-08-06"),
        ...decidedOn("2026-08-10"),
      ],
      "one that was sent up and sent back is kept no more",
    ],
    [
      "firm",
      "2026-09-30",
      [...bothFiled, ...decidedAgain, inMailbox, ...withdrawn("2026-09-28")],
      "what is withdrawn after that is the appeal",
    ],
    [
      "firm",
      "2026-09-30",
      [...bothFiled, ...decidedAgain, inMailbox, ...withdrawn("2026-09-25")],
      "on the very day too",
    ],
  ])("%s on %s (%#)", (state, now, steps) => {
    expect(readAt(now, ...steps).state).toBe(state);
  });

  it("waits while the reconsideration is undecided", () => {
    expect(lastDayBefore("kept-appeal", readAt("2026-09-11", ...bothFiled), law)).toBeUndefined();
  });
});

describe("a user's term under calendars that change", () => {
  const december8 = {
    action: "remove",
    date: calendarDay("2026-12-08"),
    source: "Ley 00000",
    scope: ["COMPANY", "USER"],
  } as const;
  const decreed = {
    ...december8,
    action: "add",
    reason: "decreed",
    name: "Censo",
    date: calendarDay("2026-12-01"),
  } as const;
  const under = (change: CalendarChange, until: string): ClaimLaw => ({
    ...law,
    calendars: calendarsAfter(law.calendars, [change], "v2", calendarDay("2026-11-16")),
    earlier: [{ until: at(until), calendars: law.calendars }],
  });
  // Notified on 18 November: its 15 days end on 14 December, on the 11th without the holiday of the 8th.
  it.each<[string, CalendarChange, string, string]>([
    ["2026-12-11", december8, "2026-11-17", "out of force before the term began: it announced no date"],
    ["2026-12-14", december8, "2026-11-18", "in force the day it began"],
    ["2026-12-14", december8, "2026-11-19", "in force while it ran"],
    ["2026-12-15", decreed, "2026-11-19", "what is longer now counts"],
  ])("ends on %s (%j until %s)", (due, change, until) => {
    const claim = readAt("2026-11-18", ...notifiedOn("2026-11-02", "2026-11-18"));
    expect(workingOf("T11", claim, under(change, until))?.dueDate).toBe(due);
  });
});

describe("the law at an instant", () => {
  const first = { ...law.calendars, USER: { ...law.calendars.USER, version: "first" } };
  const second = { ...law.calendars, USER: { ...law.calendars.USER, version: "second" } };
  const changes = [
    { until: at("2026-08-03"), calendars: first },
    { until: at("2026-09-03"), calendars: second },
  ];
  const now: ClaimLaw = { ...law, earlier: changes };
  const versions = ({ calendars, earlier }: ClaimLaw) => [calendars.USER.version, earlier?.length];
  const present = law.calendars.USER.version;

  it.each([
    ["2026-08-02", ["first", 0]],
    ["2026-08-03", ["second", 1]],
    ["2026-09-02", ["second", 1]],
    ["2026-09-03", [present, 2]],
  ])("%s: %j", (when, expected) => {
    expect(versions(lawAt(now, at(when)))).toEqual(expected);
  });

  it.each([
    ["2026-08-03", ["first", 0]],
    ["2026-09-03", ["second", 1]],
    ["2026-09-04", [present, 2]],
  ])("before the change of %s: %j", (when, expected) => {
    expect(versions(lawBefore(now, at(when)))).toEqual(expected);
  });

  it("is the same object if no calendars were in force before", () => {
    expect(lawAt(law, at("2026-08-02"))).toBe(law);
    expect(lawBefore(law, at("2026-08-02"))).toBe(law);
  });
});

it.each<[ClaimEventType, string | undefined, string]>([
  ["remedied", "2026-07-27", "must be in time by 27 July"],
  ["claim-extended", "2026-07-30", "must be in time by 30 July"],
  ["resolution-notified", "2026-09-15", "must be in time by 15 September"],
  ["claim-accepted", undefined, "has no day to be in time by"],
])("%s $2", (type, due) => {
  const steps: Step[] = [
    filed,
    [{ type: "defect-observed" }, "2026-07-21"],
    [{ type: "defect-notified" }, "2026-07-22"],
  ];
  expect(termFor(type, readAt("2026-07-22", ...steps), law)?.dueDate).toBe(due);
});

it("pauses only once the claimant was notified", () => {
  expect(clock("T08", "2026-07-21", filed, [{ type: "defect-observed" }, "2026-07-21"])?.status).toBe("running");
});

it("shows only the order's terms for a claim sent back", () => {
  expect(clocksAt("2026-08-03", ...sentBack).map(({ id, dueDate }) => `${id} ${dueDate}`)).toEqual([
    "T08 2026-08-18",
    "T10 2026-08-25",
  ]);
});

it("gives the five days to notify their own working where they end with the silence", () => {
  const signed: Step[] = [
    filed,
    accepted,
    heard,
    [frozen[0], "2026-09-04"],
    [{ type: "resolution-signed" }, "2026-09-04"],
  ];
  expect(clock("T09", "2026-09-04", ...signed)).toMatchObject({ dueDate: "2026-09-11", working: { amount: 5 } });
});
