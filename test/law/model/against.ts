import fc from "fast-check";
import * as domain from "../../../shared/domain/case/claim.ts";
import { type ClaimEvent, type ClaimFact, claimEventTypes } from "../../../shared/domain/case/claim-events.ts";
import type { ClaimLaw } from "../../../shared/domain/case/claim-law.ts";
import { type Claim, stateTable } from "../../../shared/domain/case/claim-states.ts";
import { calendarDay } from "../../../shared/domain/term/calendar-day.ts";
import * as clocks from "../../../shared/domain/term/claim-clocks.ts";
import type { LegalCalendar } from "../../../shared/domain/term/legal-calendar.ts";
import { calendars } from "../../../tenants/eps-moquegua/calendars.ts";
import { law as digestLaw } from "../../shared/domain/case/claim-examples.ts";
import { type File, type Law, phases } from "./file.ts";
import { termsOf } from "./file-terms.ts";
import {
  type Aims,
  actOf,
  asideIn,
  attemptIn,
  type Draws,
  drawsOf,
  instantOf,
  passed,
  worldFrom,
} from "./histories.ts";
import { fileAt } from "./passing.ts";
import { open, record } from "./procedure.ts";
import type { Version } from "./terms.ts";

/** The engine's functions under comparison: the real ones, or a build with a mistake in it. */
export interface Engine {
  readonly apply: typeof domain.apply;
  readonly claimAt: typeof domain.claimAt;
  readonly clocksOf: typeof clocks.clocksOf;
}

export const engine: Engine = { apply: domain.apply, claimAt: domain.claimAt, clocksOf: clocks.clocksOf };

const { calendars: _, ...numbers } = digestLaw;

const plain = new Map<string, LegalCalendar>();

/**
 * Shares one calendar among the histories' versions of the same name that add no day, because counted terms are cached
 * by calendar.
 */
function calendarOf(id: "COMPANY" | "USER", version: Version, name: string): LegalCalendar {
  if (version.extra[id].length > 0) return calendarWith(id, version, name);
  const known = plain.get(`${id} ${name}`) ?? calendarWith(id, version, name);
  plain.set(`${id} ${name}`, known);
  return known;
}

function calendarWith(id: "COMPANY" | "USER", { extra }: Version, version: string): LegalCalendar {
  const added = extra[id].map((date) => ({
    reason: "decreed" as const,
    date: calendarDay(date),
    name: "Día de prueba",
    source: "Ley 00000",
    recordedAt: calendarDay("2025-01-01"),
  }));
  return { ...calendars[id], version, nonWorking: [...calendars[id].nonWorking, ...added] };
}

/** The engine's law with the model's calendar versions, each in force until the next. */
function lawOf({ extraDays, distance, versions }: Law): ClaimLaw {
  const pairs = versions.map((version, at) => ({
    COMPANY: calendarOf("COMPANY", version, `v${at + 1}`),
    USER: calendarOf("USER", version, `v${at + 1}`),
  }));
  const earlier = versions.slice(1).flatMap(({ inForceFrom: until }, at) => {
    const before = pairs[at];
    return before ? [{ until, calendars: before }] : [];
  });
  return {
    ...numbers,
    meterTest: { extraDays },
    distance: { days: distance },
    calendars: pairs.at(-1) ?? calendars,
    earlier,
  };
}

/** How often each act was attempted in each phase, and how often it was accepted. */
export type Visits = Map<string, { attempted: number; taken: number }>;

export interface Divergence {
  readonly what: string;
  readonly model: string;
  readonly engine: string;
  readonly now: string;
  /** All attempts; model and engine differ on the last one. */
  readonly attempts: readonly string[];
}

interface Run {
  readonly engine: Engine;
  readonly law: Law;
  readonly whole: ClaimLaw;
  readonly attempts: string[];
  /** Earlier reads: the instant, the text read, and the number of entries it was read from. */
  readonly seen: { readonly now: string; readonly read: string; readonly of: number }[];
  file: File;
  history: readonly ClaimEvent[];
}

