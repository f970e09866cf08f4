import type { CalendarDay } from "./calendar-day.ts";
import type { Band, HearingMode } from "./claim-form.ts";

/** A planned visit: one inspector does all that the type of the claim asks for in one band of hours of one day. */
export interface PlannedVisit extends Band {
  readonly inspectionId: string;
  /** The first free band was after the target day of the visit: it was taken, and the manager is alerted. */
  readonly late: boolean;
}

/** A planned hearing: the claimant is called, or comes, on its day at `at` (`HH:MM` in Lima). */
export interface PlannedHearing {
  readonly on: CalendarDay;
  readonly at: string;
  readonly mode: HearingMode;
}

/** Another claim that an entry names. */
export interface NamedClaim {
  readonly claimId: string;
  readonly code: string;
}

/** Why a claim waits for its visit and hearing; `giveBy` is the last working day to give them in their terms. */
export interface WaitingAppointments {
  readonly giveBy: CalendarDay;
  /** A claim of the same supply and type about some same month (digest 1.5). */
  readonly sameAs?: NamedClaim | undefined;
  /** Claims of the same supply or account filed that day, this one included, if too many to get appointments by themselves. */
  readonly sameDay?: number | undefined;
}
