import fc from "fast-check";
import {
  type Actor,
  agreements,
  type ClaimEventType,
  type ClaimFact,
  claimEventTypes,
  noticeChannels,
  quejaOutcomes,
  resolutionOutcomes,
  type Standing,
  tribunalOutcomes,
} from "../../../shared/domain/case/claim-events.ts";
import type { Recorder } from "../../../shared/domain/case/claim-transitions.ts";
import { calendarDay } from "../../../shared/domain/term/calendar-day.ts";
import { staffRoles } from "../../../shared/domain/work/people.ts";
import type { File, Law, Phase } from "./file.ts";
import { turningDays } from "./passing.ts";
import { isTaken } from "./procedure.ts";
import { recorders } from "./recorders.ts";
import { dayIn, plusDays, type Version } from "./terms.ts";

/** Random numbers that decide a history; smaller numbers give plainer histories. */
export interface Draws {
  readonly world: readonly number[];
  readonly steps: readonly (readonly number[])[];
}

const draw = fc.nat(9999);

/** Draws of random histories with at most this many attempts. */
export function drawsOf(attempts: number): fc.Arbitrary<Draws> {
  return fc.record({
    world: fc.array(draw, { minLength: 20, maxLength: 20 }),
    steps: fc.array(fc.array(draw, { minLength: 9, maxLength: 9 }), {
      minLength: 1,
      maxLength: attempts,
      size: "max",
    }),
  });
}

/** Hands out the draws of a step or a world one after another. */
function taker(draws: readonly number[]): {
  readonly below: (limit: number) => number;
  readonly of: <Value>(values: readonly Value[]) => Value;
} {
  let at = 0;
  const below = (limit: number) => {
    const drawn = draws[at % draws.length] ?? 0;
    at += 1;
    return drawn % limit;
  };
  return { below, of: (values) => values[below(values.length)]! };
}

const noDays: Version["extra"] = { COMPANY: [], USER: [] };

/** Calendar versions that each add a day or remove an added one, always a day after the version's own. */
function versionsFrom(world: ReturnType<typeof taker>, filedOn: string): readonly Version[] {
  const versions: Version[] = [{ inForceFrom: "", extra: noDays }];
  const early = plusDays(filedOn, 8 + world.below(40));
  if (world.below(2) === 0) versions[0] = { inForceFrom: "", extra: { COMPANY: [early], USER: [early] } };
  const changes = world.below(3);
  let changedOn = filedOn;
  for (let change = 0; change < changes; change += 1) {
    changedOn = plusDays(changedOn, 1 + world.below(30));
    const day = plusDays(changedOn, 1 + world.below(20));
    const { extra } = versions.at(-1) ?? { extra: noDays };
    const both = world.below(2) === 0;
    // Only a future day is removed: nobody worked on a day already past.
    const isOff = extra.USER.includes(early) && early > changedOn && world.below(2) === 0;
    const next = isOff
      ? { COMPANY: extra.COMPANY.filter((each) => each !== early), USER: extra.USER.filter((each) => each !== early) }
      : { COMPANY: both ? [...extra.COMPANY, day] : extra.COMPANY, USER: [...extra.USER, day] };
    versions.push({ inForceFrom: `${changedOn}T${14 + change}:30:00.000Z`, extra: next });
  }
  return versions;
}

const decided = [
  "claim-accepted",
  "conciliation-held",
  "resolution-issued",
  "resolution-signed",
  "resolution-dispatched",
  "resolution-notified",
] as const;
const reconsidered = ["reconsideration-filed", ...decided.slice(2)] as const;
const appealed = ["appeal-filed", "file-elevated", "wait", "tribunal-decided"] as const;
const observed = ["defect-observed", "defect-notified", "wait", "remedied"] as const;
/** Acts of an investigation besides the visit: the repair of a leak, a meter test. */
const measured = ["leak-repair-required", "meter-test-ordered", "leak-verified", "meter-test-reported"] as const;
/**
 * Courses through the procedure; a history follows one for a while before random acts begin. `wait` passes time until
 * something lapses.
 */
