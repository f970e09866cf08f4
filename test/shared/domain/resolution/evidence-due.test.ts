import { expect, it } from "vitest";
import { claimAt } from "../../../../shared/domain/case/claim.ts";
import { meterTestDue, repairDue, visitDue } from "../../../../shared/domain/resolution/evidence-due.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { accepted, at, filed, law, lived, resolved, type Step } from "../case/claim-examples.ts";

const read = (day: string, ...steps: readonly Step[]) => {
  const claim = claimAt(lived(...steps), law, at(day));
  if (!claim) throw new Error("nothing is filed");
  return { claim, today: calendarDay(day) };
};

it.each<[string, string, readonly string[], readonly Step[], object | undefined]>([
  ["planned for a day to come", "2026-07-21", ["2026-07-24"], [filed, accepted], { on: "2026-07-24", by: "plan" }],
  ["planned late, which it still is", "2026-08-03", ["2026-08-04"], [filed], { on: "2026-08-04", by: "plan" }],
  ["planned twice: the next", "2026-07-23", ["2026-07-27", "2026-07-22"], [filed], { on: "2026-07-27", by: "plan" }],
  [
    "not made on its day: by the end of its term",
    "2026-07-25",
    ["2026-07-24"],
    [filed],
    { on: "2026-07-30", by: "term" },
  ],
  ["its term over", "2026-07-31", ["2026-07-24"], [filed], undefined],
  ["decided: none is made any more", "2026-08-25", ["2026-08-28"], resolved, undefined],
])("a visit %s", (_, day, planned, steps, due) => {
  const { claim, today } = read(day, ...steps);
  expect(visitDue(claim, law, planned.map(calendarDay), today)).toEqual(due);
});

const ordered: Step = [{ type: "meter-test-ordered", testOn: calendarDay("2026-08-05") }, "2026-07-27"];
it.each<[string, readonly Step[], object | undefined]>([
  ["2026-08-05", [filed, accepted, ordered], { on: "2026-08-05", by: "plan" }],
  ["2026-08-06", [filed, accepted, ordered], undefined],
  ["2026-08-05", [filed, accepted], undefined],
])("a meter test on %s", (day, steps, due) => {
  const { claim, today } = read(day, ...steps);
  expect(meterTestDue(claim, today)).toEqual(due);
});

const leak: Step = [{ type: "leak-repair-required" }, "2026-07-23"];
it.each<[string, object | undefined]>([
  ["2026-08-07", { on: "2026-08-07", by: "term" }],
  ["2026-08-08", undefined],
])("the repair of a leak on %s", (day, due) => {
  const { claim, today } = read(day, filed, accepted, leak);
  expect(repairDue(claim, law, today)).toEqual(due);
});
