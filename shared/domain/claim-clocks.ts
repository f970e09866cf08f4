import { addDays, type CalendarDay, limaDay } from "./calendar-day.ts";
import { type ClaimEvent, type ClaimEventType, lastEvent } from "./claim-events.ts";
import { type Claim, type ClockId, type Lapse, stateTable } from "./claim-states.ts";
import { countWorkingDays, type DueDate, type Pause, withPause } from "./due-dates.ts";
import type { CalendarId, LegalCalendar } from "./legal-calendar.ts";

/**
 * The values of the law a claim lives under, by the keys of the digest 9.2, and the calendars of its filing. Days are
 * working days; a target or sign day is a working day from filing.
 */
export interface ClaimLaw {
  readonly claim: { readonly remedyDays: number; readonly extensionDays: number };
  readonly inspection: { readonly targetDay: number; readonly targetDayConsumption: number };
  readonly conciliation: { readonly targetDay: number };
  readonly resolution: { readonly days: number; readonly internalSignDay: number };
  readonly notification: { readonly days: number };
  readonly silence: { readonly first: number; readonly recon: number; readonly evidenceDays: number };
  readonly phone: { readonly receptionDays: number; readonly titularOnly: boolean };
  readonly recourse: { readonly days: number };
  readonly recon: { readonly days: number; readonly notificationDays: number };
  readonly appeal: { readonly elevationDays: number };
  readonly trass: { readonly days: number; readonly notificationDays: number };
  readonly execution: { readonly days: number };
  readonly calendars: Readonly<Record<CalendarId, LegalCalendar>>;
}

/** A paused clock's due date supposes that the defect is remedied on its last day. */
export const clockStatuses = ["running", "met", "lapsed", "paused"] as const;
export type ClockStatus = (typeof clockStatuses)[number];

/** A term of a claim, when it ends, how that was counted, and how it stands. */
export interface Clock {
  readonly id: ClockId;
  readonly startsOn: CalendarDay;
  readonly dueDate: CalendarDay;
  readonly calendar: CalendarId;
  readonly working: DueDate;
  readonly status: ClockStatus;
}

/** What the company must decide and notify: the claim, what a tribunal sent back, or a reconsideration. */
interface Instance {
  readonly opener: ClaimEvent;
  /** The opener and all after it. */
  readonly events: readonly ClaimEvent[];
  readonly from: CalendarDay;
  readonly decideIn: number;
  readonly silenceAfter: number;
}

/** What an event opens, if it opens something to decide: the day its terms start from and their days. */
function openedBy(event: ClaimEvent, law: ClaimLaw): Pick<Instance, "from" | "decideIn" | "silenceAfter"> | undefined {
  if (event.type === "claim-filed") {
    return { from: event.filedOn, decideIn: law.resolution.days, silenceAfter: law.silence.first };
  }
  if (event.type === "reconsideration-filed") {
    return { from: event.filedOn, decideIn: law.recon.days, silenceAfter: law.silence.recon };
  }
  if (event.type === "tribunal-decided" && "termDays" in event) {
    const silenceAfter = event.termDays + law.notification.days;
    return { from: limaDay(event.effectiveAt), decideIn: event.termDays, silenceAfter };
  }
  return undefined;
}

/** What is being decided, or was decided last. Throws `RangeError` if the history does not begin with a filing. */
export function instanceOf({ history }: Claim, law: ClaimLaw): Instance {
  for (const [index, opener] of [...history.entries()].reverse()) {
    const opened = openedBy(opener, law);
    if (opened) return { ...opened, opener, events: history.slice(index) };
  }
  throw new RangeError("a history without a filing");
}

/** The day of the hearing, as given at filing or moved. */
export function hearingDay({ opener, events }: Instance): CalendarDay | undefined {
  return (
    lastEvent(events, "hearing-moved")?.hearingOn ?? (opener.type === "claim-filed" ? opener.hearingOn : undefined)
  );
}

function dayOf(event: ClaimEvent | undefined): CalendarDay | undefined {
  return event && limaDay(event.effectiveAt);
}

