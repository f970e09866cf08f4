import type { CalendarDay } from "./calendar-day.ts";
import type { Agreement, ClaimEvent, ClaimEventType, ClaimFact, TribunalOutcome } from "./claim-events.ts";
import type { StaffRole } from "./people.ts";

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
  "T19",
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

const untilDecided = ["T05", "T06", "T07", "T08", "T10", "T25"] as const;

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
  resolved: { name: "RESUELTO_1I", next: "company", clocks: ["T08", "T09", "T10", "T25"] },
  notified: { name: "NOTIFICADO_1I", next: "user", clocks: ["T11"] },
  "silence-to-confirm": { name: "SILENCIO_POR_CONFIRMAR", next: "company", clocks: ["T10"] },
  "positive-silence": { name: "SAP_1I", next: "company", clocks: ["T19"] },
  "in-reconsideration": { name: "RECONSIDERACION", next: "company", clocks: ["T12", "T14"] },
  "reconsideration-resolved": { name: "RESUELTO_RECON", next: "company", clocks: ["T12", "T13", "T14"] },
  "reconsideration-notified": { name: "NOTIFICADO_RECON", next: "user", clocks: ["T15"] },
  "reconsideration-silence-to-confirm": { name: "SILENCIO_RECON_POR_CONFIRMAR", next: "company", clocks: ["T14"] },
  "reconsideration-silence": { name: "SAP_RECON", next: "company", clocks: ["T19"] },
  "in-appeal": { name: "APELACION", next: "company", clocks: ["T16"] },
  elevated: { name: "ELEVADO", next: "tribunal", clocks: ["T17"] },
  "negative-silence": { name: "SAN_2I", next: "user", clocks: ["T17"] },
  "tribunal-decided": { name: "RESUELTO_2I", next: "company", clocks: ["T19"] },
  withdrawn: { name: "DESISTIDO", next: "nobody", clocks: [] },
  firm: { name: "FIRME", next: "company", clocks: ["T19"] },
  "in-execution": { name: "EN_EJECUCION", next: "company", clocks: ["T19"] },
  closed: { name: "CERRADO", next: "nobody", clocks: [] },
};

/** What a transition may ask besides its state and who records it, each with the refusal when it is not so. */
export const guardRefusals = {
  "holder-if-by-telephone": "telephone-holder-only",
  "within-term": "too-late",
  "hearing-over": "hearing-pending",
  "hearing-not-moved": "hearing-already-moved",
  "hearing-before-signing": "hearing-too-late",
  "power-to-withdraw": "special-power-needed",
  "power-to-conciliate": "special-power-needed",
  "draft-frozen": "nothing-to-sign",
  "no-draft-frozen": "draft-already-frozen",
  "delivery-proved": "delivery-not-proved",
  "recorded-at-once-or-proved": "delivery-not-proved",
  "withdrawal-pending": "no-withdrawal-requested",
  "no-withdrawal-pending": "withdrawal-already-requested",
  "few-extensions": "too-many-extensions",
  "after-notification": "no-recourse-left",
  "first-reconsideration": "already-reconsidered",
  "new-evidence": "no-new-evidence",
} as const;
export type Guard = keyof typeof guardRefusals;

/** What passes by itself: a clock of the digest, the day of the hearing, the days to bring late evidence. */
export type Lapse = ClockId | "hearing" | "evidence";

/** What of an event's content decides where it leads. */
export type Variant = Agreement | TribunalOutcome;

/** Who records a fact: the claimant by themself, a role of the staff, or a function of ours. */
export type Recorder = "claimant" | "system" | StaffRole;

/** An event leads from a state to another, or leaves it as it is where there is no `to`. */
export interface EventTransition {
  readonly event: ClaimEventType;
  readonly variants?: readonly Variant[];
  readonly from: readonly ClaimState[];
  readonly to?: ClaimState;
  readonly by: readonly Recorder[];
  readonly guards?: readonly Guard[];
}

/** A term that lapses leads from a state to another; `dispatched`: only if a delivery is on its way. */
export interface LapseTransition {
  readonly lapse: Lapse;
  readonly from: readonly ClaimState[];
  readonly to: ClaimState;
  readonly dispatched?: true;
}

