import { describe, expect, it } from "vitest";
import { claimAt } from "../../../../shared/domain/case/claim.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { lateOf } from "../../../../shared/domain/term/late-company.ts";
import {
  accepted,
  appealed,
  at,
  filed,
  filing,
  heard,
  law,
  lived,
  notified,
  reconsidered,
  resolved,
  type Step,
  sent,
} from "../case/claim-examples.ts";

const day = calendarDay;
const visited = (on: string): Step => [{ type: "inspection-reported", outcome: "whole" }, on];
const byTelephone: Step = [filing("2026-07-20", { channel: "telephone" }), "2026-07-20"];
const appeal: readonly Step[] = [...resolved, sent, notified, appealed("2026-09-01")];
const queja = (on: string): Step => [{ type: "queja-filed", filedOn: day(on), ground: "delay" }, on];

function late(now: string, steps: readonly Step[], visits: readonly string[] = []): readonly string[] {
  const claim = claimAt(lived(...steps), law, at(now));
  if (!claim) throw new Error("nothing filed");
  return lateOf(claim, law, at(now), visits.map(day)).map(({ clock, dueOn, missedOn, grantedAfter }) =>
    [clock, dueOn && `over ${dueOn}`, missedOn && `missed ${missedOn}`, grantedAfter && `granted ${grantedAfter}`]
      .filter(Boolean)
      .join(", "),
  );
}

describe("what the company is late with", () => {
  it.each<[string, string, readonly Step[], readonly string[], readonly string[]]>([
    ["nothing, on the day of the visit", "2026-07-24", [filed, accepted], ["2026-07-24"], []],
    [
      "a visit that nobody reported, its term still running",
      "2026-07-27",
      [filed, accepted],
      ["2026-07-24"],
      ["T06, missed 2026-07-24, granted 2026-09-11"],
    ],
    [
      "a visit not made by the end of its term",
      "2026-07-31",
      [filed, accepted],
      ["2026-07-24"],
      ["T06, over 2026-07-30, missed 2026-07-24, granted 2026-09-11"],
    ],
    ["no more, once it was made, however late", "2026-08-05", [filed, accepted, visited("2026-08-04")], [], []],
    [
      "the second visit, after one with nobody there",
      "2026-08-10",
      [filed, accepted, visited("2026-07-24")],
      ["2026-08-07"],
      ["T06, missed 2026-08-07, granted 2026-09-11"],
    ],
    [
      "a hearing nobody held",
      "2026-08-17",
      [filed, accepted, visited("2026-07-24")],
      [],
      ["T07, missed 2026-08-14, granted 2026-09-11"],
    ],
    [
      "nor by the end of its term",
      "2026-08-24",
      [filed, accepted, visited("2026-07-24")],
      [],
      ["T07, over 2026-08-21, missed 2026-08-14, granted 2026-09-11"],
    ],
    [
      "a decision not signed",
      "2026-09-07",
      [filed, accepted, visited("2026-07-24"), heard],
      [],
      ["T08, over 2026-09-04, granted 2026-09-11"],
    ],
    [
      "a decision signed and not notified",
      "2026-09-02",
      [...resolved, sent],
      [],
      ["T09, over 2026-09-01, granted 2026-09-11"],
    ],
    ["nothing of a visit, once it is decided", "2026-08-26", [...resolved, sent], ["2026-07-24"], []],
    ["a silence says more than a delay", "2026-09-14", [filed, accepted], ["2026-07-24"], []],
    ["what silence granted and nobody carried out", "2026-10-05", [filed, accepted], [], ["T19, over 2026-09-25"]],
    [
      "a reconsideration not decided",
      "2026-09-24",
      [...resolved, sent, notified, reconsidered("2026-09-01")],
      [],
      ["T12, over 2026-09-22, granted 2026-09-29"],
    ],
    ["an appeal not sent up", "2026-09-09", appeal, [], ["T16, over 2026-09-08"]],
    [
      "a queja not sent on",
      "2026-08-20",
      [filed, accepted, visited("2026-07-24"), heard, queja("2026-08-17")],
      [],
      ["T20, over 2026-08-18, granted 2026-09-11"],
    ],
    [
      "no queja that was sent on: its answer is another's",
      "2026-08-24",
      [filed, accepted, visited("2026-07-24"), heard, queja("2026-08-17"), [{ type: "queja-forwarded" }, "2026-08-18"]],
      [],
      [],
    ],
    [
      "the copy of a claim by telephone",
      "2026-07-27",
      [byTelephone, [{ type: "claim-accepted" }, "2026-07-21"]],
      [],
      ["T25, over 2026-07-24"],
    ],
  ])("%s", (_, now, steps, visits, expected) => {
    expect(late(now, steps, visits)).toEqual(expected);
  });
});