/** Days that do not run for the company: from the notice of a defect to its remedy, or to the last day to remedy it. */
function pausesOf(claim: Claim, law: ClaimLaw): readonly Pause[] {
  const { events } = instanceOf(claim, law);
  const after = dayOf(lastEvent(events, "defect-observed"));
  const through = dayOf(lastEvent(events, "remedied")) ?? workingOf("T04", claim, law)?.dueDate;
  return after && through ? [{ after, through }] : [];
}

/** A term counted from the filing of the present instance, as the company's days run: without those of a pause. */
export function daysFromFiling(claim: Claim, days: number, law: ClaimLaw): DueDate {
  const { from } = instanceOf(claim, law);
  return withPause({ from, days, calendar: law.calendars.COMPANY }, pausesOf(claim, law));
}

interface ClockRule {
  readonly calendar: CalendarId;
  /** From filing, less the days of a pause. */
  readonly paused?: true;
  /** What meets it and leaves the state as it is, or a state with the same clock. */
  readonly metBy?: ClaimEventType;
  /** It ends with that other term, if that is sooner. */
  readonly within?: ClockId;
  /** Starting day, and days; nothing if it has not started or the claim has no such term. */
  readonly starts: (
    instance: Instance,
    law: ClaimLaw,
    claim: Claim,
  ) => readonly [from: CalendarDay | undefined, days: number] | undefined;
}

/** A term of the first filing alone: not of a reconsideration, nor of what was sent back. */
function fromClaim(days: (filing: ClaimEvent & { type: "claim-filed" }, law: ClaimLaw) => number | undefined) {
  return ({ opener, from }: Instance, law: ClaimLaw) => {
    const term = opener.type === "claim-filed" ? days(opener, law) : undefined;
    return term === undefined ? undefined : ([from, term] as const);
  };
}

/** The day a resolution bears, once it is signed. */
function issueDay({ events }: Instance): CalendarDay | undefined {
  return lastEvent(events, "resolution-signed") && dayOf(lastEvent(events, "resolution-issued"));
}

const afterNotification: ClockRule["starts"] = ({ events }, law) => [
  dayOf(lastEvent(events, "resolution-notified")),
  law.recourse.days,
];

/** The terms of the digest 3.2, each on the calendar of who must meet it (5.7). */
const clockRules: Readonly<Record<ClockId, ClockRule>> = {
  T04: {
    calendar: "USER",
    starts: ({ events }, law) => [dayOf(lastEvent(events, "defect-observed")), law.claim.remedyDays],
  },
  T05: { calendar: "USER", starts: fromClaim((_, law) => law.claim.extensionDays) },
  T06: {
    calendar: "COMPANY",
    paused: true,
    metBy: "inspection-reported",
    starts: fromClaim(({ inspectionOn, claimType }, { inspection }) => {
      if (inspectionOn === undefined) return undefined;
      return claimType === "F01" ? inspection.targetDayConsumption : inspection.targetDay;
    }),
  },
  T07: {
    calendar: "COMPANY",
    paused: true,
    metBy: "conciliation-held",
    starts: fromClaim(({ hearingOn }, { conciliation }) => (hearingOn ? conciliation.targetDay : undefined)),
  },
  T08: {
    calendar: "COMPANY",
    paused: true,
    metBy: "resolution-signed",
    starts: ({ from, decideIn }) => [from, decideIn],
  },
  T09: {
    calendar: "COMPANY",
    within: "T10",
    starts: (instance, { notification }) => [issueDay(instance), notification.days],
  },
  T10: { calendar: "COMPANY", paused: true, starts: ({ from, silenceAfter }) => [from, silenceAfter] },
  T11: { calendar: "USER", starts: afterNotification },
  T12: { calendar: "COMPANY", metBy: "resolution-signed", starts: ({ from, decideIn }) => [from, decideIn] },
  T13: {
    calendar: "COMPANY",
    within: "T14",
    starts: (instance, { recon }) => [issueDay(instance), recon.notificationDays],
  },
  T14: { calendar: "COMPANY", starts: ({ from, silenceAfter }) => [from, silenceAfter] },
  T15: { calendar: "USER", starts: afterNotification },
  T16: {
    calendar: "COMPANY",
    starts: ({ events }, { appeal }) => [lastEvent(events, "appeal-filed")?.filedOn, appeal.elevationDays],
  },
  T17: {
    calendar: "COMPANY",
    starts: ({ events }, { trass }) => [dayOf(lastEvent(events, "file-elevated")), trass.days + trass.notificationDays],
  },
  T19: { calendar: "COMPANY", starts: (_, { execution }, { since }) => [since, execution.days] },
  T25: {
    calendar: "COMPANY",
    metBy: "filing-copy-sent",
    starts: fromClaim(({ channel }, { phone }) => (channel === "telephone" ? phone.receptionDays : undefined)),
  },
};

