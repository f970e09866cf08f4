import { type CalendarDay, limaDay } from "../term/calendar-day.ts";
import { workingOf } from "../term/claim-clocks.ts";
import { actionsFor } from "../work/claim-access.ts";
import { type ClaimEvent, type ClaimEventType, lastEvent } from "./claim-events.ts";
import { hearingDay, instanceOf } from "./claim-instance.ts";
import { type ClaimLaw, lawAt } from "./claim-law.ts";
import type { Claim, ClaimState, ClockId } from "./claim-states.ts";

/**
 * What a claim may wait for from its claimant: an act of the procedure, an appointment to attend, or a file to send.
 */
export const awaitedActs = [
  "remedied",
  "new-evidence-brought",
  "reconsideration-filed",
  "appeal-filed",
  "claim-extended",
  "answer-offer",
  "acknowledge-notice",
  "prove-standing",
  "attend-hearing",
  "receive-visit",
  "attend-meter-test",
  "repair-leak",
  "send-file",
  "go-to-court",
] as const;
export type AwaitedAct = (typeof awaitedActs)[number];

/** When an act is due, and what it refers to. */
interface Due {
  /** The day of an appointment. */
  readonly on?: CalendarDay | undefined;
  /** The last day to do it; absent if no term runs. */
  readonly until?: CalendarDay | undefined;
  /** The instant from which it is awaited; absent if it already is. */
  readonly since?: string | undefined;
  /** The id of the offer, the visit or the file, or the key that opens the notice. */
  readonly about?: string | undefined;
}

/** An act that the claim expects from its claimant. */
export interface Awaited extends Due {
  readonly act: AwaitedAct;
  /** Present if the claimant loses something by not doing it; absent for a right that the claim does not wait for. */
  readonly asked?: true;
}

/** An awaited act as lists keep it, without what it refers to. */
export type ListedAct = Omit<Awaited, "about">;

/** The acts that a claim is foreseen to expect from its claimant from a day on. */
export interface ForeseenActs {
  readonly from: CalendarDay;
  readonly acts: readonly ListedAct[];
}

/**
 * What the facts of a claim do not show: open offers, notices, visits and files, and a proof of standing that is owed.
 * An empty list `attend-hearing` means that no hearing was given a day yet.
 */
export type OpenMatters = Partial<
  Record<
    "attend-hearing" | "answer-offer" | "acknowledge-notice" | "receive-visit" | "prove-standing" | "send-file",
    readonly Due[]
  >
>;

/** What a state asks of the claimant, and what else it allows (`lets`), in the order shown for one day. */
interface Row {
  readonly asks: readonly AwaitedAct[];
  readonly lets?: readonly AwaitedAct[];
}

const nothing: Row = { asks: [] };
const untilDecided = ["receive-visit", "acknowledge-notice", "repair-leak", "prove-standing", "send-file"] as const;
const besides: readonly AwaitedAct[] = ["attend-meter-test", "claim-extended"];
const beforeHearing: Row = { asks: ["attend-hearing", ...untilDecided], lets: besides };
const hearing: Row = { asks: ["attend-hearing", "answer-offer", ...untilDecided], lets: besides };
const afterHearing: Row = { asks: untilDecided, lets: besides };
const onItsWay: Row = { asks: ["acknowledge-notice"] };
const recourses = ["appeal-filed", "reconsideration-filed"] as const;

/**
 * A row for every state. A firm or closed claim still lists the recourses: a calendar change may make their term
 * longer.
 */
const rows: Readonly<Record<ClaimState, Row>> = {
  filed: beforeHearing,
  observed: { asks: ["remedied", ...beforeHearing.asks], lets: besides },
  "not-filed": { asks: ["remedied"] },
  "under-investigation": hearing,
  "hearing-due": hearing,
  conciliated: nothing,
  "partly-conciliated": afterHearing,
  "no-agreement": afterHearing,
  absence: afterHearing,
  "in-resolution": afterHearing,
  resolved: onItsWay,
  notified: { asks: recourses },
  "silence-to-confirm": nothing,
  "positive-silence": nothing,
  "in-reconsideration": { asks: ["acknowledge-notice", "new-evidence-brought", "send-file"] },
  "reconsideration-resolved": onItsWay,
  "reconsideration-notified": { asks: ["appeal-filed"] },
  "reconsideration-silence-to-confirm": nothing,
  "reconsideration-silence": nothing,
  "in-appeal": { asks: ["send-file"], lets: ["reconsideration-filed"] },
  elevated: nothing,
  "negative-silence": { asks: [], lets: ["go-to-court"] },
  "tribunal-decided": { asks: [], lets: ["go-to-court"] },
  withdrawn: nothing,
  firm: { asks: recourses },
  "in-execution": nothing,
  closed: { asks: recourses, lets: ["go-to-court"] },
};

