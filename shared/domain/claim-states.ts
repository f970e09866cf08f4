import type { CalendarDay } from "./calendar-day.ts";
import type { ClaimEvent, RecourseKind } from "./claim-events.ts";

/** Terms a claim runs under, by their number in the digest 3.2. */
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

/** Whose turn it is. */
export type NextActor = "company" | "user" | "both" | "tribunal" | "nobody";

/** The regulator's name of a state, who acts next in it, the clocks that matter in it. Where nobody acts, it is over. */
interface StateRow {
  readonly name: string;
  readonly next: NextActor;
  readonly clocks: readonly ClockId[];
}

const untilDecided = ["T05", "T06", "T07", "T08", "T10", "T23", "T25"] as const;

const onItsWay = ["T21", "T22"] as const;

/** Clocks of a queja, which runs beside the claim in whatever state that is (digest 3.8). */
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

/** A claim read at an instant. `since` is the day its state was entered: of the act, or the one after a term's last. */
export interface Claim {
  readonly state: ClaimState;
  readonly since: CalendarDay;
  readonly history: readonly ClaimEvent[];
  /** Of them, those that led to another state or sent a resolution to signature: what is filed beside is none. */
  readonly moves: readonly ClaimEvent[];
  /** The last decision was notified, or counts as such, and nothing but its execution came after. */
  readonly isNotified: boolean;
}

/** Whether nothing is left to happen in a state, but what was done in time and is recorded late. */
export function isOver(state: ClaimState): boolean {
  return stateTable[state].next === "nobody";
}

/** The recourse that is pending in a state: a withdrawal is then of it (digest 3.9). */
export function recourseIn(state: ClaimState): RecourseKind | undefined {
  if (inRecourse.some((one) => one === state)) return "reconsideration";
  return state === "in-appeal" || isBeforeTribunal(state) ? "appeal" : undefined;
}

/** Whether the file is with the tribunal. */
export function isBeforeTribunal(state: ClaimState): boolean {
  return state === "elevated" || state === "negative-silence";
}
