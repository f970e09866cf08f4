import { hasUnsentQueja, pendingQueja } from "../recourse/unanswered-quejas.ts";
import { addDays, type CalendarDay, limaDay } from "../term/calendar-day.ts";
import {
  daysFromFiling,
  isCarried,
  isTestAsked,
  lacksEvidence,
  lastDayBefore,
  termFor,
  workingOf,
} from "../term/claim-clocks.ts";
import { countWorkingDays } from "../term/due-dates.ts";
import { awaitsCertificate, isPositiveSilence } from "../term/silence.ts";
import {
  type Actor,
  type ClaimEvent,
  type ClaimEventType,
  type ClaimFact,
  deliveryEvidence,
  isClaimants,
  lastEvent,
  type SpecialAct,
  type Standing,
} from "./claim-events.ts";
import { hearingDay, instanceOf } from "./claim-instance.ts";
import { type ClaimLaw, lawAt, lawBefore, lawKnowing } from "./claim-law.ts";
import { type Claim, type ClaimState, isOver } from "./claim-states.ts";
import {
  allowedEvents,
  type EventTransition,
  type Guard,
  guardRefusals,
  type LapseTransition,
  lapseTransitions,
  type Recorder,
  transitionFor,
} from "./claim-transitions.ts";
import type { ClaimType } from "./claim-types.ts";
import { ok, type Result } from "./result.ts";

/** Why a fact is not recorded. */
export type ClaimRefusal =
  | (typeof guardRefusals)[Guard]
  /** The claim is deemed granted: nothing can be decided any more. */
  | "positive-silence"
  /** The term to notify is over; only proof of a delivery made in time is still recorded. */
  | "silence-to-confirm"
  | "claim-over"
  | "not-in-this-state"
  | "not-your-role"
  /** It takes effect after the instant it is recorded. */
  | "not-happened-yet"
  /** It takes effect before the act it follows. */
  | "before-its-cause"
  /** The server's clock is earlier than an event already in the history. */
  | "clock-behind";

type Refused = { readonly ok: false; readonly error: ClaimRefusal };

/**
 * Returns whether somebody may do an act that needs a special power (digest 1.1). For a representative: whether the
 * power names the act. For anybody else: always true.
 */
export function holdsPower(standing: Standing, act: SpecialAct): boolean {
  return standing.as !== "representative" || standing.acts.includes(act);
}

/**
 * Returns whether somebody may record as one of `recorders`: a customer or a guest as `claimant`, the system as
 * `system`, staff if any of their roles is among them.
 */
export function isRecorder(actor: Actor, recorders: readonly Recorder[]): boolean {
  if (isClaimants(actor)) return recorders.includes("claimant");
  if (actor.kind === "system") return recorders.includes("system");
  return actor.roles.some((role) => recorders.includes(role));
}

/**
 * What a guard looks at: a `fact` to record, or an act that might be done on the day `on`, of which only the type is
 * known.
 */
interface Attempt {
  readonly claim: Claim;
  readonly law: ClaimLaw;
  readonly type: ClaimEventType;
  readonly on: CalendarDay;
  /** The day on which it is recorded. */
  readonly today: CalendarDay;
  readonly fact?: ClaimFact;
}

/** Returns whether a draft was sent to signature and not returned. */
function draftFrozen({ claim, law }: Attempt): boolean {
  const { events } = instanceOf(claim, law);
  const last = events.findLast(({ type }) => type === "resolution-issued" || type === "resolution-returned");
  return last?.type === "resolution-issued";
}

/**
 * Returns whether the hearing's day and its target day (T07) are both over, or there is no hearing: the claim may go to
 * resolution.
 */
function hearingOver({ claim, law, on }: Attempt): boolean {
  const day = hearingDay(instanceOf(claim, law));
  const target = workingOf("T07", claim, law)?.dueDate;
  return day === undefined || (on > day && (target === undefined || on > target));
}

/** Returns whether a new hearing day is no later than `lastHearingDay`. */
function hearingInTime({ claim, law, fact }: Attempt): boolean {
  const sets = fact?.type === "hearing-moved" || fact?.type === "appointments-given";
  return !sets || fact.hearingOn <= lastHearingDay(claim, law);
}