function said(state: Claim["state"], since: string): string {
  return `${stateTable[state].name} since ${since}`;
}

function ofModel({ phase, since }: File): string {
  return `${phase} since ${since}`;
}

function diverged(run: Run, what: string, now: string, model: string, ofEngine: string): Divergence | undefined {
  if (model === ofEngine) return undefined;
  return { what, model, engine: ofEngine, now, attempts: [...run.attempts] };
}

/** Compares the terms that the engine counts with the model's. */
function termsApart(run: Run, file: File, claim: Claim, now: string): Divergence | undefined {
  const model = termsOf({ file, law: run.law, now });
  const ofEngine = run.engine.clocksOf(claim, run.whole, now);
  return diverged(
    run,
    "terms",
    now,
    ofEngine.map(({ id }) => `${id} ${model[id]}`).join(),
    ofEngine.map(({ id, dueDate }) => `${id} ${dueDate}`).join(),
  );
}

function describe(fact: ClaimFact, now: string): string {
  const { type, effectiveAt, by, ...content } = fact;
  const who = by.kind === "staff" ? by.roles.join() : by.kind;
  const late = effectiveAt === now ? "" : ` effective ${effectiveAt}`;
  return `${now} ${type} ${JSON.stringify(content)} by ${who}${late}`;
}

/** Attempts an act in model and engine; returns the first divergence. */
function attempt(run: Run, fact: ClaimFact, now: string, visits: Visits | undefined): Divergence | undefined {
  run.attempts.push(describe(fact, now));
  const file = fileAt(run.file, run.law, now);
  const { phase } = file;
  const isTaken = record(file, fact, run.law, now);
  run.attempts[run.attempts.length - 1] += ` in ${phase}${isTaken ? "" : ", refused"}`;
  const key = `${phase} ${fact.type}`;
  const visit = visits?.get(key) ?? { attempted: 0, taken: 0 };
  visits?.set(key, { attempted: visit.attempted + 1, taken: visit.taken + Number(isTaken) });
  const applied = run.engine.apply(run.history, fact, run.whole, now);
  const answer = applied.ok ? "taken" : "refused";
  const apart = diverged(run, "taking", now, isTaken ? "taken" : "refused", answer);
  if (apart) return { ...apart, engine: applied.ok ? answer : applied.error };
  if (!applied.ok) return isReadable(run, now) ? readApart(run, now) : undefined;
  run.file = file;
  run.history = applied.value.history;
  const { state, since } = applied.value;
  return diverged(run, "state", now, ofModel(file), said(state, since)) ?? termsApart(run, file, applied.value, now);
}

function isReadable({ file }: Run, now: string): boolean {
  return now >= file.recordedAt;
}

/**
 * Reads the claim from model and engine, and keeps the read for `pastApart`; returns a divergence if the results
 * differ.
 */
function readApart(run: Run, now: string): Divergence | undefined {
  const claim = run.engine.claimAt(run.history, run.whole, now);
  const read = claim ? said(claim.state, claim.since) : "nothing";
  const expected = ofModel(fileAt(run.file, run.law, now));
  run.seen.push({ now, read, of: run.history.length });
  return diverged(run, "reading", now, expected, read);
}

/** Repeats earlier reads: entries recorded later must not change what was read for an earlier instant. */
function pastApart(run: Run): Divergence | undefined {
  for (const { now, read, of } of run.seen.slice(0, 3)) {
    // A clock set back let an entry be recorded before that instant, so the earlier read no longer applies.
    if (run.history.filter(({ recordedAt }) => recordedAt <= now).length !== of) continue;
    const claim = run.engine.claimAt(run.history, run.whole, now);
    const again = claim ? said(claim.state, claim.since) : "nothing";
    const apart = diverged(run, "the past", now, read, again);
    if (apart) return apart;
  }
  return undefined;
}