/**
 * Acts that the claimant is reminded of on the working day before. Each has a day and no other reminder: a hearing has
 * its own. Both recourses share a day and a page, so one reminder, as an appeal, covers them.
 */
export const remindedActs = [
  "remedied",
  "new-evidence-brought",
  "appeal-filed",
  "answer-offer",
  "acknowledge-notice",
  "receive-visit",
  "repair-leak",
] as const satisfies readonly AwaitedAct[];
export type RemindedAct = (typeof remindedActs)[number];

/** The clock that limits each act. */
const terms = {
  remedied: "T04",
  "new-evidence-brought": "T04",
  "claim-extended": "T05",
  "reconsideration-filed": "T11",
  "appeal-filed": "T11",
} as const satisfies Partial<Record<AwaitedAct, ClockId>>;
type TermedAct = keyof typeof terms;

/** Acts allowed before their term begins, while the notice that starts it is still to come. */
const openWithoutTerm: ReadonlySet<AwaitedAct> = new Set(["remedied", "new-evidence-brought"]);

interface Reading {
  readonly claim: Claim;
  /** The law as it is at `now`. */
  readonly law: ClaimLaw;
  readonly matters: OpenMatters;
  /** Whether the claim's state allows the claimant this act now. */
  readonly allows: (act: TermedAct | "answer-offer") => boolean;
}

function isTermed(act: AwaitedAct): act is TermedAct {
  return act in terms;
}

/**
 * Returns an act of the procedure, with the last day of its term, if the claim allows it now. Empty otherwise, or if
 * its term has not begun, except for the acts of `openWithoutTerm`.
 */
function termed(act: TermedAct, { claim, law, allows }: Reading): readonly Due[] {
  if (!allows(act)) return [];
  const until = workingOf(terms[act], claim, law)?.dueDate;
  if (until !== undefined) return [{ until }];
  return openWithoutTerm.has(act) ? [{}] : [];
}

/** Returns the last event of a type and all events after it; empty if there is none. */
function fromLast(events: readonly ClaimEvent[], type: ClaimEventType): readonly ClaimEvent[] {
  const at = events.findLastIndex((event) => event.type === type);
  return at < 0 ? [] : events.slice(at);
}

/** Returns the repair of a leak that the company required, until a visit finds it repaired (T23). */
function repairs({ claim, law }: Reading): readonly Due[] {
  const since = fromLast(instanceOf(claim, law).events, "leak-repair-required");
  const isRepaired = since.some((event) => event.type === "leak-verified" && event.repaired);
  const until = isRepaired ? undefined : workingOf("T23", claim, law)?.dueDate;
  return until ? [{ until }] : [];
}

/** Returns the day of the last meter test ordered, until its result is reported. */
function meterTests({ claim, law }: Reading): readonly Due[] {
  const since = fromLast(instanceOf(claim, law).events, "meter-test-ordered");
  const ordered = lastEvent(since, "meter-test-ordered");
  return ordered && !lastEvent(since, "meter-test-reported") ? [{ on: ordered.testOn }] : [];
}

/** Returns the term to sue after the tribunal's decision (T18); without a last day after the tribunal's silence. */
function court({ claim, law }: Reading): readonly Due[] {
  if (claim.state === "negative-silence") return [{}];
  if (lastEvent(claim.history, "tribunal-decided")?.outcome !== "decided") return [];
  const until = workingOf("T18", claim, law)?.dueDate;
  return until ? [{ until }] : [];
}

function hearings({ claim, law }: Reading): readonly Due[] {
  const on = hearingDay(instanceOf(claim, law));
  return on ? [{ on }] : [];
}

