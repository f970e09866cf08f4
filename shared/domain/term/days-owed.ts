import type { Calendars } from "../case/claim-law.ts";
import type { ClaimState } from "../case/claim-states.ts";
import { type Forecast, isToDo } from "../work/work-list.ts";
import { addDays, type CalendarDay } from "./calendar-day.ts";
import type { OwedAct } from "./company-target.ts";
import { workingDaysUntil } from "./due-dates.ts";
import { isPositiveSilence } from "./silence.ts";

// Two things have a day. What is lost: the claim is granted by silence. And a target («meta») of the utility, which it
// may pass without losing anything. Every list and page of staff reads both here, so that they say the same.

const isSilent = (state: ClaimState): boolean => isPositiveSilence(state) || state.endsWith("silence-to-confirm");

/**
 * Returns the last day before silence grants a claim, or before a delivery that nobody proved lets it, if nothing is
 * recorded; undefined if time alone brings no silence, or it is there. On the lists of others (`isToDo`) nothing is
 * said.
 * @param steps the claim's forecast, the present step first
 */
function lostOn([now, ...later]: readonly Pick<Forecast, "from" | "state" | "queue">[]): CalendarDay | undefined {
  if (!now || !isToDo(now.queue) || isPositiveSilence(now.state)) return undefined;
  const silent = later.find(({ state }) => isSilent(state));
  return silent && addDays(silent.from, -1);
}

/** Returns the day by which lists are in order: what is lost, or else the legal day. */
export const listedOn = (steps: readonly Forecast[]): CalendarDay | undefined => lostOn(steps) ?? steps[0]?.dueOn;

/** The days of a claim as every list and page of staff says them; `left` are working days, negative once past. */
export interface DaysOwed {
  /** The last day before silence grants it, if silence is what comes. */
  readonly lostOn?: CalendarDay;
  /** Otherwise the last day of the term that runs or was missed, of the company, the claimant or the tribunal. */
  readonly dueOn?: CalendarDay;
  /** Of `lostOn` or `dueOn`; absent without either. */
  readonly left?: number;
  /** The utility's own target for its next act, while silence is what comes. */
  readonly meta?: { readonly act: OwedAct; readonly on: CalendarDay; readonly left: number };
}

/**
 * Returns the days of a claim on the day `today`: what is lost and when, or else its legal day, and the target of what
 * is to be done next. Days to a loss and to a target count by the company's calendar.
 * @param steps the claim's forecast, the step of `today` first
 */
export function daysOwed(steps: readonly Forecast[], today: CalendarDay, calendars: Calendars): DaysOwed {
  const [step] = steps;
  const lost = lostOn(steps);
  const left = (on: CalendarDay) => workingDaysUntil(today, on, calendars.COMPANY);
  if (lost === undefined) {
    const { dueOn, calendar } = step ?? {};
    return dueOn && calendar ? { dueOn, left: workingDaysUntil(today, dueOn, calendars[calendar]) } : {};
  }
  const { metaOf: act, metaOn: on } = step ?? {};
  return { lostOn: lost, left: left(lost), ...(act && on && { meta: { act, on, left: left(on) } }) };
}
