import type { ActOnBehalf } from "../../domain/counter/act-on-behalf.ts";
import { movedByOutage } from "../../domain/problem/outage.ts";
import { type CalendarDay, limaDay } from "../../domain/term/calendar-day.ts";
import { countWorkingDays } from "../../domain/term/due-dates.ts";
import type { CaseAt } from "../case/case-at.ts";

/** An act as recorded, which staff may have written down during a call. */
interface SpokenAct {
  readonly recordedAt: string;
  readonly details: ActOnBehalf;
}

/**
 * Returns the last day on which a claimant may undo an act that staff recorded for them by telephone (decision 52):
 * `phone.undoDays` working days (USER calendar) after the recording. If the document desk has an outage on that day,
 * returns the next working day without one. Undefined if the act was not recorded by telephone, or if `undoDays` is 0.
 */
export function undoUntil(
  { recordedAt, details: { taken } }: SpokenAct,
  { phone, calendars, outages = [] }: CaseAt["law"],
): CalendarDay | undefined {
  if (taken?.came !== "telephone" || phone.undoDays === 0) return undefined;
  const term = { from: limaDay(recordedAt), days: phone.undoDays, calendar: calendars.USER };
  return movedByOutage(countWorkingDays(term).dueDate, outages, calendars.USER);
}

/**
 * Returns the last day to undo an act that staff recorded by telephone. Undefined if that day is past, if the act was
 * not recorded by telephone, or if the tenant gives no days to undo.
 */
export function stillUndoable(act: SpokenAct, { law, now }: Pick<CaseAt, "law" | "now">): CalendarDay | undefined {
  const until = undoUntil(act, law);
  return until !== undefined && limaDay(now) <= until ? until : undefined;
}
