import { type CaseEvent, entriesOf, lastEntry } from "../../shared/domain/case/case-events.ts";
import { hearingInstant, hearingOf } from "../../shared/domain/conciliation/hearing.ts";
import type { NotifiedAct } from "../../shared/domain/resolution/notified-acts.ts";
import { limaDay } from "../../shared/domain/term/calendar-day.ts";
import type { PlannedVisit } from "../../shared/domain/visit/appointments.ts";
import type { CaseFile } from "../../shared/storage/case/case-files.ts";

/**
 * Returns whether it is too late to notify the claimant of an entry: the day or hour of its visit, hearing or meter
 * test is over, or that appointment was reported or changed since; a reminder's day is over; a request was met; an
 * offer was answered or its last day is over; a code expired; a key was replaced; a notice of a decision took effect;
 * or a later notice of the act was sent. False for entries of other types.
 */
export function isOutdated(entry: CaseEvent, { events, visits }: CaseFile, now: string): boolean {
  const today = limaDay(now);
  switch (entry.type) {
    case "inspection-assigned": {
      const visit = visits.find(({ inspectionId }) => inspectionId === entry.details.inspectionId);
      return visit !== undefined && (visit.reportedAt !== undefined || visit.on < today);
    }
    case "inspection-reported":
      return entry.details.retry !== undefined && isPlanOver(entry.details.retry, visits, today);
    case "visit-moved":
      return isPlanOver(entry.details.visit, visits, today);
    case "meter-test-ordered":
      return entry.testOn < today;
    case "leak-repair-required":
      return entriesOf(events.slice(entry.seq), "leak-verified").some(({ repaired }) => repaired);
    case "new-evidence-asked":
      return lastEntry(events.slice(entry.seq), "new-evidence-brought") !== undefined;
    case "hearing-moved":
      return entry.details.hearing.on < today || isNoticed(events, "hearing", entry);
    case "key-replaced":
      return lastEntry(events, entry.type)?.seq !== entry.seq;
    case "hearing-mode-chosen":
      return isHearingOver(events, now) || lastEntry(events, entry.type)?.seq !== entry.seq;
    case "act-reminded":
      return entry.details.day < today;
    case "hearing-link-set":
    case "hearing-reminded": {
      const hearing = hearingOf(events);
      return isHearingOver(events, now) || hearing?.on !== entry.details.on || hearing?.at !== entry.details.at;
    }
    case "appointments-given":
      return entry.details.hearing.on < today;
    case "offer-made": {
      const { offerId, until } = entry.details;
      return until < today || entriesOf(events, "offer-answered").some(({ details }) => details.offerId === offerId);
    }
    case "defect-observed":
      // Those who agreed to e-mail are notified by the observation's own notice.
      return isNoticed(events, "observation", entry) || lastEntry(events, "remedied") !== undefined;
    case "notice-dispatched": {
      const { noticeId, of } = entry.details;
      const ending = of === "observation" ? ["defect-notified", "remedied"] : [];
      return events
        .slice(entry.seq)
        .some((one) => ending.includes(one.type) || ("noticeId" in one.details && one.details.noticeId === noticeId));
    }
    case "resolution-dispatched":
      return entriesOf(events, "resolution-notified").some(
        ({ details }) => details.noticeId === entry.details.noticeId,
      );
    case "confirmation-asked":
    case "contact-code-asked":
      return entry.details.until < now;
    default:
      return false;
  }
}

/** Whether a planned visit was reported, has another slot now, or its day is over. */
function isPlanOver({ inspectionId, on, from }: PlannedVisit, visits: CaseFile["visits"], today: string): boolean {
  const visit = visits.find((one) => one.inspectionId === inspectionId);
  return visit?.reportedAt !== undefined || visit?.on !== on || visit.from !== from || on < today;
}

/** Whether the hearing has begun, or the case has none. */
function isHearingOver(events: readonly CaseEvent[], now: string): boolean {
  const hearing = hearingOf(events);
  return hearing === undefined || hearingInstant(hearing) <= now;
}

/** Whether an act has a later notice of its own. */
function isNoticed(events: readonly CaseEvent[], of: NotifiedAct, { seq }: CaseEvent): boolean {
  return entriesOf(events, "notice-dispatched").some((one) => one.seq > seq && one.details.of === of);
}
