import { type CaseEvent, lastEntry } from "../case/case-events.ts";
import { type CalendarDay, limaDay } from "../term/calendar-day.ts";

/**
 * Returns the day on which another person was last asked to let a decision go without what it lacks; undefined if
 * nobody was, or once somebody overrode something or a resolution was sent to signature.
 */
export function overrideAskedOn(events: readonly CaseEvent[]): CalendarDay | undefined {
  const asked = events.findLast((event) => event.type === "work-noted" && event.details.asksOverride);
  const isOver = (["checklist-overridden", "resolution-issued"] as const).some(
    (type) => asked && (lastEntry(events, type)?.seq ?? 0) > asked.seq,
  );
  return asked && !isOver ? limaDay(asked.recordedAt) : undefined;
}