function begin(world: Draws["world"], against: Engine) {
  const { law, filing, filedAt, way } = worldFrom(world);
  const file = open(filing, law, filedAt);
  const whole = lawOf(law);
  const opened = against.apply([], filing, whole, filedAt);
  if (!file || !opened.ok) throw new Error("a claim that is not filed");
  const run: Run = { engine: against, law, whole, attempts: [], seen: [], file, history: opened.value.history };
  return { run, way, filedAt };
}

/** Plays a history to its end; returns the run, its last instant and the first divergence between model and engine. */
export function lifeOf({ world, steps }: Draws, against: Engine = engine, visits?: Visits, aims: Aims = () => []) {
  const { run, way, filedAt } = begin(world, against);
  const { law } = run;
  let now = filedAt;
  let apart: Divergence | undefined;
  for (const [index, act] of way.entries()) {
    const drawn = [...world.slice(index), ...world];
    const aside = asideIn(drawn, fileAt(run.file, law, now), now, aims);
    apart = aside && attempt(run, aside, now, visits);
    if (apart) return { run, now, apart };
    if (act === "wait") {
      now = passed(fileAt(run.file, law, now), law, now);
      continue;
    }
    const made = actOf(act, (at) => fileAt(run.file, law, at), law, now, drawn);
    now = made.now;
    apart = attempt(run, made.fact, now, visits);
    if (apart) return { run, now, apart };
  }
  for (const step of steps) {
    now = instantOf(step, fileAt(run.file, law, now), law, now);
    if (now < filedAt) now = filedAt;
    apart = attempt(run, attemptIn(step, fileAt(run.file, law, now), law, now, aims), now, visits);
    if (apart) return { run, now, apart };
  }
  return { run, now, apart: pastApart(run) };
}

/** How often each act was attempted in each phase, the rarest pair first; zero if never. */
export function attemptsByPair(visits: Visits): readonly (readonly [pair: string, attempts: number])[] {
  return phases
    .flatMap((phase) => claimEventTypes.map((type) => `${phase} ${type}`))
    .map((pair) => [pair, visits.get(pair)?.attempted ?? 0] as const)
    .toSorted(([, a], [, b]) => a - b);
}

/** Per phase, the acts attempted there at most twice as often as the rarest pair so far. */
function aimsOf(visits: Visits): Aims {
  const enough = 2 * (attemptsByPair(visits)[0]?.[1] ?? 0) + 1;
  const tooRare = phases.map((phase) => {
    const acts = claimEventTypes.filter((type) => (visits.get(`${phase} ${type}`)?.attempted ?? 0) < enough);
    return [phase, acts] as const;
  });
  const byPhase = new Map(tooRare);
  return (phase) => byPhase.get(phase) ?? [];
}

/** The size of a batch of histories with the same aims; the aims are computed anew between batches. */
const together = 100;

/** Compares random histories of the engine with the model; shrinks the first divergence. */
export function compareHistories(asked: {
  readonly runs: number;
  readonly seed: number;
  readonly against?: Engine;
  /** Counts the attempts of this run; pairs it has rarely seen are attempted more often. */
  readonly visits?: Visits;
  /** Reports the first divergence without shrinking it. */
  readonly isEnough?: true;
}): { readonly runs: number; readonly divergence?: Divergence | undefined } {
  const { against, seed, visits = new Map(), isEnough = false } = asked;
  for (let lived = 0; lived < asked.runs; lived += together) {
    const aims = aimsOf(visits);
    let last: Divergence | undefined;
    const details = fc.check(
      fc.property(drawsOf(12), (draws) => {
        const { apart } = lifeOf(draws, against, visits, aims);
        last = apart ?? last;
        return apart === undefined;
      }),
      { numRuns: Math.min(together, asked.runs - lived), seed: seed + lived, endOnFailure: isEnough },
    );
    if (!details.failed) continue;
    const shrunk = details.counterexample && lifeOf(details.counterexample[0], against, undefined, aims).apart;
    return { runs: lived + details.numRuns, divergence: shrunk ?? last };
  }
  return { runs: asked.runs };
}
