import { monthsBetween } from "../receipt/consumption.ts";
import { monthAndYear } from "../receipt/spanish-months.ts";

/**
 * How often an atypical month may be billed by average (digest 7.4): once in so many months, for at most so many
 * consecutive months.
 */
export type LeakRuleLimits = {
  /**
   * The fewest months from the first month of an event with averaged months to that of the next event with averaged
   * months.
   */
  readonly averageOncePerMonths: number;
  /** The most averaged months in one event. */
  readonly averageMaxConsecutiveMonths: number;
};

/** Whether the leak rule may be used for a month, and the event the month belongs to. */
export type LeakRuleUse = {
  readonly allowed: boolean;
  /** First month of the present event. */
  readonly eventFrom: string;
  readonly explanation: readonly string[];
};

/**
 * Returns whether the month `period` may be billed at the average. An event is an unbroken run of atypical or averaged
 * months. The month is not `allowed` if `averageMaxConsecutiveMonths` other months of its event are averaged already.
 * It is not `allowed` either if an earlier event has an averaged month and began less than `averageOncePerMonths`
 * months before the event of `period` began.
 * @param period the month (`YYYY-MM`)
 * @param months all atypical months, and those averaged under this rule (`YYYY-MM`)
 */
export function leakRuleUse(
  period: string,
  months: { readonly atypical: readonly string[]; readonly averaged: readonly string[] },
  limits: LeakRuleLimits,
): LeakRuleUse {
  const runs = [...new Set([...months.atypical, ...months.averaged, period])];
  const eventFrom = eventStart(period, runs);
  const others = months.averaged.filter((month) => month !== period);
  const inEvent = others.filter((month) => eventStart(month, runs) === eventFrom);
  const { averageOncePerMonths: once, averageMaxConsecutiveMonths: most } = limits;
  const before = others
    .map((month) => eventStart(month, runs))
    .find((from) => from < eventFrom && monthsBetween(from, eventFrom) < once);
  const event = `El evento de consumos atípicos seguidos empezó en ${monthAndYear(eventFrom)}.`;
  if (before !== undefined) {
    const used = `El promedio por esta regla ya se usó en el evento que empezó en ${monthAndYear(before)}, hace menos de ${once} meses.`;
    return { allowed: false, eventFrom, explanation: [event, used] };
  }
  const count = `De ese evento ya se facturaron por promedio ${inEvent.length} meses, y lo más son ${most}.`;
  return { allowed: inEvent.length < most, eventFrom, explanation: [event, count] };
}

/** Returns the first month of the unbroken run that ends with a month. */
function eventStart(month: string, run: readonly string[]): string {
  const before = run.find((other) => monthsBetween(other, month) === 1);
  return before === undefined ? month : eventStart(before, run);
}
