import type { showCase } from "../../contract/case/case-routes.ts";
import type { AnswerOf } from "../../contract/route.ts";
import { lastEntry } from "../../domain/case/case-events.ts";
import { verificationRecords } from "../../domain/leak/leak-repair.ts";
import type { AverageMonth, LeftOut } from "../../domain/receipt/consumption-shapes.ts";
import { leftOutNames } from "../../domain/receipt/consumption-words.ts";
import { formatCents } from "../../domain/receipt/money.ts";
import { daysFromFiling } from "../../domain/term/claim-clocks.ts";
import { type MeterTestLimits, meterTestLimits } from "../../domain/visit/meter-test.ts";
import type { CaseAt } from "../case/case-at.ts";
import { asksMeterTest } from "../resolution/evidence-checklist.ts";
import type { ConsumptionRuling } from "./consumption-months.ts";

/** Reasons of an outcome that rest on a non-visible leak. */
const leakReasons: ReadonlySet<ConsumptionRuling["outcome"]["reason"]> = new Set([
  "leak-open",
  "leak-repaired",
  "repair-not-required",
  "repair-not-verified",
]);

type View = NonNullable<AnswerOf<typeof showCase>["consumption"]>;

/**
 * Returns the judged months of a case as staff read them; undefined if `months` is empty. If an outcome rests on a
 * non-visible leak, the view also says how the repair of the leak stands. If a meter test was asked for and has no
 * result yet, the view also says the last days to announce and to make it.
 */
export function consumptionView(at: CaseAt, months: readonly ConsumptionRuling[]): View | undefined {
  if (months.length === 0) return undefined;
  const leak = months.find(({ outcome }) => leakReasons.has(outcome.reason));
  return {
    months: months.map(monthView),
    ...(leak && { repair: repairView(leak) }),
    ...(asksMeterTest(at) &&
      !lastEntry(at.file.events, "meter-test-reported") && { meterTest: [...limitsOf(at).explanation] }),
  };
}

function monthView({
  average,
  assignment,
  judgement,
  outcome,
  rebilling,
  ...month
}: ConsumptionRuling): View["months"][number] {
  const { receiptNumber, period, billedM3, measuredM3, control, explanation } = month;
  return {
    receiptNumber,
    period,
    billedM3,
    measuredM3,
    averageM3: average.m3,
    averageMonths: average.months.filter(isShown).map(({ period: of, m3, leftOut }) => ({
      period: of,
      m3,
      ...(leftOut && { leftOut: leftOutNames[leftOut] }),
    })),
    assignmentM3: assignment?.m3,
    atypical: judgement.atypical,
    controlDone: control.done,
    regime: outcome.regime,
    reason: outcome.reason,
    verdict: outcome.verdict,
    m3: outcome.m3,
    replaceMeter: outcome.replaceMeter,
    concepts: (rebilling?.concepts ?? []).map(({ concept, before, after }) => ({
      concept,
      before: formatCents(before),
      after: formatCents(after),
    })),
    before: rebilling && formatCents(rebilling.before.monthTotal),
    after: rebilling && formatCents(rebilling.after.monthTotal),
    credit: rebilling?.creditNote && formatCents(rebilling.creditNote.total),
    overpaid: rebilling && formatCents(rebilling.settlement.overpaid),
    explanation: [...explanation],
  };
}

const unshown: ReadonlySet<LeftOut> = new Set(["this-month", "later", "out-of-window", "enough"]);

function isShown({ leftOut }: AverageMonth): boolean {
  return leftOut === undefined || !unshown.has(leftOut);
}

/** How the repair stands: its last days, and what the visit that verifies it must record. */
function repairView({ repair: { status, due, verifyBy, explanation } }: ConsumptionRuling): View["repair"] {
  return {
    status,
    due: due?.dueDate,
    verifyBy,
    records: status === "not-required" ? [] : [...verificationRecords],
    explanation: [...explanation],
  };
}

/**
 * Returns the last day to order a meter test and the last day to make it, so that the claim is still decided in time.
 * The term to decide starts at the filing and includes the extra days that a meter test adds.
 */
export function limitsOf({ claim, law }: CaseAt): MeterTestLimits {
  const { resolution, meterTest, atypical, calendars } = law;
  const { dueDate } = daysFromFiling(claim, resolution.days + meterTest.extraDays, law);
  return meterTestLimits(dueDate, atypical.noticeHours, calendars.COMPANY);
}