const ways: readonly (readonly (ClaimEventType | "wait")[])[] = [
  [...decided, ...reconsidered, ...appealed],
  [...decided, ...appealed, "claim-accepted", ...decided.slice(2)],
  [...decided, "wait", "executed", "appeal-filed"],
  [...decided.slice(0, 5), "wait", "wait", "silence-certified"],
  [...decided, ...reconsidered.slice(0, 4), "wait", "wait"],
  [...decided.slice(0, 5), "wait"],
  [...decided, ...reconsidered.slice(0, 4), "wait"],
  [...decided, ...reconsidered.slice(0, 3), "appeal-filed", "resolution-dispatched", "resolution-notified"],
  [...observed.slice(0, 2), "remedied", ...decided.slice(1), ...reconsidered],
  [...observed, "wait", "wait"],
  [...decided, "appeal-filed", "file-elevated", "tribunal-decided"],
  ["withdrawal-requested", "withdrawal-accepted"],
  [...decided, ...appealed.slice(0, 2), "tribunal-decided", "executed"],
  [...decided.slice(0, 1), ...measured, ...decided.slice(1)],
  [...decided.slice(0, 1), ...measured, ...measured.slice(0, 2)],
  [...decided.slice(0, 1), ...measured.slice(1), ...measured.slice(1, 2)],
];

export interface World {
  /** The acts that happen first, one a day. */
  readonly way: readonly (ClaimEventType | "wait")[];
  readonly law: Law;
  readonly filing: ClaimFact;
  readonly filedAt: string;
}

export function worldFrom(draws: readonly number[]): World {
  const world = taker(draws);
  const filedAt = new Date(
    Date.UTC(2025, 0, 6, 15) + world.below(900) * 86_400_000 + world.below(24) * 3_600_000,
  ).toISOString();
  const filedOn = dayIn(filedAt);
  const kind = world.below(6);
  const law = {
    extraDays: world.below(5) === 4 ? 5 : 0,
    distance: world.below(5) === 4 ? 2 : 0,
    versions: versionsFrom(world, filedOn),
  };
  const filing = {
    type: "claim-filed",
    effectiveAt: filedAt,
    by: { kind: "customer", sub: "c1" },
    claimType: kind === 5 ? "F02" : "F01",
    channel: kind === 4 ? "telephone" : "web",
    filedOn: calendarDay(filedOn),
    ...(kind !== 3 && { inspectionOn: calendarDay(plusDays(filedOn, 6)) }),
    ...(kind !== 2 && { hearingOn: calendarDay(plusDays(filedOn, 10 + world.below(22))) }),
  } as const;
  const way = world.of([[], ...ways]);
  // Mostly to its end or nearly, because late phases are hard to reach at random.
  const cut =
    world.below(2) === 0 ? world.below(way.length + 1) : way.length - world.below(Math.min(4, way.length + 1));
  const who = world.below(6);
  const standing: Standing =
    who < 4 ? { as: "holder" } : { as: "representative", acts: who === 4 ? ["conciliate"] : [] };
  return { law, filing: { ...filing, standing }, filedAt, way: way.slice(0, cut) };
}

const movers = new Set<ClaimEventType>([
  "defect-observed",
  "defect-notified",
  "claim-accepted",
  "conciliation-held",
  "resolution-issued",
  "resolution-signed",
  "resolution-dispatched",
  "resolution-notified",
  "reconsideration-filed",
  "appeal-filed",
  "file-elevated",
  "tribunal-decided",
]);

/** Phases that few histories reach; more acts are attempted there. */
const rarePhases = new Set<Phase>([
  "CONCILIACION_CITADA",
  "CONCILIADO_PARCIAL",
  "SIN_ACUERDO",
  "INASISTENCIA",
  "RESUELTO_1I",
  "SILENCIO_POR_CONFIRMAR",
  "SILENCIO_RECON_POR_CONFIRMAR",
  "EN_EJECUCION",
  "NOTIFICADO_RECON",
  "SAN_2I",
  "RESUELTO_2I",
]);

/** How often an act is attempted, relative to the others. */
function weightOf(type: ClaimEventType): number {
  if (type === "executed" || type === "withdrawal-accepted" || type === "withdrawal-undone") return 1;
  return movers.has(type) ? 8 : 2;
}

function actor(role: Recorder): Actor {
  if (role === "claimant") return { kind: "customer", sub: "c1" };
  if (role === "system") return { kind: "system", name: "notices" };
  return { kind: "staff", sub: `${role}1`, roles: [role] };
}

