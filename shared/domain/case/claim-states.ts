import type { CalendarDay } from "../term/calendar-day.ts";
import type { ClaimEvent, RecourseKind } from "./claim-events.ts";

/** Terms of a claim, by their number in the digest 3.2. */
export const clockIds = [
  "T04",
  "T05",
  "T06",
  "T07",
  "T08",
  "T09",
  "T10",
  "T11",
  "T12",
  "T13",
  "T14",
  "T15",
  "T16",
  "T17",
  "T18",
  "T19",
  "T20",
  "T21",
  "T22",
  "T23",
  "T25",
] as const;
/**
 * T04 remedy of a defect, T05 extension of the claim, T06 visit, T07 hearing, T08 decision, T09 notice of it, T10
 * silence; T11 recourse, T12 decision of a reconsideration, T13 notice of it, T14 its silence, T15 appeal after it; T16
 * elevation, T17 tribunal, T18 court; T19 execution, T20 queja, T21 acknowledgement by e-mail, T22 notice in a mailbox,
 * T23 repair of a leak, T25 copy of a claim by telephone.
 */
export type ClockId = (typeof clockIds)[number];

/** States of a claim (digest 3.1, and 5.6 for a silence to confirm, here one per instance). */
export const claimStates = [
  "filed",
  "observed",
  "not-filed",
  "under-investigation",
  "hearing-due",
  "conciliated",
  "partly-conciliated",
  "no-agreement",
  "absence",
  "in-resolution",
  "resolved",
  "notified",
  "silence-to-confirm",
  "positive-silence",
  "in-reconsideration",
  "reconsideration-resolved",
  "reconsideration-notified",
  "reconsideration-silence-to-confirm",
  "reconsideration-silence",
  "in-appeal",
  "elevated",
  "negative-silence",
  "tribunal-decided",
  "withdrawn",
  "firm",
  "in-execution",
  "closed",
] as const;
export type ClaimState = (typeof claimStates)[number];

/** Who must act next. */
export type NextActor = "company" | "user" | "both" | "tribunal" | "nobody";

/**
 * The regulator's name of a state, who must act next, and the clocks that matter in it. A state where nobody acts is
 * over.
 */
interface StateRow {
  readonly name: string;
  readonly next: NextActor;
  readonly clocks: readonly ClockId[];
}

const untilDecided = ["T05", "T06", "T07", "T08", "T10", "T23", "T25"] as const;

const onItsWay = ["T21", "T22"] as const;

/** The clock of a queja, which runs beside the claim in any state (digest 3.8). */
export const besideClocks: readonly ClockId[] = ["T20"];

export const stateTable: Readonly<Record<ClaimState, StateRow>> = {
  filed: { name: "PRESENTADO", next: "company", clocks: untilDecided },
  observed: { name: "OBSERVADO", next: "user", clocks: ["T04", ...untilDecided] },
  "not-filed": { name: "NO_PRESENTADO", next: "nobody", clocks: [] },
  "under-investigation": { name: "EN_INVESTIGACION", next: "company", clocks: untilDecided },
  "hearing-due": { name: "CONCILIACION_CITADA", next: "both", clocks: untilDecided },
  conciliated: { name: "CONCILIADO_TOTAL", next: "company", clocks: ["T19"] },
  "partly-conciliated": { name: "CONCILIADO_PARCIAL", next: "company", clocks: untilDecided },
  "no-agreement": { name: "SIN_ACUERDO", next: "company", clocks: untilDecided },
  absence: { name: "INASISTENCIA", next: "company", clocks: untilDecided },
  "in-resolution": { name: "EN_RESOLUCION", next: "company", clocks: untilDecided },
  resolved: { name: "RESUELTO_1I", next: "company", clocks: ["T08", "T09", ...onItsWay, "T10", "T25"] },
  notified: { name: "NOTIFICADO_1I", next: "user", clocks: ["T11"] },
  "silence-to-confirm": { name: "SILENCIO_POR_CONFIRMAR", next: "company", clocks: ["T10"] },
  "positive-silence": { name: "SAP_1I", next: "company", clocks: ["T19"] },
  "in-reconsideration": { name: "RECONSIDERACION", next: "company", clocks: ["T04", "T12", "T14"] },
  "reconsideration-resolved": { name: "RESUELTO_RECON", next: "company", clocks: ["T12", "T13", ...onItsWay, "T14"] },
  "reconsideration-notified": { name: "NOTIFICADO_RECON", next: "user", clocks: ["T15"] },
  "reconsideration-silence-to-confirm": { name: "SILENCIO_RECON_POR_CONFIRMAR", next: "company", clocks: ["T14"] },
  "reconsideration-silence": { name: "SAP_RECON", next: "company", clocks: ["T19"] },
  "in-appeal": { name: "APELACION", next: "company", clocks: ["T16"] },
  elevated: { name: "ELEVADO", next: "tribunal", clocks: ["T17"] },
  "negative-silence": { name: "SAN_2I", next: "user", clocks: ["T17"] },
  "tribunal-decided": { name: "RESUELTO_2I", next: "company", clocks: ["T18", "T19"] },
  withdrawn: { name: "DESISTIDO", next: "nobody", clocks: [] },
  firm: { name: "FIRME", next: "company", clocks: ["T19"] },
  "in-execution": { name: "EN_EJECUCION", next: "company", clocks: ["T19"] },
  closed: { name: "CERRADO", next: "nobody", clocks: [] },
};

export const inRecourse = ["in-reconsideration", "reconsideration-resolved"] as const;

/**
 * A claim as read at an instant. `since` is the day it entered its state: the day of an act, or the day after a term's
 * last.
 */
export interface Claim {
  readonly state: ClaimState;
  readonly since: CalendarDay;
  readonly history: readonly ClaimEvent[];
  /** Events that led to another state or sent a resolution to signature; acts filed beside are left out. */
  readonly moves: readonly ClaimEvent[];
  /** Whether the last decision was notified, or is deemed so, and nothing but its execution followed. */
  readonly isNotified: boolean;
}

/**
 * Returns whether nobody has to act any more: the state is `not-filed`, `withdrawn` or `closed`. False for `firm`, as
 * its decision may still be executed.
 */
export function isOver(state: ClaimState): boolean {
  return stateTable[state].next === "nobody";
}

/**
 * Returns the recourse that is pending in a state; a withdrawal in that state withdraws only the recourse (digest 3.9).
 * Returns `reconsideration` in `in-reconsideration` and `reconsideration-resolved`, and `appeal` in `in-appeal`,
 * `elevated` and `negative-silence`. Undefined in any other state.
 */
export function recourseIn(state: ClaimState): RecourseKind | undefined {
  if (inRecourse.some((one) => one === state)) return "reconsideration";
  return state === "in-appeal" || isBeforeTribunal(state) ? "appeal" : undefined;
}

/**
 * Returns whether the file is with the tribunal: the state is `elevated`, or `negative-silence` (the tribunal's term
 * passed without a decision).
 */
export function isBeforeTribunal(state: ClaimState): boolean {
  return state === "elevated" || state === "negative-silence";
}