/**
 * Returns the last day for which a hearing may be given, or to which it may be moved. In the first instance: working
 * day `internalSignDay` − 1 (digest 3.3: day 24), the day before the office's own day to sign. In a reconsideration or
 * a return from the tribunal: the last day to decide. Both are counted in working days from the instance's first day,
 * without the days between the notice of a defect and its remedy.
 */
export function lastHearingDay(claim: Claim, law: ClaimLaw): CalendarDay {
  const { opener, decideIn } = instanceOf(claim, law);
  const days = opener.type === "claim-filed" ? law.resolution.internalSignDay - 1 : decideIn;
  return daysFromFiling(claim, days, law).dueDate;
}

/**
 * Returns whether the hearing may be moved: once (digest 3.3). Moves off a day that the calendars made non-working,
 * which nobody chose, are always allowed and do not count.
 */
function hearingNotMoved({ claim, law, fact }: Attempt): boolean {
  if (fact?.type === "hearing-moved" && fact.reason === "calendar") return true;
  return !instanceOf(claim, law).events.some((event) => event.type === "hearing-moved" && event.reason !== "calendar");
}

/** More than anybody needs in five days, and few enough to read. */
const mostExtensions = 10;

/** Events that open, undo, answer or outdate a request to withdraw. */
const aboutWithdrawal = [
  "withdrawal-requested",
  "withdrawal-undone",
  "withdrawal-accepted",
  "reconsideration-filed",
  "appeal-filed",
  "tribunal-decided",
];

/**
 * Returns whether the claimant asked to withdraw and did not undo it, with no acceptance, reconsideration, appeal or
 * decision of the tribunal after the last request. False without a request.
 */
export function isWithdrawalPending(history: readonly ClaimEvent[]): boolean {
  return history.findLast(({ type }) => aboutWithdrawal.includes(type))?.type === "withdrawal-requested";
}

/**
 * Returns whether a withdrawal is pending and the claim's state allows the utility to accept it. False while the file
 * is with the tribunal, as the tribunal accepts the withdrawal itself.
 */
export function awaitsAcceptance({ state, history }: Claim): boolean {
  return allowedEvents(state).includes("withdrawal-accepted") && isWithdrawalPending(history);
}

/** Returns the type of a claim as filed, or as the office corrected it last; undefined without a filing. */
export function claimTypeOf(history: readonly ClaimEvent[]): ClaimType | undefined {
  return lastEvent(history, "reclassified")?.claimType ?? lastEvent(history, "claim-filed")?.claimType;
}

/**
 * Returns whether the checklist is complete, or another person than the one who sends the resolution to signature
 * waived what is missing.
 */
function overriddenByAnother({ claim, law, fact }: Attempt): boolean {
  if (fact?.type !== "resolution-issued" || fact.checklist === "complete") return true;
  const { by } = fact;
  return instanceOf(claim, law).events.some(
    (event) => event.type === "checklist-overridden" && !("sub" in by && "sub" in event.by && event.by.sub === by.sub),
  );
}

function isEvidenceAsked(claim: Claim, law: ClaimLaw): boolean {
  return lastEvent(instanceOf(claim, law).events, "new-evidence-asked") !== undefined;
}

/** Returns whether no new evidence is awaited: it was not asked for, it was brought, or the days for it are over. */
function evidenceNotAwaited({ claim, law, on }: Attempt): boolean {
  if (!lacksEvidence(claim, law) || !isEvidenceAsked(claim, law)) return true;
  const term = workingOf("T04", claim, law);
  return term === undefined || on > term.dueDate;
}

/**
 * Returns whether a reconsideration may be dismissed: one filed in time without new evidence only after it was asked
 * for, once (digest 3.7).
 */
function askedBeforeDismissal({ claim, law, fact }: Attempt): boolean {
  if (fact?.type !== "resolution-issued" || fact.outcome !== "dismissed") return true;
  if (!lacksEvidence(claim, law) || isEvidenceAsked(claim, law)) return true;
  return isLateAt(claim, claim.history.indexOf(instanceOf(claim, law).opener), law);
}

