import type { HearingMode, VisitSlot } from "../filing/claim-form.ts";
import type { CalendarDay } from "../term/calendar-day.ts";

/** A planned visit: one inspector makes every check that the claim's type requires, in one slot. */
export interface PlannedVisit extends VisitSlot {
  readonly inspectionId: string;
  /** Whether no slot was free by the target day of the visit, so that this one is later; the manager is alerted. */
  readonly late: boolean;
}

/** A planned hearing, on its day at `at` (`HH:MM` in Lima). */
export interface PlannedHearing {
  readonly on: CalendarDay;
  readonly at: string;
  readonly mode: HearingMode;
}

/** Another claim that an entry refers to. */
export interface NamedClaim {
  readonly claimId: string;
  readonly code: string;
}

/**
 * Why a claim was filed without its visit and hearing. `giveBy` is the last working day on which staff can still give
 * them within their terms.
 */
export interface WaitingAppointments {
  readonly giveBy: CalendarDay;
  /** A claim of the same supply and type about one of the same months (digest 1.5). */
  readonly sameAs?: NamedClaim | undefined;
  /**
   * How many claims of this supply or account were filed that day, this one included, if that is too many to give
   * appointments automatically.
   */
  readonly sameDay?: number | undefined;
  /** It was filed without an account, and its claimant's contact is not confirmed yet. */
  readonly unconfirmed?: true | undefined;
  /** Too many claims without an account were confirmed that day at mails of one hand (`mailOrigins`). */
  readonly sameMail?: true | undefined;
  /** The working day by which staff look at its contact, while its receipts are not held before that. */
  readonly holdBy?: CalendarDay | undefined;
}