type Step = ReturnType<typeof taker>;

/** A fact of a type, by a person who may record it or by anybody. */
function factOf(type: ClaimEventType, effectiveAt: string, draws: readonly number[]): ClaimFact {
  const step = taker(draws);
  const anybody = step.below(20) === 19;
  const who = anybody ? step.of([...staffRoles, "claimant", "system"] as const) : step.of(recorders[type]);
  const on = dayIn(effectiveAt);
  const plain = { type, effectiveAt, by: actor(who) };
  return { ...plain, ...contentsOf(type, on, step) } as ClaimFact;
}

function standing(step: Step, act: string): object {
  const kind = step.below(6);
  if (kind < 4) return { as: "holder" };
  return { as: "representative", acts: kind === 4 ? [act] : [] };
}

/** The contents of a fact besides its author and its instant. */
function contentsOf(type: ClaimEventType, on: string, step: Step): object {
  const filedOn = step.below(9) === 8 ? plusDays(on, 1) : on;
  switch (type) {
    case "claim-filed":
      return { claimType: "F01", channel: "web", standing: { as: "holder" }, filedOn };
    case "reclassified":
      return { claimType: step.of(["F02", "F01"]) };
    case "dismissal-proposed":
      return { ground: "late" };
    case "inspection-reported":
      return { outcome: "whole" };
    case "leak-verified":
      return { repaired: step.below(3) < 2 };
    case "meter-test-ordered":
      return { testOn: plusDays(on, step.below(30)) };
    case "meter-test-reported":
      return { result: "within-tolerance" };
    case "hearing-moved":
      return {
        hearingOn: plusDays(on, 1 + step.below(24)),
        reason: step.of(["leak-repair", "leak-repair", "calendar"]),
      };
    case "appointments-given":
      return { hearingOn: plusDays(on, 1 + step.below(24)) };
    case "conciliation-held": {
      const agreement = step.of(agreements.toReversed());
      return {
        agreement,
        ...((agreement === "total" || agreement === "partial") && { standing: standing(step, "conciliate") }),
      };
    }
    case "resolution-issued":
      return {
        number: "0001-2026",
        outcome: step.of(resolutionOutcomes.toReversed()),
        checklist: step.of(["complete", "complete", "overridden"]),
      };
    case "resolution-dispatched":
      return { channel: step.of(noticeChannels.toReversed()) };
    case "resolution-notified":
      return { evidence: step.of([["photo", "device-time", "second-person"], [], ["photo"]]) };
    case "withdrawal-requested":
      return { of: "procedure", standing: standing(step, "withdraw") };
    case "reconsideration-filed":
      return { filedOn, newEvidence: step.below(6) < 4 };
    case "appeal-filed":
      return { filedOn, ...(step.below(3) === 2 && { newEvidence: true }) };
    case "recourse-reclassified":
      return { as: step.of(["appeal", "reconsideration"]) };
    case "tribunal-decided": {
      const outcome = step.of(["decided", "decided", ...tribunalOutcomes] as const);
      return { outcome, ...(outcome.startsWith("back") && { termDays: 3 + step.below(25) }) };
    }
    case "queja-filed":
      return { filedOn, ground: "delay" };
    case "queja-answered":
      return { outcome: step.of(quejaOutcomes.toReversed()) };
    default:
      return {};
  }
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

function later(instant: string, by: number): string {
  return new Date(Date.parse(instant) + by).toISOString();
}

/** 00:00 in Lima. */
function startOf(dayInLima: string): string {
  return `${dayInLima}T05:00:00.000Z`;
}

/**
 * When the next attempt is made: soon, some days later, at the start of a day on which something lapses, or before the
 * last attempt.
 */
function nextInstant(step: Step, last: string, turns: readonly string[]): string {
  const kind = step.below(20);
  const amount = step.below(1000);
  if (kind < 13) return later(last, (1 + (amount % 300)) * minute);
  if (kind < 16) return later(last, (1 + (amount % 5)) * day);
  if (kind === 19) return amount < 600 ? later(last, (6 + (amount % 30)) * day) : later(last, -(amount % 50) * hour);
  const turn = turns[amount % Math.max(turns.length, 1)];
  if (!turn || startOf(turn) <= last) return later(last, (1 + (amount % 90)) * minute);
  return later(startOf(turn), [-1, 0, 12 * hour][kind - 16] ?? 0);
}

/** When the act took effect: at once, hours or days before, on the last day of a term, or in the future. */
function effective(step: Step, now: string, turns: readonly string[]): string {
  const kind = step.below(16);
  const amount = step.below(1000);
  if (kind < 11) return now;
  if (kind === 11) return later(now, -(amount % 30) * hour);
  if (kind === 12) return later(now, -(amount % 12) * day);
  if (kind === 15) return amount < 100 ? later(now, amount * minute + 1) : now;
  const turn = turns[amount % Math.max(turns.length, 1)];
  const at = turn ? later(startOf(turn), kind === 13 ? -1 : -15 * hour) : now;
  return at < now ? at : now;
}

/** The next act of a course: made the day after, or, if it is not accepted by then, on the day something lapses. */
export function actOf(
  type: ClaimEventType,
  file: (now: string) => File,
  law: Law,
  last: string,
  draws: readonly number[],
): { readonly fact: ClaimFact; readonly now: string } {
  const tomorrow = later(last, day);
  // In three of four draws the right person acts on the right day, whatever the contents.
  const chosen = (draws[0] ?? 0) % 4 === 0 ? draws : [0, 0, 0, varietyOf(type, draws[1] ?? 0), 0, 0];
  const fact = factOf(type, tomorrow, chosen);
  const now = isTaken(file(tomorrow), fact, law, tomorrow) ? tomorrow : passed(file(last), law, last);
  return { fact: factOf(type, now, chosen), now };
}

/**
 * The variety of an act on a course: a dispatch is always carried to the address, a full agreement is rare, others vary
 * at random.
 */
function varietyOf(type: ClaimEventType, drawn: number): number {
  if (type === "resolution-dispatched") return 0;
  return type === "conciliation-held" ? (drawn % 11) % 4 : drawn;
}

/** The start of the first day on which something lapses, or of the next day. */
export function passed(file: File, law: Law, last: string): string {
  const [turn] = turningDays(file, law, last).filter((each) => startOf(each) > last);
  return turn ? later(startOf(turn), 9 * hour) : later(last, day);
}

/** The instant of a step, from the instant of the last one. */
export function instantOf(draws: readonly number[], file: File, law: Law, last: string): string {
  return nextInstant(taker(draws), last, turningDays(file, law, last));
}

/** The acts attempted too rarely in a phase. */
export type Aims = (phase: Phase) => readonly ClaimEventType[];

/**
 * Half of the times, if there is any: an act attempted too rarely in the current phase, to attempt aside from the
 * course.
 */
export function asideIn(draws: readonly number[], { phase }: File, now: string, aims: Aims): ClaimFact | undefined {
  const [pick = 0, ...rest] = draws;
  const among = aims(phase);
  const type = pick % 2 === 0 ? among[(pick >> 1) % among.length] : undefined;
  return type && factOf(type, now, rest);
}

/**
 * The next attempt in a file as it is `now`: two times in three any act, half of them one attempted too rarely;
 * otherwise one that the phase accepts.
 */
export function attemptIn(draws: readonly number[], file: File, law: Law, now: string, aims: Aims): ClaimFact {
  const step = taker(draws.slice(2));
  const effectiveAt = effective(step, now, turningDays(file, law, now));
  const mode = step.below(3);
  const pick = step.below(9999);
  const rest = draws.slice(5);
  const aimed = pick % 2 === 0 ? [] : aims(file.phase);
  const among = aimed.length > 0 ? aimed : claimEventTypes;
  const any = among[(pick >> 1) % among.length] ?? "queja-filed";
  if (mode > 0 || (rarePhases.has(file.phase) && pick % 8 !== 0)) return factOf(any, effectiveAt, rest);
  const open = claimEventTypes
    .map((type) => factOf(type, effectiveAt, rest))
    .filter((fact) => isTaken(file, fact, law, now))
    .flatMap((fact) => Array.from({ length: weightOf(fact.type) }, () => fact));
  return open[pick % Math.max(open.length, 1)] ?? factOf(any, effectiveAt, rest);
}
