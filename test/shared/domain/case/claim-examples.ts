import { apply } from "../../../../shared/domain/case/claim.ts";
import type { ClaimEvent, ClaimFact } from "../../../../shared/domain/case/claim-events.ts";
import type { ClaimLaw } from "../../../../shared/domain/case/claim-law.ts";
import { calendarDay, limaInstant } from "../../../../shared/domain/term/calendar-day.ts";
import { staffRoles } from "../../../../shared/domain/work/people.ts";
import { calendars } from "../../../../tenants/eps-moquegua/calendars.ts";

/** The numbers of the digest 9.2. */
export const law: ClaimLaw = {
  claim: { observeDays: 5, remedyDays: 2, extensionDays: 5 },
  inspection: { targetDay: 10, targetDayConsumption: 5 },
  conciliation: { targetDay: 20 },
  resolution: { days: 30, internalSignDay: 25 },
  notification: { days: 5, emailAckDays: 2, mailboxAckDays: 5 },
  silence: { first: 35, recon: 20, evidenceDays: 2 },
  phone: { receptionDays: 3, titularOnly: true },
  recourse: { days: 15 },
  queja: { forwardDays: 1, days: 3 },
  recon: { days: 15, notificationDays: 5 },
  appeal: { elevationDays: 5 },
  trass: { days: 30, notificationDays: 5 },
  court: { months: 3 },
  execution: { days: 10 },
  leak: { repairCalendarDays: 15 },
  meterTest: { extraDays: 0 },
  distance: { days: 0 },
  calendars,
};

export const staff = { kind: "staff", sub: "s1", roles: staffRoles } as const;
export const customer = { kind: "customer", sub: "c1" } as const;

type Without<Fact, Key extends keyof ClaimFact> = Fact extends ClaimFact ? Omit<Fact, Key> : never;
/** A fact without who recorded it and when it took effect. */
export type Fact = Without<ClaimFact, "effectiveAt" | "by"> & { readonly by?: ClaimFact["by"] };

/** An instant of a day in Lima, at 10:00 unless it names a time; instants stay as they are. */
export function at(when: string): string {
  return when.endsWith("Z") ? when : limaInstant(calendarDay(when.slice(0, 10)), when.slice(11) || "10:00");
}

/** A fact effective on a day (`YYYY-MM-DD`, ` HH:MM` optional) or at an instant, by staff unless `by` is set. */
export function factOn(what: Fact, effective: string): ClaimFact {
  return { by: staff, ...what, effectiveAt: at(effective) } as ClaimFact;
}

/** A fact, when it took effect, and when it was recorded if that was later. */
export type Step = readonly [what: Fact, effective: string, recorded?: string];

/** Applies steps and returns the history; throws if one is refused. */
export function lived(...steps: readonly Step[]): readonly ClaimEvent[] {
  return steps.reduce<readonly ClaimEvent[]>((history, [what, effective, recorded]) => {
    const done = apply(history, factOn(what, effective), law, at(recorded ?? effective));
    if (!done.ok) throw new Error(`${what.type}: ${done.error}`);
    return done.value.history;
  }, []);
}

export function filing(filedOn: string, more: Partial<Extract<Fact, { type: "claim-filed" }>> = {}): Fact {
  return {
    type: "claim-filed",
    claimType: "F01",
    channel: "web",
    standing: { as: "holder" },
    filedOn: calendarDay(filedOn),
    ...more,
  };
}

export const issued: Fact = {
  type: "resolution-issued",
  number: "0001-2026",
  outcome: "rejected",
  checklist: "complete",
};
export const delivered: Fact = {
  type: "resolution-notified",
  evidence: ["photo", "device-time", "second-person"],
};
export const withdrawal: Fact = { type: "withdrawal-requested", of: "procedure", standing: { as: "holder" } };
export function reconsidered(when: string, more: { newEvidence?: false } = {}): Step {
  return [{ type: "reconsideration-filed", filedOn: calendarDay(when.slice(0, 10)), newEvidence: true, ...more }, when];
}

export function appealed(when: string, more: { newEvidence?: true } = {}): Step {
  return [{ type: "appeal-filed", filedOn: calendarDay(when.slice(0, 10)), ...more }, when];
}

/** Filed on Monday 20 July 2026: day 20 is 21 August, day 24 27 August, day 30 4 September, day 35 11 September. */
export const filed: Step = [
  filing("2026-07-20", { inspectionOn: calendarDay("2026-07-24"), hearingOn: calendarDay("2026-08-14") }),
  "2026-07-20",
];
export const accepted: Step = [{ type: "claim-accepted" }, "2026-07-21"];
export const heard: Step = [{ type: "conciliation-held", agreement: "none" }, "2026-08-14"];
export const frozen: Step = [issued, "2026-08-24"];
export const signed: Step = [{ type: "resolution-signed" }, "2026-08-25"];
export const sent: Step = [{ type: "resolution-dispatched", channel: "personal" }, "2026-08-25 12:00"];
/** A claim up to a resolution signed on day 22, not yet sent. */
export const resolved: readonly Step[] = [filed, accepted, heard, frozen, signed];
/** Notified on 26 August: day 15 is 16 September. */
export const notified: Step = [delivered, "2026-08-26"];
