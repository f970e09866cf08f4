import { describe, expect, it } from "vitest";
import type { CaseEvent } from "../../../../shared/domain/case/case-events.ts";
import { calendarDay as day } from "../../../../shared/domain/term/calendar-day.ts";
import { withPause } from "../../../../shared/domain/term/due-dates.ts";
import { acceptsTestCost, meterTestConclusion, meterTestLimits } from "../../../../shared/domain/visit/meter-test.ts";
import { calendars } from "../../../../tenants/eps-moquegua/calendars.ts";
import { filing } from "../../documents/document-examples.ts";

it.each([
  ["over-registers", true, "company", "la empresa paga"],
  ["within-tolerance", true, "claimant", "la paga quien la pidió"],
  ["under-registers", true, "claimant", "no se cobra por los meses pasados"],
  ["within-tolerance", false, "company", "la paga la empresa, porque quien reclama no la pidió"],
] as const)("a meter that %s, its cost accepted: %s; paid by the %s", (result, accepted, payer, says) => {
  const conclusion = meterTestConclusion(result, accepted);
  expect(conclusion.payer).toBe(payer);
  expect(conclusion.explanation.join(" ")).toContain(says);
});

describe("whether the claimant bears the cost of the test", () => {
  const asking = (meterTest: boolean, meterTestCostAccepted: boolean) => ({
    ...filing,
    details: { ...filing.details, form: { ...filing.details.form, meterTest, meterTestCostAccepted } },
  });
  const asked = (costAccepted: boolean) =>
    ({ ...filing, seq: 2, type: "meter-test-asked", details: { costAccepted } }) as CaseEvent;
  it.each([
    ["asked at filing, and accepted", [asking(true, true)], true],
    ["asked at filing, not accepted", [asking(true, false)], false],
    ["never asked for", [asking(false, true)], false],
    ["asked later, and accepted", [asking(false, false), asked(true)], true],
    ["asked later, not accepted", [asking(false, false), asked(false)], false],
  ] as const)("%s", (_, events, bears) => {
    expect(acceptsTestCost(events)).toBe(bears);
  });
});

describe("the last days of a test in a claim filed on Saturday 21 November 2026: day 30 is Thursday 7 January", () => {
  const from = day("2026-11-21");
  const calendar = calendars.COMPANY;
  const pause = { after: day("2026-11-23"), through: day("2026-11-25") };

  it.each([
    ["inside the thirty days", 30, [], 48, "2027-01-07", "2027-01-06", "2027-01-04"],
    ["with five extra days: day 35", 35, [], 48, "2027-01-14", "2027-01-13", "2027-01-11"],
    ["an hour more of notice is a day more, over New Year", 30, [], 49, "2027-01-07", "2027-01-06", "2026-12-31"],
    ["two days of a pause move all, over a weekend", 30, [pause], 48, "2027-01-11", "2027-01-08", "2027-01-06"],
  ])("%s", (_, days, pauses, noticeHours, decideBy, holdBy, orderBy) => {
    const { dueDate } = withPause({ from, days, calendar }, pauses);
    expect(dueDate).toBe(decideBy);
    expect(meterTestLimits(dueDate, noticeHours, calendar)).toMatchObject({ holdBy, orderBy });
  });

  it("explains them", () => {
    expect(meterTestLimits(day("2027-01-07"), 48, calendar).explanation).toEqual([
      "El reclamo se decide a más tardar el 7 de enero de 2027: la contrastación debe hacerse a más tardar el 6 de enero de 2027 y avisarse a más tardar el 4 de enero de 2027.",
    ]);
  });
});
