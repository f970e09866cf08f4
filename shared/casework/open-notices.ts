import { type CalendarDay, calendarDay } from "../domain/calendar-day.ts";
import { type CaseEvent, type CaseEventOf, type CaseEventType, entriesOf, lastEntry } from "../domain/case-events.ts";
import type { NotifiedAct } from "../domain/notified-acts.ts";

/** Entries after which the notice of an act is void: the act was notified otherwise, or another was ordered since. */
const voiding: Readonly<Record<NotifiedAct, readonly CaseEventType[]>> = {
  observation: ["defect-notified", "remedied"],
  "leak-repair": ["leak-repair-required"],
  "meter-test": ["meter-test-ordered", "meter-test-notified", "meter-test-reported"],
  hearing: ["hearing-moved", "conciliation-held"],
  "new-evidence": ["new-evidence-asked", "new-evidence-brought", "recourse-reclassified", "resolution-issued"],
};

/**
 * Returns whether the notice of an act sent by e-mail still waits: nothing later acknowledges it, notifies the act
 * otherwise, orders it anew or overtakes it (`voiding`). A bounce or a lapsed term does not close it. `events` is the
 * whole case, in order.
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

/** Returns whether a notice of such an act was sent and still waits. */
export function hasOpenNotice(events: readonly CaseEvent[], of: NotifiedAct): boolean {
  return entriesOf(events, "notice-dispatched").some((sent) => sent.details.of === of && isNoticeOpen(events, sent));
}

/**
 * Returns the day of the meter test last ordered, or of the hearing last moved: from that day on, nobody waits for its
 * notice to be acknowledged. Undefined if there is none, and for the other acts.
 */
export function dayOfNotice(events: readonly CaseEvent[], of: NotifiedAct): CalendarDay | undefined {
  if (of === "meter-test") return lastEntry(events, "meter-test-ordered")?.testOn;
  const moved = of === "hearing" ? lastEntry(events, "hearing-moved")?.details.hearing.on : undefined;
  return moved && calendarDay(moved);
}
