import { type CalendarDay, calendarDay, limaDay } from "./calendar-day.ts";
import type { PersonDocument } from "./claim-form.ts";
import { countWorkingDays } from "./due-dates.ts";
import type { LegalCalendar } from "./legal-calendar.ts";
import type { OfficeChannel } from "./office-hours.ts";

/**
 * What stands in the observation book (libro de observaciones): by definition neither reclamo nor queja (digest 6.1). What
 * came by the document desk is a filing, by its own id and number.
 */
export interface BookEntry {
  readonly observationId: string;
  readonly number: string;
  readonly office: string;
  readonly channel: OfficeChannel;
  readonly enteredAt: string;
  readonly enteredOn: string;
  readonly person: { readonly name: string; readonly document?: PersonDocument | undefined };
  readonly text: string;
  readonly answer?: { readonly at: string; readonly text: string } | undefined;
}

/** An entry that was written in the book itself. */
export interface Observation extends BookEntry {
  /** Who of the staff entered it. */
  readonly by: string;
  readonly answer?: { readonly at: string; readonly text: string; readonly by: string } | undefined;
}

/** How an entry stands: an answer after its last day is late, and stays so. */
export const observationStates = ["waiting", "overdue", "answered", "answered-late"] as const;
export type ObservationState = (typeof observationStates)[number];

/** What the figures of a month count of an entry of the book: made with its row of the register. */
export interface ObservationFacts {
  readonly kind: "observation" | "submission";
  readonly observationId: string;
  readonly number: string;
  readonly state: ObservationState;
}

/** The last day to answer (T24). */
export function answerBy({ enteredOn }: BookEntry, days: number, company: LegalCalendar): CalendarDay {
  return countWorkingDays({ from: calendarDay(enteredOn), days, calendar: company }).dueDate;
}

/** @param today in Lima */
export function observationState({ answer }: BookEntry, lastDay: CalendarDay, today: CalendarDay): ObservationState {
  if (answer) return limaDay(answer.at) > lastDay ? "answered-late" : "answered";
  return today > lastDay ? "overdue" : "waiting";
}
