import { describe, expect, it } from "vitest";
import { calendarDay } from "../../../shared/domain/calendar-day.ts";
import { forecast } from "../../../shared/domain/work-list.ts";
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
} from "./claim-examples.ts";

const observed: readonly Step[] = [
  [{ type: "defect-observed" }, "2026-07-22"],
  [{ type: "defect-notified" }, "2026-07-22"],
];
const visited: Step = [{ type: "inspection-reported", outcome: "whole" }, "2026-07-23"];
const notified: Step = [delivered, "2026-08-26"];
const elevated: readonly Step[] = [
  ...resolved,
  sent,
  notified,
  [{ type: "appeal-filed", filedOn: calendarDay("2026-09-01") }, "2026-09-01"],
  [{ type: "file-elevated" }, "2026-09-03"],
];
/** Its hearing is days before the last for one. */
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
  ])("%s", (_, now, steps, dueOn) => {
    expect(forecast(lived(...steps), law, at(now))[0]?.dueOn).toBe(dueOn);
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
