import { describe, expect, it } from "vitest";
import {
  alertDays,
  alertKey,
  answerDay,
  copyRisk,
  lastDeliverableDay,
  lateRisk,
} from "../../../../shared/domain/board/late-risk.ts";
import type { CaseEvent } from "../../../../shared/domain/case/case-events.ts";
import { claimAt } from "../../../../shared/domain/case/claim.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import {
  at,
  delivered,
  filed,
  filing,
  frozen,
  law,
  lived,
  notified,
  reconsidered,
  resolved,
  type Step,
  sent,
} from "../case/claim-examples.ts";

type Note = Readonly<Record<string, unknown>>;

/** A case of the history's facts and these notes, in the order recorded. */
function caseOf(now: string, steps: readonly Step[], notes: readonly Note[] = []) {
  const history = lived(...steps);
  const all: readonly Note[] = [...history, ...notes].map((one) => ({ details: {}, ...one }));
  const events = all
    .toSorted((a, b) => String(a["recordedAt"]).localeCompare(String(b["recordedAt"])))
    .map((one, index) => ({ ...one, seq: index + 1 })) as readonly object[] as readonly CaseEvent[];
  return { events, claim: claimAt(history, law, at(now))! };
}

function noteOn(type: string, when: string, details: object): Note {
  return { type, details, recordedAt: at(when), effectiveAt: at(when) };
}

const by = (channel: "email" | "mailbox"): Step => [{ type: "resolution-dispatched", channel }, "2026-08-25 12:00"];
const attempt = (when: string) => noteOn("delivery-attempted", when, { noticeId: "n1" });
const bounce = (seq: number) => noteOn("notice-bounced", "2026-08-26", { seq, reason: "permanent" });
const again: Step[] = [...resolved, notified, reconsidered("2026-08-31")];
const signedAgain: Step[] = [
  ...again,
  [frozen[0], "2026-09-14"],
  [{ type: "resolution-signed" }, "2026-09-15"],
  [sent[0], "2026-09-15 12:00"],
];

describe("a decision that was handed over out of hours", () => {
  const early = (effectiveAt: string): Note => ({
    ...noteOn("delivery-claimed", "2026-09-10 17:10", { noticeId: "n1" }),
    effectiveAt: at(effectiveAt),
  });

  it.each([
    [
      "is no risk while it waits: one from the day on which another person must confirm it",
      "2026-09-11 08:00",
      "to-confirm from 2026-09-15",
    ],
    ["is one if it counts after the last day", "2026-09-14 08:00", "on-its-way from 2026-08-28"],
  ])("%s", (_, effect, expected) => {
    const { events, claim } = caseOf("2026-09-10 18:00", [...resolved, sent], [early(effect)]);
    const risk = lateRisk(events, claim, law);
    expect(`${risk?.reason} from ${risk?.from}`).toBe(expected);
  });

  it("is one to confirm if nobody counted it by the last day", () => {
    const { events, claim } = caseOf("2026-09-12 09:00", [...resolved, sent], [early("2026-09-11 08:00")]);
    expect(claim.state).toBe("silence-to-confirm");
    expect(lateRisk(events, claim, law)).toMatchObject({ reason: "to-confirm", from: claim.since });
  });
});

describe("a decision that may be notified late", () => {
  // Filed on Monday 20 July 2026: day 25 is 28 August, day 33 9 September, day 35 11 September.
  it.each<[string, string, Step[], Note[], string]>([
    ["not-signed T10 from 2026-08-28 until 2026-09-11 of 2026-09-11", "2026-07-20", [filed], [], "day 25"],
    [
      "not-dispatched T10 from 2026-08-26 until 2026-09-11 of 2026-09-11",
      "2026-08-25",
      [...resolved],
      [],
      "the day after it was signed",
    ],
    [
      "on-its-way T10 from 2026-08-28 until 2026-09-01 of 2026-09-11",
      "2026-08-25 13:00",
      [...resolved, sent],
      [],
      "carried: two days before its five to notify end",
    ],
    [
      "not-delivered T10 from 2026-08-27 until 2026-09-11 of 2026-09-11",
      "2026-08-27 13:00",
      [...resolved, sent],
      [attempt("2026-08-27")],
      "nobody there",
    ],
    [
      "not-delivered T10 from 2026-08-25 until 2026-09-11 of 2026-09-11",
      "2026-08-25 13:00",
      [...resolved, sent],
      [attempt("2026-08-25 12:00")],
      "nor at once",
    ],
    [
      "not-dispatched T10 from 2026-09-09 until 2026-09-11 of 2026-09-11",
      "2026-09-10",
      [...resolved.slice(0, 3), [frozen[0], "2026-09-10"], [{ type: "resolution-signed" }, "2026-09-10"]],
      [],
      "signed on day 34: a risk since day 33",
    ],
    [
      "on-its-way T10 from 2026-08-28 until 2026-09-01 of 2026-09-11",
      "2026-08-25 13:00",
      [...resolved, sent],
      [attempt("2026-08-25 11:00")],
      "an attempt of what was carried before says nothing",
    ],
    [
      "not-acknowledged T10 from 2026-09-09 until 2026-09-11 of 2026-09-11",
      "2026-08-25 13:00",
      [...resolved, by("mailbox")],
      [],
      "in a mailbox: two days before the last",
    ],
    [
      "not-acknowledged T10 from 2026-08-27 until 2026-09-11 of 2026-09-11",
      "2026-08-25 13:00",
      [...resolved, by("email")],
      [],
      "by e-mail: two days to acknowledge it",
    ],
    [
      "bounced T10 from 2026-08-26 until 2026-09-11 of 2026-09-11",
      "2026-08-26 13:00",
      [...resolved, by("email")],
      [bounce(6)],
      "an e-mail that bounced",
    ],
    [
      "not-acknowledged T10 from 2026-08-27 until 2026-09-11 of 2026-09-11",
      "2026-08-26 13:00",
      [...resolved, by("email")],
      [bounce(1)],
      "another e-mail bounced",
    ],
    [
      "to-confirm T10 from 2026-09-12 until 2026-09-11 of 2026-09-11",
      "2026-09-14",
      [...resolved, sent],
      [],
      "a silence to confirm, from the day after the last",
    ],
    [
      "not-signed T14 from 2026-09-14 until 2026-09-28 of 2026-09-28",
      "2026-08-31",
      again,
      [],
      "a reconsideration, as many days before its silence",
    ],
    [
      "on-its-way T14 from 2026-09-18 until 2026-09-22 of 2026-09-28",
      "2026-09-15 13:00",
      signedAgain,
      [],
      "its resolution carried",
    ],
    [
      "to-confirm T14 from 2026-09-29 until 2026-09-28 of 2026-09-28",
      "2026-09-30",
      signedAgain,
      [],
      "a silence to confirm of a reconsideration",
    ],
    ["none", "2026-08-26", [...resolved, notified], [], "it was notified"],
    ["none", "2026-09-14", [filed], [], "silence granted it"],
  ])("%s on %s (%#)", (expected, now, steps, notes) => {
    const { events, claim } = caseOf(now, steps, notes);
    const risk = lateRisk(events, claim, law);
    expect(
      risk ? `${risk.reason} ${risk.clock} from ${risk.from} until ${risk.lastDay} of ${risk.endsOn}` : "none",
    ).toBe(expected);
  });
});