function isProved({ fact }: Attempt): boolean {
  if (fact?.type !== "resolution-notified" || fact.evidence.includes("tacit-notification")) return true;
  return deliveryEvidence.every((kind) => fact.evidence.includes(kind));
}

/**
 * Returns whether a notice is recorded by the working day after it took effect. Later recording eats the recipient's
 * term, so then it must be proved.
 */
function isRecordedAtOnce({ on, today, law }: Attempt): boolean {
  return today <= countWorkingDays({ from: on, days: 1, calendar: law.calendars.COMPANY }).dueDate;
}

const guards: Readonly<Record<Guard, (attempt: Attempt) => boolean>> = {
  "within-term": ({ type, claim, law, on }) => {
    const term = termFor(type, claim, law);
    return term !== undefined && on <= term.dueDate;
  },
  "not-after-term": ({ type, claim, law, on }) => on <= (termFor(type, claim, law)?.dueDate ?? on),
  "hearing-over": hearingOver,
  "hearing-not-moved": hearingNotMoved,
  "hearing-before-signing": hearingInTime,
  "appointments-not-given": ({ claim, law }) =>
    lastEvent(instanceOf(claim, law).events, "appointments-given") === undefined,
  "power-to-withdraw": ({ fact }) => fact?.type !== "withdrawal-requested" || holdsPower(fact.standing, "withdraw"),
  "power-to-conciliate": ({ fact }) =>
    fact?.type !== "conciliation-held" || !("standing" in fact) || holdsPower(fact.standing, "conciliate"),
  "draft-frozen": draftFrozen,
  "no-draft-frozen": (attempt) => !draftFrozen(attempt),
  "delivery-proved": isProved,
  "recorded-at-once-or-proved": (attempt) => isRecordedAtOnce(attempt) || isProved(attempt),
  "withdrawal-pending": ({ claim }) => isWithdrawalPending(claim.history),
  "no-withdrawal-pending": ({ claim }) => !isWithdrawalPending(claim.history),
  "few-extensions": ({ claim }) =>
    claim.history.filter(({ type }) => type === "claim-extended").length < mostExtensions,
  "after-notification": ({ claim }) => claim.isNotified,
  "first-reconsideration": ({ claim, law }) => !instanceOf(claim, law).isReconsideration,
  "new-evidence": ({ fact }) => fact?.type !== "reconsideration-filed" || fact.newEvidence,
  "evidence-lacking": ({ claim, law }) => lacksEvidence(claim, law),
  "evidence-not-asked": ({ claim, law }) => !isEvidenceAsked(claim, law),
  "evidence-not-awaited": evidenceNotAwaited,
  "evidence-asked-before-dismissal": askedBeforeDismissal,
  "not-notified": ({ claim, law }) => !lastEvent(instanceOf(claim, law).events, "defect-notified"),
  "another-type": ({ claim, fact }) => fact?.type !== "reclassified" || fact.claimType !== claimTypeOf(claim.history),
  "leak-required": ({ claim, law }) => lastEvent(instanceOf(claim, law).events, "leak-repair-required") !== undefined,
  "metered-claim": ({ claim }) => claimTypeOf(claim.history) === "F01",
  "test-not-asked": ({ claim }) => !isTestAsked(claim.history),
  "test-ordered": ({ claim, law }) => lastEvent(instanceOf(claim, law).events, "meter-test-ordered") !== undefined,
  "override-by-another": overriddenByAnother,
  "signed-act": ({ claim }) => lastEvent(claim.history, "resolution-signed") !== undefined,
  "not-certified": ({ claim }) => awaitsCertificate(claim),
  certified: ({ claim }) => !awaitsCertificate(claim),
  "appeal-with-attachments": ({ claim }) => lastEvent(claim.history, "appeal-filed")?.newEvidence === true,
  "queja-pending": ({ claim }) => pendingQueja(claim) !== undefined,
  "queja-unsent": ({ claim }) => hasUnsentQueja(claim),
};

/**
 * Checks a transition's guards (its conditions) in the order of `guards`. Returns the refusal of the first guard that
 * fails; undefined if all hold, or if the transition has no guards.
 */
