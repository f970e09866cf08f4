import { monthsBetween } from "./consumption.ts";
import { monthOf } from "./spanish-dates.ts";

/** The limits of billing by average an atypical month (digest 7.4). */
export type LeakRuleLimits = {
  readonly averageOncePerMonths: number;
  readonly averageMaxConsecutiveMonths: number;
};

/** Whether the rule may still be used for a month, with the event it belongs to. */
export type LeakRuleUse = {
  readonly allowed: boolean;
  /** First month of the present event. */
  readonly eventFrom: string;
  readonly explanation: readonly string[];
};

/**
 * Whether a month may be billed by average under the leak rule. The present event is the run of consecutive atypical
 * months it is in; months of it already averaged are the same use, an earlier event inside the twelve months is another.
 * The twelve months count from the first month of that earlier event, itself included.
 * @param period the month (`YYYY-MM`), itself atypical
 * @param atypical every atypical month of the supply
 * @param averaged the months already billed by average under this rule, the month itself not counted
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
  const event = `El evento de consumos atípicos seguidos empezó en ${monthOf(eventFrom)}.`;
  if (before !== undefined) {
    const used = `El promedio por esta regla ya se usó en el evento que empezó en ${monthOf(before)}, hace menos de ${once} meses.`;
    return { allowed: false, eventFrom, explanation: [event, used] };
  }
  const count = `De ese evento ya se facturaron por promedio ${inEvent.length} meses, y lo más son ${most}.`;
  return { allowed: inEvent.length < most, eventFrom, explanation: [event, count] };
}

/** The first month of the unbroken run a month ends or is in. */
function eventStart(month: string, run: readonly string[]): string {
  const before = run.find((other) => monthsBetween(other, month) === 1);
  return before === undefined ? month : eventStart(before, run);
}
