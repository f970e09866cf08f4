import { entriesOf } from "../../domain/case/case-events.ts";
import type { CounterOffer, Offer } from "../../domain/case/note-details.ts";
import { movedByOutage } from "../../domain/problem/outage.ts";
import { type CalendarDay, calendarDay } from "../../domain/term/calendar-day.ts";
import type { CaseAt } from "../case/case-at.ts";
import { stillUndoable } from "../term/undo-term.ts";

/** An offer to settle, when it was made, and its answer, if it has one. */
export interface OfferWithAnswer extends Offer {
  readonly madeAt: string;
  /** What the last answer says, also one that may still be undone; absent without an answer. */
  readonly accepted?: boolean;
  /** When the last answer was recorded. */
  readonly answeredAt?: string;
  /** The last day to change an answer given by telephone, while it has not passed. */
  readonly undoUntil?: CalendarDay;
  readonly counter?: CounterOffer | undefined;
}

/**
 * Returns every offer to settle of a case, in the order they were made, each with its last answer. If the last day to
 * answer falls in an outage of the document desk, `until` is the next working day without an outage.
 */
export function offersOf(at: CaseAt): readonly OfferWithAnswer[] {
  const { events } = at.file;
  const { outages = [], calendars } = at.law;
  return entriesOf(events, "offer-made").map(({ details: offer, recordedAt: madeAt }) => {
    const answer = entriesOf(events, "offer-answered").findLast((one) => one.details.offerId === offer.offerId);
    const until = movedByOutage(calendarDay(offer.until), outages, calendars.USER);
    const undo = answer && stillUndoable(answer, at);
    return {
      ...{ ...offer, until, madeAt },
      ...(answer && {
        accepted: answer.details.accepted,
        answeredAt: answer.recordedAt,
        counter: answer.details.counter,
      }),
      ...(undo && { undoUntil: undo }),
    };
  });
}
