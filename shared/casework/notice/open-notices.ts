import {
  type CaseEvent,
  type CaseEventOf,
  type CaseEventType,
  entriesOf,
  lastEntry,
} from "../../domain/case/case-events.ts";
import type { NotifiedAct } from "../../domain/resolution/notified-acts.ts";
import { type CalendarDay, calendarDay } from "../../domain/term/calendar-day.ts";

/** Entries after which the notice of an act is void: the act was notified otherwise, or another was ordered since. */
const voiding: Readonly<Record<NotifiedAct, readonly CaseEventType[]>> = {
  observation: ["defect-notified", "remedied"],
  "leak-repair": ["leak-repair-required"],
  "meter-test": ["meter-test-ordered", "meter-test-notified", "meter-test-reported"],
  hearing: ["hearing-moved", "conciliation-held"],
  "new-evidence": ["new-evidence-asked", "new-evidence-brought", "recourse-reclassified", "resolution-issued"],
};

/**
 * Returns whether a notice sent by e-mail still waits for its acknowledgement. The wait ends with a later entry that
 * acknowledges the notice. It also ends if the act that the notice is about is notified in another way, ordered anew,
 * carried out or decided on. A bounce or the end of a term does not end the wait.
 * @param events all entries of the case, in order
 */
export function isNoticeOpen(
  events: readonly CaseEvent[],
  { seq, details }: CaseEventOf<"notice-dispatched">,
): boolean {
  return !events
    .slice(seq)
    .some(
      (later) =>
        voiding[details.of].includes(later.type) ||
        ("noticeId" in later.details && later.details.noticeId === details.noticeId),
    );
}

/**
 * Returns whether a notice of this act was sent by e-mail and still waits for its acknowledgement (`isNoticeOpen`).
 * @param events all entries of the case, in order
 */
export function hasOpenNotice(events: readonly CaseEvent[], of: NotifiedAct): boolean {
  return entriesOf(events, "notice-dispatched").some((sent) => sent.details.of === of && isNoticeOpen(events, sent));
}

/**
 * Returns the day from which an unacknowledged notice of an act is no longer waited for. For `meter-test` it is the day
 * of the test last ordered; for `hearing`, the day to which the hearing was last moved. Undefined for any other act, or
 * if no test was ordered or the hearing was not moved.
 */
export function dayOfNotice(events: readonly CaseEvent[], of: NotifiedAct): CalendarDay | undefined {
  if (of === "meter-test") return lastEntry(events, "meter-test-ordered")?.testOn;
  const moved = of === "hearing" ? lastEntry(events, "hearing-moved")?.details.hearing.on : undefined;
  return moved && calendarDay(moved);
}