it("gives a decision and a reconsideration each its own days to be notified", () => {
  const shorter = { ...law, recon: { ...law.recon, notificationDays: 3 } };
  const lastDay = (now: string, steps: readonly Step[]) => {
    const { events, claim } = caseOf(now, steps);
    return lateRisk(events, claim, shorter)?.lastDay;
  };
  expect(lastDay("2026-08-25 13:00", [...resolved, sent])).toBe("2026-09-01");
  expect(lastDay("2026-09-15 13:00", signedAgain)).toBe("2026-09-18");
});

it.each([
  ["2026-11-24", "2026-11-24", "worked by both"],
  ["2026-11-25", "2026-11-24", "worked by the company alone"],
  ["2027-01-03", "2026-12-31", "a Sunday after a Saturday and a holiday"],
])("a term that ends on %s is delivered until %s (%s)", (end, last) => {
  expect(lastDeliverableDay(calendarDay(end), law.calendars)).toBe(last);
});

describe("the copy for a claim by telephone", () => {
  const byTelephone: Step = [filing("2026-07-20", { channel: "telephone" }), "2026-07-20"];
  it.each<[string, string | undefined, Step[]]>([
    ["is a risk once its three days are over", "2026-07-25", [byTelephone]],
    ["is none once it was sent", undefined, [byTelephone, [{ type: "filing-copy-sent" }, "2026-07-21"]]],
    ["is owed to nobody else", undefined, [filed]],
    [
      "is owed no more once it was notified",
      undefined,
      [
        byTelephone,
        [{ type: "dismissal-proposed", ground: "late" }, "2026-07-21"],
        [frozen[0], "2026-07-21"],
        [{ type: "resolution-signed" }, "2026-07-21"],
        [delivered, "2026-07-21"],
      ],
    ],
  ])("%s", (_, from, steps) => {
    const risk = copyRisk(caseOf("2026-07-21 16:00", steps).claim, law);
    expect(risk).toEqual(
      from && { clock: "T25", endsOn: "2026-07-24", lastDay: "2026-07-24", from, reason: "copy-not-sent" },
    );
  });
});

describe("the day of the answer", () => {
  it.each([
    ["in-resolution", "2026-09-14", "2026-09-14"],
    // Its notice has a term of its own, which the page shows: one thing has one day.
    ["resolved", "2026-09-14", undefined],
    ["reconsideration-resolved", "2026-09-14", undefined],
    ["notified", "2026-09-14", undefined],
    ["in-reconsideration", "2026-09-14", "2026-09-14"],
    ["silence-to-confirm", "2026-09-15", undefined],
  ] as const)("of a claim %s, on %s", (state, today, day) => {
    expect(answerDay(state, calendarDay("2026-09-14"), law.calendars, calendarDay(today))).toBe(day);
  });
});

describe("the alerts of a term", () => {
  it.each([
    ["T10", [25, 30, 33]],
    ["T14", [10, 15, 18]],
  ] as const)("%s come on the days %j", (clock, days) => {
    expect(alertDays(clock, law)).toEqual(days);
  });

  it("are named by term, day and calendar", () => {
    expect(alertKey({ clock: "T10", day: 25, calendarVersion: "v2" })).toBe("T10 25 v2");
  });
});
