import type { Answer } from "../../contract/refusals.ts";
import { ok } from "../../domain/case/result.ts";
import { movedByOutage, outagesAt } from "../../domain/problem/outage.ts";
import type { ObservationNoticeWay } from "../../domain/submission/submission.ts";
import { type CalendarDay, calendarDay, limaDay } from "../../domain/term/calendar-day.ts";
import { countWorkingDays } from "../../domain/term/due-dates.ts";
import type { SubmissionRecord, SubmissionStep } from "../../storage/submission/submissions.ts";
import { lawInForce, type Tenant } from "../../tenant/tenant.ts";
import { claimLaw } from "../case/claim-law.ts";
import { type ClerkNotice, serviceInstant } from "../delivery/clerk-notice-instant.ts";
import { effectOfDelivery } from "../delivery/delivery-effect.ts";
/**
 * When the notice of an observed document takes effect, and the last day to correct the document that follows from it.
 */
export interface CorrectionTerm {
  readonly servedAt: string;
  readonly lastDay: CalendarDay;
}

type Filed = Pick<SubmissionRecord, "filedOn">;

/**
 * Returns the term to correct a submission whose observation was notified by a message sent at `sentAt`. The message
 * takes effect at once if it was sent in working hours, else when the next working hours begin (LPAG 18). The term has
 * `remedyDays` working days of the USER calendar; the first is after the day of effect.
 */
export function termFromMessage(tenant: Tenant, { filedOn }: Filed, sentAt: string): CorrectionTerm {
  return termFrom(tenant, effectOfDelivery(sentAt, claimLaw(tenant, calendarDay(filedOn))));
}

/**
 * Returns the term to correct a submission that starts when a clerk's notice takes effect. Refuses `not-now` if the
 * delivery is after `now`, if it has not taken effect yet, or if `now` is later than the first working day (COMPANY
 * calendar) after its day of effect.
 */
export function termFromClerk(
  tenant: Tenant,
  { filedOn }: Filed,
  notice: ClerkNotice,
  now: string,
): Answer<CorrectionTerm, "not-now"> {
  const servedAt = serviceInstant(notice, { law: claimLaw(tenant, calendarDay(filedOn)), now });
  return servedAt.ok ? ok(termFrom(tenant, servedAt.value)) : servedAt;
}

/** The working days to correct follow the notice (digest 1.5), not the moment the clerk observed the document. */
function termFrom(tenant: Tenant, servedAt: string): CorrectionTerm {
  const from = limaDay(servedAt);
  const days = lawInForce(tenant, from).claim.remedyDays.value;
  return { servedAt, lastDay: countWorkingDays({ from, days, calendar: tenant.calendars.USER.value }).dueDate };
}

interface RecordedNotice {
  /** The account of a clerk, or the name of a function of ours. */
  readonly by: string;
  /** When it is recorded. */
  readonly at: string;
  readonly how: ObservationNoticeWay;
  readonly term: CorrectionTerm;
}

/**
 * Returns the step that records in a submission that its observation was notified, and sets `remedyBy`, the last day to
 * correct it. The submission's state stays.
 */
export function observationNotifiedStep({ by, at, how, term }: RecordedNotice): SubmissionStep {
  return {
    entry: { type: "notified", at, by, to: how, effectiveAt: term.servedAt },
    set: { remedyBy: term.lastDay },
  };
}

/**
 * Returns the last day to correct an observed document: the recorded day, moved past the outages of the document desk
 * known by `now`. Undefined if no such day is recorded: nothing was observed, or the notice of the observation has not
 * been served yet.
 */
export function lastDayToCorrect(
  { remedyBy }: { readonly remedyBy?: string | undefined },
  { outages = [], calendars }: Pick<Tenant, "outages" | "calendars">,
  now: string,
): CalendarDay | undefined {
  return remedyBy === undefined
    ? undefined
    : movedByOutage(calendarDay(remedyBy), outagesAt(outages, now), calendars.USER.value);
}