const beforeHearing = ["filed", "under-investigation", "hearing-due"] as const;
const heard = ["partly-conciliated", "no-agreement", "absence", "in-resolution"] as const;
const undecided = [...beforeHearing, ...heard] as const;
const firstInstance = [...undecided, "observed", "resolved"] as const;
const forClaimant = ["claimant", "operator", "clerk"] as const;
const settled = [
  "conciliated",
  "positive-silence",
  "reconsideration-silence",
  "tribunal-decided",
  "firm",
  "in-execution",
] as const;

/**
 * The procedure (digest 3.3). A claim is looked up by event, variant and state: at most one row answers. What lapses is
 * taken in order: the first row that answers.
 */
export const transitions: readonly (EventTransition | LapseTransition)[] = [
  { event: "claim-filed", from: [], to: "filed", by: forClaimant, guards: ["holder-if-by-telephone"] },
  { event: "filing-copy-sent", from: firstInstance, by: ["operator", "clerk"] },
  { event: "defect-observed", from: ["filed"], to: "observed", by: ["clerk", "analyst"] },
  {
    event: "remedied",
    from: ["observed", "not-filed"],
    to: "under-investigation",
    by: forClaimant,
    guards: ["within-term"],
  },
  { lapse: "T04", from: ["observed"], to: "not-filed" },
  { event: "claim-accepted", from: ["filed"], to: "under-investigation", by: ["clerk", "analyst"] },
  {
    event: "claim-extended",
    from: [...undecided, "observed"],
    by: forClaimant,
    guards: ["within-term", "few-extensions"],
  },
  { event: "dismissal-proposed", from: ["filed"], to: "in-resolution", by: ["analyst"] },
  { event: "inspection-reported", from: undecided, by: ["inspector"] },
  {
    event: "hearing-moved",
    from: ["filed", "under-investigation"],
    by: ["analyst", "conciliator"],
    guards: ["hearing-not-moved", "hearing-before-signing"],
  },
  { lapse: "hearing", from: ["under-investigation"], to: "hearing-due" },
  {
    event: "conciliation-held",
    variants: ["total"],
    from: ["hearing-due"],
    to: "conciliated",
    by: ["conciliator"],
    guards: ["power-to-conciliate"],
  },
  {
    event: "conciliation-held",
    variants: ["partial"],
    from: ["hearing-due"],
    to: "partly-conciliated",
    by: ["conciliator"],
    guards: ["power-to-conciliate"],
  },
  {
    event: "conciliation-held",
    variants: ["none"],
    from: ["hearing-due"],
    to: "no-agreement",
    by: ["conciliator"],
  },
  { event: "conciliation-held", variants: ["absence"], from: ["hearing-due"], to: "absence", by: ["conciliator"] },
  {
    event: "resolution-issued",
    from: ["under-investigation", "hearing-due"],
    to: "in-resolution",
    by: ["resolver"],
    guards: ["hearing-over"],
  },
  { event: "resolution-issued", from: heard, to: "in-resolution", by: ["resolver"], guards: ["no-draft-frozen"] },
  { event: "resolution-returned", from: ["in-resolution"], by: ["resolver", "signer"], guards: ["draft-frozen"] },
  { event: "resolution-signed", from: ["in-resolution"], to: "resolved", by: ["signer"], guards: ["draft-frozen"] },
  { event: "resolution-dispatched", from: ["resolved"], by: ["clerk"] },
  {
    event: "resolution-notified",
    from: ["resolved"],
    to: "notified",
    by: ["clerk", "system"],
    guards: ["recorded-at-once-or-proved"],
  },
  { lapse: "T10", dispatched: true, from: ["resolved"], to: "silence-to-confirm" },
  { lapse: "T10", from: [...undecided, "resolved"], to: "positive-silence" },
  {
    event: "resolution-notified",
    from: ["silence-to-confirm"],
    to: "notified",
    by: ["clerk"],
    guards: ["within-term", "delivery-proved"],
  },
  { lapse: "evidence", from: ["silence-to-confirm"], to: "positive-silence" },
  { lapse: "T11", from: ["notified"], to: "firm" },
  {
    event: "reconsideration-filed",
    from: ["notified", "firm"],
    to: "in-reconsideration",
    by: forClaimant,
    guards: ["after-notification", "first-reconsideration", "new-evidence"],
  },
  { event: "resolution-issued", from: ["in-reconsideration"], by: ["resolver"], guards: ["no-draft-frozen"] },
  { event: "resolution-returned", from: ["in-reconsideration"], by: ["resolver", "signer"], guards: ["draft-frozen"] },
  {
    event: "resolution-signed",
    from: ["in-reconsideration"],
    to: "reconsideration-resolved",
    by: ["signer"],
    guards: ["draft-frozen"],
  },
  { event: "resolution-dispatched", from: ["reconsideration-resolved"], by: ["clerk"] },
  {
    event: "resolution-notified",
    from: ["reconsideration-resolved"],
    to: "reconsideration-notified",
    by: ["clerk", "system"],
    guards: ["recorded-at-once-or-proved"],
  },
  {
    lapse: "T14",
    dispatched: true,
    from: ["reconsideration-resolved"],
    to: "reconsideration-silence-to-confirm",
  },
  { lapse: "T14", from: ["in-reconsideration", "reconsideration-resolved"], to: "reconsideration-silence" },
  {
    event: "resolution-notified",
    from: ["reconsideration-silence-to-confirm"],
    to: "reconsideration-notified",
    by: ["clerk"],
    guards: ["within-term", "delivery-proved"],
  },
  { lapse: "evidence", from: ["reconsideration-silence-to-confirm"], to: "reconsideration-silence" },
  { lapse: "T15", from: ["reconsideration-notified"], to: "firm" },
  {
    event: "appeal-filed",
    from: ["notified", "reconsideration-notified", "firm"],
    to: "in-appeal",
    by: forClaimant,
    guards: ["after-notification"],
  },
  { event: "file-elevated", from: ["in-appeal"], to: "elevated", by: ["clerk", "analyst"] },
  { lapse: "T17", from: ["elevated"], to: "negative-silence" },
  {
    event: "withdrawal-requested",
    from: [
      ...firstInstance,
      "in-reconsideration",
      "reconsideration-resolved",
      "in-appeal",
      "elevated",
      "negative-silence",
    ],
    by: forClaimant,
    guards: ["power-to-withdraw", "no-withdrawal-pending"],
  },
  {
    event: "withdrawal-accepted",
    from: firstInstance,
    to: "withdrawn",
    by: ["signer"],
    guards: ["withdrawal-pending"],
  },
  {
    event: "withdrawal-accepted",
    from: ["in-reconsideration", "reconsideration-resolved", "in-appeal"],
    to: "firm",
    by: ["signer"],
    guards: ["withdrawal-pending"],
  },
  ...(
    [
      ["decided", "tribunal-decided"],
      ["back-to-investigation", "under-investigation"],
      ["back-to-resolution", "in-resolution"],
      ["conciliated", "in-execution"],
      ["inadmissible", "firm"],
      ["silence-declared", "positive-silence"],
    ] as const
  ).map(
    ([outcome, to]): EventTransition => ({
      event: "tribunal-decided",
      variants: [outcome],
      from: ["elevated", "negative-silence"],
      to,
      by: ["clerk", "analyst"],
    }),
  ),
  { event: "executed", from: settled, to: "closed", by: ["billing"] },
];