export function guardRefusal(
  { guards: names = [] }: Pick<EventTransition, "guards">,
  attempt: Attempt,
): ClaimRefusal | undefined {
  const broken = names.find((name) => !guards[name](attempt));
  return broken && guardRefusals[broken];
}

/**
 * Returns the first transition that time alone will cause in the claim's state if nothing is recorded. `last` is the
 * last day of the present state; the transition takes effect on the next day. If several have the same `last`, returns
 * the first in the order of the table of transitions. Undefined if time alone changes nothing.
 */
export function nextLapse(claim: Claim, law: ClaimLaw): (LapseTransition & { readonly last: CalendarDay }) | undefined {
  return lapseTransitions()
    .filter(({ from, dispatched }) => from.includes(claim.state) && !(dispatched && !isCarried(claim, law)))
    .flatMap((row) => {
      const last = lastDayBefore(row.lapse, claim, law);
      return last === undefined ? [] : { ...row, last };
    })
    .reduce<ReturnType<typeof nextLapse>>((first, row) => (first && first.last <= row.last ? first : row), undefined);
}

/** Returns the claim after everything that passes by itself before `today`. No state is entered before `notBefore`. */
function lapsed(claim: Claim, law: ClaimLaw, today: CalendarDay, notBefore?: CalendarDay): Claim {
  const next = nextLapse(claim, law);
  if (!next || today <= next.last) return claim;
  const day = addDays(next.last, 1);
  const since = notBefore && notBefore > day ? notBefore : day;
  return lapsed(inState(claim, next.to, since), law, today, notBefore);
}

/** Returns the claim moved to another state. */
function inState(claim: Claim, state: ClaimState, since: CalendarDay): Claim {
  const isNotice = state === "notified" || state === "reconsideration-notified";
  return {
    ...claim,
    state,
    since,
    isNotified: isNotice || (claim.isNotified && (state === "firm" || state === "closed")),
  };
}

/**
 * Returns the claim after everything that passes by itself until an instant, each day by the calendars it had: a
 * calendar change undoes no lapse. An outage may, if nothing was recorded since: one past midnight is known only the
 * day after.
 */
function afterLapses(claim: Claim, whole: ClaimLaw, from: string, until: string): Claim {
  const law = lawKnowing(whole, until);
  const changes = (law.earlier ?? []).map((one) => one.until).filter((change) => change > from && change <= until);
  const before = changes.reduce(
    (at, change, index) => lapsed(at, lawBefore(law, change), limaDay(change), dayOrNone(changes[index - 1])),
    claim,
  );
  return lapsed(before, lawAt(law, until), limaDay(until), dayOrNone(changes.at(-1)));
}

function dayOrNone(instant: string | undefined): CalendarDay | undefined {
  return instant === undefined ? undefined : limaDay(instant);
}

/** Returns the claim with the event added, in the state `to` if there is one. */
function withEvent(claim: Claim, event: ClaimEvent, to: ClaimState | undefined): Claim {
  const history = [...claim.history, event];
  const moves = to || event.type === "resolution-issued" ? [...claim.moves, event] : claim.moves;
  const after = { ...claim, history, moves };
  return to ? inState(after, to, limaDay(event.effectiveAt)) : after;
}

function filedClaim(event: ClaimEvent): Claim {
  if (event.type !== "claim-filed") throw new RangeError("a history without a filing");
  return { state: "filed", since: event.filedOn, history: [event], moves: [event], isNotified: false };
}

function replayed(claim: Claim, event: ClaimEvent, law: ClaimLaw, from: string): Claim {
  const before = afterLapses(claim, law, from, event.recordedAt);
  const transition = transitionFor(event, before.state);
  if (!transition) throw new RangeError(`${event.type} in a history where the claim was ${before.state}`);
  return withEvent(before, event, transition.to);
}

/**
 * Returns the claim at `now`, computed from its history and the law alone. Events recorded after `now` are ignored.
 * Each event is applied to the state at its recording, after what time alone had changed by then. `since` is the day on
 * which the last change of state took effect. Undefined if no event was recorded by `now`. Throws `RangeError` if the
 * first event is not `claim-filed`, or if an event is not allowed in its state.
 * @param history in the order recorded
 * @param now an instant, ISO 8601 in UTC
 */