function duesOf(act: AwaitedAct, reading: Reading): readonly Due[] {
  if (isTermed(act)) return termed(act, reading);
  const { matters, allows } = reading;
  switch (act) {
    case "attend-hearing":
      return matters[act] ?? hearings(reading);
    case "attend-meter-test":
      return meterTests(reading);
    case "repair-leak":
      return repairs(reading);
    case "go-to-court":
      return court(reading);
    case "answer-offer":
      return allows(act) ? (matters[act] ?? []) : [];
    default:
      return matters[act] ?? [];
  }
}

/** Returns whether an act can still be done: its day (`on`, else `until`) is `today` or later, or it has no day. */
export function isAhead({ on, until }: Due, today: CalendarDay): boolean {
  return (on ?? until ?? today) >= today;
}

/**
 * Returns whether the claim expects an act from its claimant at the instant `now`. True if `since` has come or is
 * absent, and the act's day (`on`, else `until`) is today in Lima or later, or absent.
 */
export function isAwaited(due: Due, now: string): boolean {
  return isAhead(due, limaDay(now)) && (due.since === undefined || due.since <= now);
}

/**
 * Returns the acts that the claim, in its state at `now`, expects from its claimant (`asked`) or only allows, also acts
 * that begin later (`since`). An act's day is its appointment (`on`) or the last day to do it (`until`); acts whose day
 * is before today in Lima are left out. `asked` acts come first; each group is sorted by day, and acts without a day
 * come right after today's. Empty if the history does not begin with `claim-filed`.
 * @param claim as read at `now`
 * @param now an instant, ISO 8601 in UTC
 * @param matters open offers, notices, visits, files and proofs of standing, which the facts of the claim do not show
 */
export function foreseenActs(claim: Claim, law: ClaimLaw, now: string, matters: OpenMatters): readonly Awaited[] {
  const [filing] = claim.history;
  if (filing?.type !== "claim-filed") return [];
  const today = limaDay(now);
  const allowed = actionsFor(claim, { kind: "customer", sub: "", standing: filing.standing }, law, now);
  const allows: Reading["allows"] = (act) => allowed.includes(act);
  const reading = { claim, law: lawAt(law, now), matters, allows };
  const named = (acts: readonly AwaitedAct[], asked?: true) =>
    acts
      .flatMap((act) => duesOf(act, reading).map((due): Awaited => ({ act, ...(asked && { asked }), ...due })))
      .filter((due) => isAhead(due, today));
  const { asks, lets = [] } = rows[claim.state];
  return inOrder([...named(asks, true), ...named(lets)], today);
}

/**
 * Returns the acts sorted: first those that the claim asks for (`asked`), then those it only allows; within each group
 * by the day of the appointment (`on`), or without one the last day to do the act (`until`). An act without either
 * comes after the acts for `today` and before later ones. Acts with the same day keep their order.
 */
export function inOrder<Act extends ListedAct>(acts: readonly Act[], today: CalendarDay): readonly Act[] {
  const sortKey = ({ asked, on, until }: Act) => `${asked ? 0 : 1} ${on ?? until ?? `${today} at once`}`;
  return acts.toSorted((a, b) => sortKey(a).localeCompare(sortKey(b)));
}

/**
 * Returns the acts that the claim expects from its claimant or allows at the instant `now`: the acts of `foreseenActs`,
 * in the same order, without those that begin later than `now` (`since`).
 */
export function awaitedOf(claim: Claim, law: ClaimLaw, now: string, matters: OpenMatters): readonly Awaited[] {
  return foreseenActs(claim, law, now, matters).filter((act) => isAwaited(act, now));
}

/**
 * Returns the acts to remind the claimant of, in the order of `awaits`: those that are in `remindedActs`, are `asked`,
 * and whose day (`on`, else `until`) is after `today` and not after `last`. Does not look at `since`.
 */
export function toRemind(
  awaits: readonly ListedAct[],
  today: CalendarDay,
  last: CalendarDay,
): readonly { readonly act: RemindedAct; readonly day: CalendarDay }[] {
  return awaits.flatMap(({ act: named, asked, on, until }) => {
    const act = remindedActs.find((one) => one === named);
    const day = on ?? until;
    return act && asked && day && day > today && day <= last ? [{ act, day }] : [];
  });
}

/** Returns the key under which a reminder is sent only once: equal for the same act with the same day. */
export function reminderKey({ act, day }: { readonly act: RemindedAct; readonly day: CalendarDay }): string {
  return `${act} ${day}`;
}