/** A claim read at an instant. `since` is the day its state was entered: of the act, or the one after a term's last. */
export interface Claim {
  readonly state: ClaimState;
  readonly since: CalendarDay;
  readonly history: readonly ClaimEvent[];
}

/** Whether nothing is left to happen in a state, but what was done in time and is recorded late. */
export function isOver(state: ClaimState): boolean {
  return stateTable[state].next === "nobody";
}

/** The rows of the table that start with an event. */
export function eventTransitions(): readonly EventTransition[] {
  return transitions.filter((row) => "event" in row);
}

/** The rows of the table that start with a term that lapses, in order. */
export function lapseTransitions(): readonly LapseTransition[] {
  return transitions.filter((row) => "lapse" in row);
}

/** What may happen in a state, each event once, in the order of the procedure. */
export function allowedEvents(state: ClaimState): readonly ClaimEventType[] {
  const rows = eventTransitions().filter(({ from }) => from.includes(state));
  return [...new Set(rows.map(({ event }) => event))];
}

function variantOf(fact: ClaimFact): Variant | undefined {
  if (fact.type === "conciliation-held") return fact.agreement;
  return fact.type === "tribunal-decided" ? fact.outcome : undefined;
}

/** The row of the table for a fact in a state, or before any, if it may happen there. */
export function transitionFor(fact: ClaimFact, state: ClaimState | undefined): EventTransition | undefined {
  const variant = variantOf(fact);
  return eventTransitions().find(
    ({ event, variants, from }) =>
      event === fact.type &&
      (state ? from.includes(state) : from.length === 0) &&
      (variant === undefined || variants?.includes(variant)),
  );
}
