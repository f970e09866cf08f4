import type { ClockId } from "../../../shared/domain/case/claim-states.ts";
import type { Stop } from "../oracle/oracle.ts";
import type { At } from "./file.ts";
import { calendarDaysForUser, count, countForUser, monthsForUser, type Version, versionsBy } from "./terms.ts";

function current({ law, now }: At): Version {
  return versionsBy(law.versions, now).at(-1) ?? versionsBy(law.versions, now)[0];
}

export function forCompany(at: At, from: string, days: number, stops: readonly Stop[] = []): string {
  return count(from, days, "COMPANY", current(at), stops);
}

function forUser({ law, now }: At, from: string, days: number): string {
  return countForUser(from, days, versionsBy(law.versions, now));
}

/** 1.5: the working days after the notice, through the day of the remedy or its last day, do not count. */
function stopsOf(at: At): readonly Stop[] {
  const { noticedOn, remediedOn } = at.file.round;
  if (!noticedOn) return [];
  return [{ notice: noticedOn, remedy: remediedOn ?? toRemedy(at) ?? noticedOn }];
}

export function fromFiling(at: At, days: number): string {
  const { kind, from } = at.file.round;
  return forCompany(at, from, days, kind === "reconsideration" ? [] : stopsOf(at));
}

/**
 * The last day to notify: 35 working days from the filing, 20 from a reconsideration, or five more than a term the
 * tribunal ordered.
 */
export function lastToNotify(at: At): string {
  const { kind, silenceAfter, testAsked } = at.file.round;
  return fromFiling(at, silenceAfter + (kind !== "reconsideration" && testAsked ? at.law.extraDays : 0));
}

function mailboxTerm(at: At): string | undefined {
  const { sent } = at.file.round;
  return sent?.channel === "mailbox" ? forUser(at, sent.day, 5) : undefined;
}

/** 5.6: a notice not acknowledged in five working days takes effect on the first working day after them. */
export function mailboxDay(at: At): string | undefined {
  const term = mailboxTerm(at);
  return term && count(term, 1, "USER", current(at));
}

export function noticeDay(at: At): string | undefined {
  return at.file.round.notifiedOn ?? mailboxDay(at);
}

type Terms = Partial<Record<ClockId, string | undefined>>;

export function termsOfClaim(at: At): Terms {
  const { file, law } = at;
  const { round, filing } = file;
  if (round.kind !== "claim") return {};
  return {
    T05: forUser(at, round.from, 5 + law.distance),
    T06: filing.inspectionOn && fromFiling(at, filing.claimType === "F01" ? 5 : 10),
    T07: filing.hearingOn && fromFiling(at, 20),
    T25: filing.channel === "telephone" ? forCompany(at, round.from, 3) : undefined,
  };
}

/** The term to notify, counted from the signature, never later than the last day to notify. */
function notifyBy(at: At): string | undefined {
  const { signedOn } = at.file.round;
  const days = signedOn && forCompany(at, signedOn, 5);
  const last = lastToNotify(at);
  return days && days > last ? last : days;
}

function quejaTerm(at: At): string | undefined {
  const [queja] = at.file.quejas;
  if (!queja) return undefined;
  return queja.forwardedOn ? forCompany(at, queja.forwardedOn, 3) : forCompany(at, queja.day, 1);
}

/** Three months to sue after the tribunal's decision (T18). */
function toSue({ file, law, now }: At): string | undefined {
  return file.tribunalOn && monthsForUser(file.tribunalOn, 3, versionsBy(law.versions, now));
}

/** Fifteen calendar days to repair a leak (T23). */
function toRepair({ file, law, now }: At): string | undefined {
  const { leak } = file.round;
  return leak && calendarDaysForUser(leak.requiredOn, 15, versionsBy(law.versions, now));
}

/** 3.2: the last days of all terms that have begun, by clock. */
export function termsOf(at: At): Terms {
  const { file, law } = at;
  const { round } = file;
  return {
    ...termsOfClaim(at),
    T04: toRemedy(at),
    T08: fromFiling(at, round.decideIn + (round.testAsked ? law.extraDays : 0)),
    T09: notifyBy(at),
    T10: lastToNotify(at),
    T11: toRecur(at),
    T12: fromFiling(at, round.decideIn),
    T13: notifyBy(at),
    T14: lastToNotify(at),
    T15: toRecur(at),
    T16: file.appealFrom && forCompany(at, file.appealFrom, 5),
    T17: round.elevatedOn && forCompany(at, round.elevatedOn, 35),
    T18: toSue(at),
    T19: forCompany(at, file.since, 10),
    T20: quejaTerm(at),
    T21: round.sent?.channel === "email" ? forCompany(at, round.sent.day, 2) : undefined,
    T22: mailboxTerm(at),
    T23: toRepair(at),
  };
}

export function toRemedy(at: At): string | undefined {
  const { noticedOn, evidenceAskedOn } = at.file.round;
  const from = noticedOn ?? evidenceAskedOn;
  return from && forUser(at, from, 2 + at.law.distance);
}

export function toRecur(at: At): string | undefined {
  const notice = noticeDay(at);
  return notice && forUser(at, notice, 15 + at.law.distance);
}
