import { type CalendarDay, limaDay } from "../term/calendar-day.ts";
import type { ClaimEvent, EventOf } from "./claim-events.ts";
import type { ClaimLaw } from "./claim-law.ts";
import type { Claim } from "./claim-states.ts";

/** One thing that the company must decide and notify: the claim, a return from the tribunal, or a reconsideration. */
export interface Instance {
  readonly opener: ClaimEvent;
  /** The opener and all events after it. */
  readonly events: readonly ClaimEvent[];
  /** The day from which its terms are counted. */
  readonly from: CalendarDay;
  /** Working days to decide, and working days after which silence has its effect. */
  readonly decideIn: number;
  readonly silenceAfter: number;
  readonly isReconsideration: boolean;
}

type Opened = Pick<Instance, "from" | "decideIn" | "silenceAfter" | "isReconsideration">;

/**
 * Returns the day `filedOn` of the reconsideration or appeal recorded last, whatever happened to that recourse since.
 * Undefined if none was filed.
 */
export function recourseDay(history: readonly ClaimEvent[]): CalendarDay | undefined {
  const recourse = history.findLast(({ type }) => type === "reconsideration-filed" || type === "appeal-filed");
  return recourse && "filedOn" in recourse ? recourse.filedOn : undefined;
}

function reconsidered(from: CalendarDay, { recon, silence }: ClaimLaw): Opened {
  return { from, decideIn: recon.days, silenceAfter: silence.recon, isReconsideration: true };
}

/** Returns what an event opens for decision, with its first day and its terms; undefined if it opens nothing. */
function openedBy(event: ClaimEvent, before: readonly ClaimEvent[], law: ClaimLaw): Opened | undefined {
  if (event.type === "claim-filed") {
    const { days } = law.resolution;
    return { from: event.filedOn, decideIn: days, silenceAfter: law.silence.first, isReconsideration: false };
  }
  if (event.type === "reconsideration-filed") return reconsidered(event.filedOn, law);
  if (event.type === "recourse-reclassified" && event.as === "reconsideration") {
    return reconsidered(recourseDay(before) ?? limaDay(event.effectiveAt), law);
  }
  if (event.type === "tribunal-decided" && "termDays" in event) {
    const silenceAfter = event.termDays + law.notification.days;
    return { from: limaDay(event.effectiveAt), decideIn: event.termDays, silenceAfter, isReconsideration: false };
  }
  return undefined;
}

/**
 * Returns the instance that is being decided or was decided last: the one that the newest filing, reconsideration or
 * return from the tribunal opened. Throws `RangeError` if the history has no `claim-filed`.
 */
export function instanceOf({ history }: Claim, law: ClaimLaw): Instance {
  for (const [index, opener] of [...history.entries()].reverse()) {
    const opened = openedBy(opener, history.slice(0, index), law);
    if (opened) return { ...opened, opener, events: history.slice(index) };
  }
  throw new RangeError("a history without a filing");
}

/**
 * Returns the day of the instance's hearing, as it was last given or moved; undefined if the instance has none. A
 * claim that waits for its appointments has no hearing yet: for it, the day is the last of the term for the hearing
 * (T07).
 */
export function hearingDay({ events }: Instance): CalendarDay | undefined {
  const setting = (event: ClaimEvent): event is EventOf<"claim-filed" | "hearing-moved" | "appointments-given"> =>
    "hearingOn" in event;
  return events.findLast(setting)?.hearingOn;
}
