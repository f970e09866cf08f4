import { describe, expect, it } from "vitest";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { forecast } from "../../../../shared/domain/work/work-list.ts";
import {
  accepted,
  at,
  delivered,
  filed,
  filing,
  frozen,
  heard,
  law,
  lived,
  resolved,
  type Step,
  sent,
  withdrawal,
} from "../case/claim-examples.ts";

const observed: readonly Step[] = [
  [{ type: "defect-observed" }, "2026-07-22"],
  [{ type: "defect-notified" }, "2026-07-22"],
];
const visited: Step = [{ type: "inspection-reported", outcome: "whole" }, "2026-07-23"];
const notified: Step = [delivered, "2026-08-26"];
const appealed: Step = [{ type: "appeal-filed", filedOn: calendarDay("2026-09-01") }, "2026-09-01"];
const elevated: readonly Step[] = [...resolved, sent, notified, appealed, [{ type: "file-elevated" }, "2026-09-03"]];
const certified: Step = [{ type: "silence-certified" }, "2026-09-14"];
const queja = (on: string): Step => [{ type: "queja-filed", filedOn: calendarDay(on), ground: "delay" }, on];
/** A claim whose hearing is some days before the last day for it. */
const early: Step = [
  filing("2026-07-20", { inspectionOn: calendarDay("2026-07-22"), hearingOn: calendarDay("2026-08-10") }),
  "2026-07-20",
];

describe("the legal day a claim is listed by", () => {
  it.each<[string, string, readonly Step[], string]>([
    ["the visit's term, first of the company's", "2026-07-21", [filed, accepted], "2026-07-30"],
    ["once the visit is made, the hearing's day", "2026-07-24", [early, accepted, visited], "2026-08-10"],
    ["observed, the last day to remedy", "2026-07-22", [filed, ...observed], "2026-07-27"],
    ["notified, the last day for a recourse", "2026-08-27", [...resolved, sent, notified], "2026-09-16"],
    [
      "notified, whatever the company owes beside it",
      "2026-08-28",
      [...resolved, sent, notified, queja("2026-08-28")],
      "2026-09-16",
    ],
    [
      "in a mailbox once the five days to notify are over, the last before it counts as read",
      "2026-09-03",
      [...resolved, [{ type: "resolution-dispatched", channel: "mailbox" }, "2026-08-28"]],
      "2026-09-06",
    ],
    ["its hearing due, the day of it", "2026-08-20", [filed, accepted], "2026-08-14"],
    ["silent, the first day of the silence until somebody certifies it", "2026-09-16", [filed], "2026-09-12"],
    ["certified, the last day to execute it", "2026-09-16", [filed, certified], "2026-09-25"],
    ["not decided in its term, the day it should have been", "2026-09-08", [filed, accepted, heard], "2026-09-04"],
    [
      "decided late and not notified yet, the day by which it must be",
      "2026-09-08",
      [filed, accepted, heard, [frozen[0], "2026-09-07"], [{ type: "resolution-signed" }, "2026-09-07"]],
      "2026-09-11",
    ],
    ["not notified in its five days, the last of them", "2026-09-08", [...resolved, sent], "2026-09-01"],
    [
      "not elevated in its term, the last day for it, whatever runs beside",
      "2026-09-10",
      [...resolved, sent, notified, appealed, queja("2026-09-09")],
      "2026-09-08",
    ],
    [
      "decided by the tribunal and not executed, the day it should have been, whoever may still sue",
      "2026-11-20",
      [...elevated, [{ type: "tribunal-decided", outcome: "decided" }, "2026-10-20"]],
      "2026-11-03",
    ],
    [
      "not forwarded its queja in its day, that day, whatever runs on",
      "2026-08-06",
      [early, accepted, visited, queja("2026-08-03")],
      "2026-08-04",
    ],
    [
      "not the day a queja should be decided, once it was sent on: nobody here can close it",
      "2026-08-07",
      [early, accepted, visited, queja("2026-08-03"), [{ type: "queja-forwarded" }, "2026-08-03"]],
      "2026-08-10",
    ],
    ["not visited in time, which is a target, the next term of the company's", "2026-08-03", [filed], "2026-08-21"],
    ["not executed, the day it should have been", "2026-10-05", [filed, certified], "2026-09-25"],
    ["with the tribunal, its last day", "2026-09-04", elevated, "2026-10-23"],
    ["its silence too, while nobody sues", "2026-10-26", elevated, "2026-10-23"],
    [
      "in the claimant's hands, what the company owes where nothing of theirs runs",
      "2026-10-26",
      [...elevated, queja("2026-10-26")],
      "2026-10-27",
    ],
  ])("%s", (_, now, steps, dueOn) => {
    expect(forecast(lived(...steps), law, at(now))[0]?.dueOn).toBe(dueOn);
  });

  it("is none once it is over", () => {
    const withdrawn: Step[] = [filed, [withdrawal, "2026-07-21"], [{ type: "withdrawal-accepted" }, "2026-07-22"]];
    expect(forecast(lived(...withdrawn), law, at("2026-07-23"))).toEqual([
      { from: "2026-07-23", state: "withdrawn", since: "2026-07-22", queue: "over" },
    ]);
  });

  it.each<[string, string, readonly Step[]]>([
    ["filed", "2026-07-21", [filed]],
    ["accepted and visited", "2026-07-24", [early, accepted, visited]],
    ["observed", "2026-07-22", [filed, ...observed]],
    ["heard", "2026-08-17", [filed, accepted, heard]],
    ["frozen", "2026-08-24", [filed, accepted, heard, frozen]],
    ["signed", "2026-08-25", resolved],
    ["dispatched", "2026-08-25 13:00", [...resolved, sent]],
    ["notified", "2026-08-26", [...resolved, sent, notified]],
    ["elevated", "2026-09-03", elevated],
  ])("is never after the day the state lapses: %s", (_, now, steps) => {
    const forecasted = forecast(lived(...steps), law, at(now));
    expect(forecasted.length).toBeGreaterThan(1);
    for (const [index, next] of forecasted.slice(1).entries())
      expect((forecasted[index]?.dueOn ?? "9999") <= next.from, `${next.state} on ${next.from}`).toBe(true);
  });
});
