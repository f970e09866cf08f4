import { type CalendarDay, limaDay } from "./calendar-day.ts";
import { actionsFor } from "./claim-access.ts";
import { workingOf } from "./claim-clocks.ts";
import { type ClaimEvent, type ClaimEventType, lastEvent } from "./claim-events.ts";
import { hearingDay, instanceOf } from "./claim-instance.ts";
import { type ClaimLaw, lawAt } from "./claim-law.ts";
import type { Claim, ClaimState, ClockId } from "./claim-states.ts";

/** What a claim may wait for of its claimant: an act by its own name, a day on which somebody comes, or a thing to send. */
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

/** When an act is due, and what it is about. */
interface Due {
  /** The day it takes place. */
  readonly on?: CalendarDay | undefined;
  /** The last day for it; absent where no term runs. */
  readonly until?: CalendarDay | undefined;
  /** The instant from which it is awaited; absent where it is already. */
  readonly since?: string | undefined;
  /** The id of the offer, the visit or the file, or the key that opens the notice. */
  readonly about?: string | undefined;
}

/** Something that waits for the claimant. */
export interface Awaited extends Due {
  readonly act: AwaitedAct;
  /** Leaving it costs the claimant something. Absent: it is a right, and the claim goes on without it. */
  readonly asked?: true;
}

/** The same on a list, which does not say what it is about. */
export type ListedAct = Omit<Awaited, "about">;

/** What is foreseen to wait for a claimant from a day on. */
export interface ForeseenActs {
  readonly from: CalendarDay;
  readonly acts: readonly ListedAct[];
}

/**
 * What the facts of a claim do not say: offers, notices, visits and files that are open, a proof that is asked for, and
 * that there is no hearing to attend while it waits for its day.
 */
export type OpenMatters = Partial<
  Record<
    "attend-hearing" | "answer-offer" | "acknowledge-notice" | "receive-visit" | "prove-standing" | "send-file",
    readonly Due[]
  >
>;

/** What a state asks of the claimant, and what else it leaves to them, in the order it is named on one day. */
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

/** A row for every state. A recourse whose term a change of the calendars made longer is named in a firm decision too. */
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
 * What a claimant is reminded of the working day before: each has a day, and none tells of itself otherwise. A hearing has
 * a reminder of its own; both recourses share a day and a page, and are told as one.
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

/** The term of each act that has one. */
const terms = {
  remedied: "T04",
  "new-evidence-brought": "T04",
  "claim-extended": "T05",
  "reconsideration-filed": "T11",
  "appeal-filed": "T11",
} as const satisfies Partial<Record<AwaitedAct, ClockId>>;
type TermedAct = keyof typeof terms;

/** What may be done before its term begins: its notice, or what asks for it, is still to come. */
const openWithoutTerm: ReadonlySet<AwaitedAct> = new Set(["remedied", "new-evidence-brought"]);

interface Reading {
  readonly claim: Claim;
  /** As it is at `now`. */
  readonly law: ClaimLaw;
  readonly matters: OpenMatters;
  /** Whether the state lets the claimant do an act now. */
  readonly allows: (act: TermedAct | "answer-offer") => boolean;
}

function isTermed(act: AwaitedAct): act is TermedAct {
  return act in terms;
}

/** An act of the procedure while it is allowed, with the end of its term. */
function termed(act: TermedAct, { claim, law, allows }: Reading): readonly Due[] {
  if (!allows(act)) return [];
  const until = workingOf(terms[act], claim, law)?.dueDate;
  if (until !== undefined) return [{ until }];
  return openWithoutTerm.has(act) ? [{}] : [];
}

/** The last event of a type and all after it; nothing without one. */
function fromLast(events: readonly ClaimEvent[], type: ClaimEventType): readonly ClaimEvent[] {
  const at = events.findLastIndex((event) => event.type === type);
  return at < 0 ? [] : events.slice(at);
}

/** A leak whose repair was asked for, and that no visit has found repaired since (T23). */
function repairs({ claim, law }: Reading): readonly Due[] {
  const since = fromLast(instanceOf(claim, law).events, "leak-repair-required");
  const isRepaired = since.some((event) => event.type === "leak-verified" && event.repaired);
  const until = isRepaired ? undefined : workingOf("T23", claim, law)?.dueDate;
  return until ? [{ until }] : [];
}

/** The last meter test that was ordered, until its result is there. */
function meterTests({ claim, law }: Reading): readonly Due[] {
  const since = fromLast(instanceOf(claim, law).events, "meter-test-ordered");
  const ordered = lastEvent(since, "meter-test-ordered");
  return ordered && !lastEvent(since, "meter-test-reported") ? [{ on: ordered.testOn }] : [];
}

/** The three months to sue after what the tribunal decided (T18); after its silence there is no term. */
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

/** Whether the day of something that is foreseen is not over. */
export function isAhead({ on, until }: Due, today: CalendarDay): boolean {
  return (on ?? until ?? today) >= today;
}

/** Whether something that was foreseen is awaited at an instant: begun, and its day not over. */
export function isAwaited(due: Due, now: string): boolean {
  return isAhead(due, limaDay(now)) && (due.since === undefined || due.since <= now);
}

/**
 * What waits for the claimant in the state a claim has at `now`, what is asked first and by its day, with what begins
 * later in that state: `isAwaited` says what is awaited at an instant. It ends by its own day, by another entry, or by
 * what passes by itself, so that a list may keep it.
 * @param claim as read at `now`
 * @param now an instant, ISO 8601 in UTC
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

/** What is asked comes first, and then what ends first. What has no day comes after what is for today, and before the rest. */
export function inOrder<Act extends ListedAct>(acts: readonly Act[], today: CalendarDay): readonly Act[] {
  const placeOf = ({ asked, on, until }: Act) => `${asked ? 0 : 1} ${on ?? until ?? `${today} at once`}`;
  return acts.toSorted((a, b) => placeOf(a).localeCompare(placeOf(b)));
}

/** What waits for the claimant now; see `foreseenActs`. */
export function awaitedOf(claim: Claim, law: ClaimLaw, now: string, matters: OpenMatters): readonly Awaited[] {
  return foreseenActs(claim, law, now, matters).filter((act) => isAwaited(act, now));
}

/** Of what waits for a claimant, what they are reminded of on a day: what is asked and ends, or takes place, by `last`. */
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

/** Names a reminder: once for each act and day. */
export function reminderKey({ act, day }: { readonly act: RemindedAct; readonly day: CalendarDay }): string {
  return `${act} ${day}`;
}
