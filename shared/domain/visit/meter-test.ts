import { type CaseEvent, entriesOf, lastEntry } from "../case/case-events.ts";
import type { MeterTestResult } from "../case/claim-events.ts";
import { dateOf } from "../receipt/spanish-months.ts";
import { addDays, type CalendarDay } from "../term/calendar-day.ts";
import { dayStatus, type LegalCalendar } from "../term/legal-calendar.ts";

/** Who pays for a test by its result, and the sentences that say its effect. */
export type MeterTestConclusion = {
  readonly payer: "company" | "claimant";
  readonly explanation: readonly string[];
};

const resultNames: Readonly<Record<MeterTestResult, string>> = {
  "over-registers": "que el medidor registra de más",
  "under-registers": "que el medidor registra de menos",
  "within-tolerance": "que el medidor registra dentro de la tolerancia",
};

/** Returns whether the claimant asked for a meter test, in the filing or later, and accepted its cost. */
export function acceptsTestCost(events: readonly CaseEvent[]): boolean {
  const { meterTest, meterTestCostAccepted } = lastEntry(events, "claim-filed")?.details.form ?? {};
  return (
    (meterTest === true && meterTestCostAccepted === true) ||
    entriesOf(events, "meter-test-asked").some(({ details }) => details.costAccepted)
  );
}

/**
 * Returns the effect of a meter test (digest 7.5). If the meter over-registers, it is replaced, its months are billed
 * by average, and the company pays for the test. Any other result keeps the meter and confirms the billing. The
 * claimant then pays if `costAccepted` (they asked for the test and accepted its cost); otherwise the company pays.
 */
export function meterTestConclusion(result: MeterTestResult, costAccepted: boolean): MeterTestConclusion {
  const found = `La contrastación encontró ${resultNames[result]}.`;
  if (result === "over-registers")
    return {
      payer: "company",
      explanation: [
        found,
        "El mes se factura por el promedio histórico, el medidor se cambia y la empresa paga la contrastación.",
      ],
    };
  const spared =
    result === "under-registers" ? ["Lo que el medidor registró de menos no se cobra por los meses pasados."] : [];
  return {
    payer: costAccepted ? "claimant" : "company",
    explanation: [
      found,
      `En este punto la facturación queda confirmada y la contrastación la paga ${costAccepted ? "quien la pidió y aceptó su costo" : "la empresa, porque quien reclama no la pidió o no aceptó su costo"}.`,
      ...spared,
    ],
  };
}

/** The last days of a meter test inside the term to decide, in the COMPANY calendar. */
export type MeterTestLimits = {
  /** The last working day on which the test can be made and reported, before the last day to decide. */
  readonly holdBy: CalendarDay;
  /** The last working day on which it can be ordered and notified, with the hours of notice. */
  readonly orderBy: CalendarDay;
  readonly explanation: readonly string[];
};

/**
 * Returns the last days for a meter test after which the claim can still be decided in time (digest 3.2; row 14 of
 * section 9). `holdBy` is the last working day before `decideBy`. `orderBy` is `noticeHours` before `holdBy`, rounded
 * up to whole calendar days. If that is not a working day, `orderBy` is the last working day before.
 * @param decideBy the last day to decide (T08), with the law's extra days for a test (`meter_test.extra_days`)
 */
export function meterTestLimits(decideBy: CalendarDay, noticeHours: number, calendar: LegalCalendar): MeterTestLimits {
  const holdBy = workingDayUpTo(calendar, addDays(decideBy, -1));
  const orderBy = workingDayUpTo(calendar, addDays(holdBy, -Math.ceil(noticeHours / 24)));
  return {
    holdBy,
    orderBy,
    explanation: [
      `El reclamo se decide a más tardar el ${dateOf(decideBy)}: la contrastación debe hacerse a más tardar el ${dateOf(holdBy)} y avisarse a más tardar el ${dateOf(orderBy)}.`,
    ],
  };
}

/** Returns the day itself if it is a working day, else the last working day before it. */
function workingDayUpTo(calendar: LegalCalendar, day: CalendarDay): CalendarDay {
  return dayStatus(calendar, day).working ? day : workingDayUpTo(calendar, addDays(day, -1));
}
