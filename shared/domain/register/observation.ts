import type { PersonDocument } from "../filing/claim-form.ts";
import { type CalendarDay, calendarDay, limaDay } from "../term/calendar-day.ts";
import { countWorkingDays } from "../term/due-dates.ts";
import type { LegalCalendar } from "../term/legal-calendar.ts";
import type { OfficeChannel } from "../term/office-hours.ts";

/**
 * An entry of the observation book (libro de observaciones), by definition neither a claim nor a queja (digest 6.1).
 * One received by the document desk is a submission, with the submission's id and number.
 */
export interface BookEntry {
  readonly observationId: string;
  readonly number: string;
  readonly office: string;
  readonly channel: OfficeChannel;
  /** An instant, ISO 8601 in UTC. */
  readonly enteredAt: string;
  /** The day on which the entry counts as entered, `YYYY-MM-DD`. */
  readonly enteredOn: string;
  readonly person: { readonly name: string; readonly document?: PersonDocument | undefined };
  readonly text: string;
  readonly answer?: { readonly at: string; readonly text: string } | undefined;
}

/** An entry written in the book itself. */
export interface Observation extends BookEntry {
  /** The staff member who entered it. */
  readonly by: string;
  readonly answer?: { readonly at: string; readonly text: string; readonly by: string } | undefined;
}

/** The state of an entry. One answered after its last day stays `answered-late`. */
export const observationStates = ["waiting", "overdue", "answered", "answered-late"] as const;
export type ObservationState = (typeof observationStates)[number];

/**
 * What the figures of a month count of an entry of the book. It is made together with the entry's row of the register.
 */
export interface ObservationFacts {
  readonly kind: "observation" | "submission";
  readonly observationId: string;
  readonly number: string;
  readonly state: ObservationState;
}

/**
 * Returns the last day to answer an entry of the observation book (T24): `days` working days on the calendar `company`.
 * Day 1 is the first working day after `enteredOn`.
 */
export function answerBy({ enteredOn }: BookEntry, days: number, company: LegalCalendar): CalendarDay {
  return countWorkingDays({ from: calendarDay(enteredOn), days, calendar: company }).dueDate;
}

/**
 * Returns the state of an entry of the book. With an answer: `answered`, or `answered-late` if its day in Lima is after
 * `lastDay`. Without an answer: `waiting`, or `overdue` if `today` is after `lastDay`.
 * @param today in Lima
 */
export function observationState({ answer }: BookEntry, lastDay: CalendarDay, today: CalendarDay): ObservationState {
  if (answer) return limaDay(answer.at) > lastDay ? "answered-late" : "answered";
  return today > lastDay ? "overdue" : "waiting";
}