export function claimAt(history: readonly ClaimEvent[], law: ClaimLaw, now: string): Claim | undefined {
  const [filing, ...rest] = history.filter(({ recordedAt }) => recordedAt <= now);
  if (!filing) return undefined;
  const claim = rest.reduce(
    (before, event) => replayed(before, event, law, before.history.at(-1)?.recordedAt ?? event.recordedAt),
    filedClaim(filing),
  );
  return afterLapses(claim, law, claim.history.at(-1)?.recordedAt ?? now, now);
}

function notInState(state: ClaimState): ClaimRefusal {
  if (isPositiveSilence(state)) return "positive-silence";
  if (state.endsWith("silence-to-confirm")) return "silence-to-confirm";
  return isOver(state) ? "claim-over" : "not-in-this-state";
}

/**
 * Returns what is wrong with when a fact took effect: `not-happened-yet` after its recording, `before-its-cause` before
 * the last move (for a fact that moves the claim) or the filing (for any other).
 */
function instantRefusal(event: ClaimEvent, claim: Claim, { to }: EventTransition): ClaimRefusal | undefined {
  if (event.effectiveAt > event.recordedAt) return "not-happened-yet";
  const cause = to ? claim.moves.at(-1) : claim.history[0];
  return cause && event.effectiveAt < cause.effectiveAt ? "before-its-cause" : undefined;
}

function refused(error: ClaimRefusal): Refused {
  return { ok: false, error };
}

/**
 * Returns the claim after `fact`, recorded at `now`. Refuses, in this order: `clock-behind` if an event was recorded
 * after `now`; `positive-silence`, `silence-to-confirm`, `claim-over` or `not-in-this-state`, by the state, if it does
 * not take `fact`; `not-your-role`; `not-happened-yet` if the effect is after `now`; `before-its-cause` if a fact that
 * moves the claim precedes its last move, or another fact the filing; the refusal of the first guard that fails.
 * @param history empty for a filing
 * @param now an instant, ISO 8601 in UTC
 * @throws `RangeError` if `filedOn` is before the day of the effect
 */
export function apply(
  history: readonly ClaimEvent[],
  fact: ClaimFact,
  law: ClaimLaw,
  now: string,
): Result<Claim, Refused> {
  const on = limaDay(fact.effectiveAt);
  if ("filedOn" in fact && fact.filedOn < on) throw new RangeError(`filed on ${on}, not ${fact.filedOn}`);
  if (history.some(({ recordedAt }) => recordedAt > now)) return refused("clock-behind");
  const event = { ...fact, recordedAt: now };
  const before = claimAt(history, law, now);
  const transition = transitionFor(event, before?.state);
  if (!transition) return refused(before ? notInState(before.state) : "not-in-this-state");
  const claim = before ?? filedClaim(event);
  const refusal =
    (isRecorder(event.by, transition.by) ? undefined : "not-your-role") ??
    instantRefusal(event, claim, transition) ??
    guardRefusal(transition, { claim, law: lawAt(law, now), type: event.type, on, today: limaDay(now), fact: event });
  if (refusal) return refused(refusal);
  return ok(lapsed(before ? withEvent(before, event, transition.to) : claim, lawAt(law, now), limaDay(now)));
}

/**
 * Returns whether the last reconsideration or appeal took effect after its term (T11). False if there is none, or if no
 * term had started. A late recourse is not refused: whoever decides it judges its lateness (`recourse.late_policy`).
 */
export function isLateRecourse(claim: Claim, law: ClaimLaw): boolean {
  const isRecourse = ({ type }: ClaimEvent) => type === "reconsideration-filed" || type === "appeal-filed";
  return isLateAt(claim, claim.history.findLastIndex(isRecourse), law);
}

/** Returns whether the recourse at an index of the history was filed after its term. */
function isLateAt({ history, ...claim }: Claim, index: number, law: ClaimLaw): boolean {
  const recourse = history[index];
  if (!recourse) return false;
  const term = workingOf("T11", { ...claim, history: history.slice(0, index) }, law);
  return term !== undefined && limaDay(recourse.effectiveAt) > term.dueDate;
}
