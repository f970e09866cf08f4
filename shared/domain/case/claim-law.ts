import { type KnownOutage, outagesAt } from "../problem/outage.ts";
import type { CalendarId, LegalCalendar } from "../term/legal-calendar.ts";

/** The pair of calendars in force at an instant. */
export type Calendars = Readonly<Record<CalendarId, LegalCalendar>>;

/** Calendars that were in force until an instant, ISO 8601 in UTC. */
export interface EarlierCalendars {
  readonly until: string;
  readonly calendars: Calendars;
}

/**
 * The values of the law that a claim lives under, by the keys of the digest 9.2, and its calendars. Days are working
 * days unless the name says otherwise; a target or sign day is a working day from filing.
 */
export interface ClaimLaw {
  readonly claim: { readonly observeDays: number; readonly remedyDays: number; readonly extensionDays: number };
  readonly inspection: { readonly targetDay: number; readonly targetDayConsumption: number };
  readonly conciliation: { readonly targetDay: number };
  readonly resolution: { readonly days: number; readonly internalSignDay: number };
  readonly notification: { readonly days: number; readonly emailAckDays: number; readonly mailboxAckDays: number };
  readonly silence: { readonly first: number; readonly recon: number; readonly evidenceDays: number };
  readonly phone: { readonly receptionDays: number; readonly titularOnly: boolean };
  readonly recourse: { readonly days: number };
  readonly queja: { readonly forwardDays: number; readonly days: number };
  readonly recon: { readonly days: number; readonly notificationDays: number };
  readonly appeal: { readonly elevationDays: number };
  readonly trass: { readonly days: number; readonly notificationDays: number };
  readonly court: { readonly months: number };
  readonly execution: { readonly days: number };
  readonly leak: { readonly repairCalendarDays: number };
  readonly meterTest: { readonly extraDays: number };
  /** Days added to the terms of a user who lives away from where they file (término de la distancia). */
  readonly distance: { readonly days: number };
  readonly calendars: Calendars;
  /** Calendars before the present ones, oldest first: what was recorded or lapsed under them stays as it is. */
  readonly earlier?: readonly EarlierCalendars[] | undefined;
  /**
   * Outages of the document desk. A user's term that ends during one ends later, even if the outage was recorded
   * afterwards.
   */
  readonly outages?: readonly KnownOutage[] | undefined;
}

/**
 * Returns the law without the outages whose `inForceFrom` is after the instant `now`. Returns the same object if there
 * are no such outages.
 */
export function lawKnowing<Law extends ClaimLaw>(law: Law, now: string): Law {
  const outages = law.outages && outagesAt(law.outages, now);
  return outages === law.outages ? law : { ...law, outages };
}

/**
 * Returns the law with the first earlier calendars whose end `isIt` accepts, and the ones before those; the same object
 * if there are none.
 */
function lawUntil(law: ClaimLaw, isIt: (until: string) => boolean): ClaimLaw {
  const { earlier = [] } = law;
  const at = earlier.findIndex(({ until }) => isIt(until));
  const then = earlier[at];
  return then ? { ...law, calendars: then.calendars, earlier: earlier.slice(0, at) } : law;
}

/**
 * Returns the law as it was at `now`. Its calendars are those in force at `now`, and `earlier` keeps only the calendars
 * before them. Its outages are those whose `inForceFrom` is `now` or earlier. Everything else is unchanged.
 */
export function lawAt(law: ClaimLaw, now: string): ClaimLaw {
  return lawUntil(lawKnowing(law, now), (until) => until > now);
}

/**
 * Returns the law as it was before the calendar change made at the instant `change`. Its calendars are those of the
 * entry of `law.earlier` that ends at `change`, and `earlier` keeps only the entries before this one. Returns the same
 * object if no entry ends at `change`. Outages stay as they are.
 */
export function lawBefore(law: ClaimLaw, change: string): ClaimLaw {
  return lawUntil(law, (until) => until === change);
}
