import type { CalendarDay } from "../../shared/domain/calendar-day.ts";
import { type CaseEvent, entriesOf } from "../../shared/domain/case-events.ts";
import type { CaseFile } from "../../shared/storage/case-files.ts";

/** Whether what an entry tells is over by a day: a visit made, a hearing held, an offer answered, a decision received. */
export function isOutdated(entry: CaseEvent, { events, visits }: CaseFile, today: CalendarDay): boolean {
  switch (entry.type) {
    case "inspection-assigned": {
      const visit = visits.find(({ inspectionId }) => inspectionId === entry.details.inspectionId);
      return visit !== undefined && (visit.reportedAt !== undefined || visit.on < today);
    }
    case "hearing-moved":
      return entry.details.hearing.on < today;
    case "offer-made": {
      const { offerId, until } = entry.details;
      return until < today || entriesOf(events, "offer-answered").some(({ details }) => details.offerId === offerId);
    }
    case "resolution-dispatched":
      return entriesOf(events, "resolution-notified").some(
        ({ details }) => details.noticeId === entry.details.noticeId,
      );
    default:
      return false;
  }
}