/** How a term of a claim is counted; nothing if it has not started, or is not for this claim. */
export function workingOf(id: ClockId, claim: Claim, law: ClaimLaw): DueDate | undefined {
  const rule = clockRules[id];
  const [from, days] = rule.starts(instanceOf(claim, law), law, claim) ?? [];
  if (from === undefined || days === undefined) return undefined;
  const term = { from, days, calendar: law.calendars[rule.calendar] };
  const working = withPause(term, rule.paused ? pausesOf(claim, law) : []);
  const limit = rule.within && workingOf(rule.within, claim, law);
  return limit && limit.dueDate < working.dueDate ? limit : working;
}

/** Whether the decision is on its way to an address: an e-mail takes effect when it is acknowledged, which is recorded at once. */
export function isCarried(claim: Claim, law: ClaimLaw): boolean {
  const { events } = instanceOf(claim, law);
  return events.some((event) => event.type === "resolution-dispatched" && event.channel === "personal");
}

/** The term in which the decision of an instance must be notified. */
function silenceClock(claim: Claim, law: ClaimLaw): "T10" | "T14" {
  return instanceOf(claim, law).opener.type === "reconsideration-filed" ? "T14" : "T10";
}

/** The term a fact must be effective in, where its transition asks for that; nothing if there is none running. */
export function termFor(type: ClaimEventType, claim: Claim, law: ClaimLaw): DueDate | undefined {
  if (type === "remedied") return workingOf("T04", claim, law);
  if (type === "claim-extended") return workingOf("T05", claim, law);
  if (type === "resolution-notified") return workingOf(silenceClock(claim, law), claim, law);
  return undefined;
}

/** The last day before something passes by itself; nothing if it is not to pass. */
export function lastDayBefore(lapse: Lapse, claim: Claim, law: ClaimLaw): CalendarDay | undefined {
  if (lapse === "hearing") {
    const day = hearingDay(instanceOf(claim, law));
    return day && addDays(day, -1);
  }
  if (lapse !== "evidence") return workingOf(lapse, claim, law)?.dueDate;
  const from = workingOf(silenceClock(claim, law), claim, law)?.dueDate;
  const days = law.silence.evidenceDays;
  return from && countWorkingDays({ from, days, calendar: law.calendars.COMPANY }).dueDate;
}

function statusOf(id: ClockId, { dueDate }: DueDate, claim: Claim, law: ClaimLaw, today: CalendarDay): ClockStatus {
  const { metBy, paused } = clockRules[id];
  const { events } = instanceOf(claim, law);
  const met = metBy && events.some(({ type, effectiveAt }) => type === metBy && limaDay(effectiveAt) <= dueDate);
  if (met) return "met";
  if (today > dueDate) return "lapsed";
  return paused && claim.state === "observed" ? "paused" : "running";
}

/**
 * The clocks that matter in a claim's present state, each with its working.
 * @param claim as read at `now`
 * @param now an instant, ISO 8601 in UTC
 */
export function clocksOf(claim: Claim, law: ClaimLaw, now: string): readonly Clock[] {
  return stateTable[claim.state].clocks.flatMap((id) => {
    const working = workingOf(id, claim, law);
    if (!working) return [];
    const { from: startsOn, dueDate, calendar } = working;
    return [{ id, startsOn, dueDate, calendar, working, status: statusOf(id, working, claim, law, limaDay(now)) }];
  });
}
