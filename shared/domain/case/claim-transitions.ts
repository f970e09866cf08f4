import type { StaffRole } from "../work/people.ts";
import type {
  Agreement,
  ClaimEventType,
  ClaimFact,
  QuejaOutcome,
  RecourseKind,
  TribunalOutcome,
} from "./claim-events.ts";
import { type ClaimState, type ClockId, claimStates, inRecourse } from "./claim-states.ts";

/**
 * Guards: conditions that a transition may require besides the state and the recorder, each with the refusal when it
 * fails.
 */
export const guardRefusals = {
  "within-term": "too-late",
  "not-after-term": "too-late",
  "hearing-over": "hearing-pending",
  "hearing-not-moved": "hearing-already-moved",
  "hearing-before-signing": "hearing-too-late",
  "appointments-not-given": "appointments-already-given",
  "power-to-withdraw": "special-power-needed",
  "power-to-conciliate": "special-power-needed",
  "draft-frozen": "nothing-to-sign",
  "no-draft-frozen": "draft-already-frozen",
  "delivery-proved": "delivery-not-proved",
  "recorded-at-once-or-proved": "delivery-not-proved",
  "withdrawal-pending": "no-withdrawal-requested",
  "no-withdrawal-pending": "withdrawal-already-requested",
  "few-extensions": "too-many-extensions",
  "not-notified": "already-notified",
  "another-type": "same-type",
  "leak-required": "no-leak-requirement",
  "metered-claim": "no-meter-claimed",
  "test-not-asked": "already-asked",
  "test-ordered": "no-meter-test",
  "override-by-another": "override-not-approved",
  "signed-act": "nothing-signed",
  "not-certified": "already-certified",
  certified: "not-certified-yet",
  "appeal-with-attachments": "no-new-evidence",
  "queja-pending": "no-queja-pending",
  "queja-unsent": "no-queja-pending",
  "after-notification": "no-recourse-left",
  "first-reconsideration": "already-reconsidered",
  "new-evidence": "no-new-evidence",
  "evidence-lacking": "evidence-there",
  "evidence-not-asked": "evidence-already-asked",
  "evidence-not-awaited": "evidence-awaited",
  "evidence-asked-before-dismissal": "evidence-never-asked",
} as const;

export type Guard = keyof typeof guardRefusals;

/**
 * What changes a claim's state by the passing of time alone: a clock of the digest; the day of the hearing (`hearing`);
 * the days to bring late evidence (`evidence`); the end of a reconsideration during which an appeal was kept
 * (`kept-appeal`); the days to remedy a defect that was observed too late to reject the claim (`late-observation`).
 */
export type Lapse = ClockId | "hearing" | "evidence" | "kept-appeal" | "late-observation";

/** The part of an event's content that decides which state it leads to. */
export type Variant = Agreement | TribunalOutcome | RecourseKind | QuejaOutcome;

/** Who may record a fact: the claimant in person, a role of the staff, or the system. */
export type Recorder = "claimant" | "system" | StaffRole;

/**
 * An event that leads from one of the states `from` to the state `to`, or leaves the state unchanged if there is no
 * `to`.
 */
export interface EventTransition {
  readonly event: ClaimEventType;
  readonly variants?: readonly Variant[];
  readonly from: readonly ClaimState[];
  readonly to?: ClaimState;
  readonly by: readonly Recorder[];
  readonly guards?: readonly Guard[];
}

/**
 * A term whose end leads from one of the states `from` to `to`. `dispatched`: only if the decision was sent to an
 * address.
 */
export interface LapseTransition {
  readonly lapse: Lapse;
  readonly from: readonly ClaimState[];
  readonly to: ClaimState;
  readonly dispatched?: true;
}

const beforeHearing = ["filed", "under-investigation", "hearing-due"] as const;

const heard = ["partly-conciliated", "no-agreement", "absence", "in-resolution"] as const;

const undecided = [...beforeHearing, ...heard] as const;

const investigated = [...undecided, "observed"] as const;

const firstInstance = [...investigated, "resolved"] as const;

const signedStates = [
  "resolved",
  "notified",
  "reconsideration-resolved",
  "reconsideration-notified",
  "in-appeal",
  "elevated",
  "firm",
  "in-execution",
  "closed",
] as const;

/** Who records an act of the claimant: the claimant, or the staff who attend them. */
export const forClaimant = ["claimant", "operator", "clerk"] as const;

const settled = ["conciliated", "tribunal-decided", "firm", "in-execution"] as const;

const silent = ["positive-silence", "reconsideration-silence"] as const;

/**
 * The procedure (digest 3.3). At most one row matches a fact by event, variant and state. Of lapses that match, the
 * earliest applies first, and of the same day the first row.
 */
export const transitions: readonly (EventTransition | LapseTransition)[] = [
  { event: "claim-filed", from: [], to: "filed", by: forClaimant },
  { event: "filing-copy-sent", from: firstInstance, by: ["operator", "clerk", "system"] },
  { event: "defect-observed", from: ["filed"], to: "observed", by: ["operator", "clerk", "analyst", "system"] },
  {
    event: "defect-notified",
    from: ["observed"],
    by: ["operator", "clerk", "analyst", "system"],
    guards: ["not-notified"],
  },
  {
    event: "remedied",
    from: ["observed", "not-filed"],
    to: "under-investigation",
    by: [...forClaimant, "inspector"],
    guards: ["not-after-term"],
  },
  { lapse: "T04", from: ["observed"], to: "not-filed" },
  { lapse: "late-observation", from: ["observed"], to: "under-investigation" },
  { event: "claim-accepted", from: ["filed"], to: "under-investigation", by: ["clerk", "analyst"] },
  {
    event: "claim-extended",
    from: [...undecided, "observed"],
    by: forClaimant,
    guards: ["within-term", "few-extensions"],
  },
  { event: "reclassified", from: investigated, by: ["analyst"], guards: ["another-type", "no-draft-frozen"] },
  { event: "dismissal-proposed", from: ["filed"], to: "in-resolution", by: ["analyst"] },
  { event: "inspection-reported", from: investigated, by: ["inspector"] },
  { event: "leak-repair-required", from: undecided, by: ["analyst", "clerk", "system"] },
  { event: "leak-verified", from: undecided, by: ["inspector"], guards: ["leak-required"] },
  { event: "meter-test-asked", from: investigated, by: forClaimant, guards: ["metered-claim", "test-not-asked"] },
  { event: "meter-test-ordered", from: undecided, by: ["analyst"] },
  { event: "meter-test-notified", from: undecided, by: ["analyst", "clerk", "system"], guards: ["test-ordered"] },
  { event: "meter-test-reported", from: undecided, by: ["analyst", "inspector"], guards: ["test-ordered"] },
  {
    event: "hearing-moved",
    from: ["filed", "observed", "under-investigation"],
    by: ["analyst", "conciliator", "system"],
    guards: ["hearing-not-moved", "hearing-before-signing"],
  },
  {
    event: "appointments-given",
    from: ["filed", "observed", "under-investigation", "hearing-due"],
    by: ["operator", "analyst", "system"],
    guards: ["appointments-not-given", "hearing-before-signing"],
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
    event: "checklist-overridden",
    from: [...undecided, "in-reconsideration"],
    by: ["resolver", "signer", "manager"],
    guards: ["no-draft-frozen"],
  },
  {
    event: "resolution-issued",
    from: ["under-investigation", "hearing-due"],
    to: "in-resolution",
    by: ["resolver"],
    guards: ["hearing-over", "override-by-another"],
  },
  {
    event: "resolution-issued",
    from: heard,
    to: "in-resolution",
    by: ["resolver"],
    guards: ["no-draft-frozen", "override-by-another"],
  },
  { event: "resolution-returned", from: ["in-resolution"], by: ["resolver", "signer"], guards: ["draft-frozen"] },
  { event: "resolution-signed", from: ["in-resolution"], to: "resolved", by: ["signer"], guards: ["draft-frozen"] },
  { event: "resolution-dispatched", from: ["resolved"], by: ["clerk"] },
  {
    event: "resolution-notified",
    from: ["resolved"],
    to: "notified",
    by: ["clerk", "inspector", "system"],
    guards: ["recorded-at-once-or-proved"],
  },
  { lapse: "T10", dispatched: true, from: ["resolved"], to: "silence-to-confirm" },
  { lapse: "T10", from: firstInstance, to: "positive-silence" },
  { lapse: "T22", from: ["resolved"], to: "notified" },
  {
    event: "resolution-notified",
    from: ["silence-to-confirm"],
    to: "notified",
    by: ["clerk", "inspector"],
    guards: ["within-term", "delivery-proved"],
  },
  { lapse: "evidence", from: ["silence-to-confirm"], to: "positive-silence" },
  { lapse: "T11", from: ["notified"], to: "firm" },
  {
    event: "reconsideration-filed",
    from: ["notified", "firm", "closed"],
    to: "in-reconsideration",
    by: forClaimant,
    guards: ["after-notification", "first-reconsideration"],
  },
  {
    event: "reconsideration-filed",
    from: ["in-appeal"],
    to: "in-reconsideration",
    by: forClaimant,
    guards: ["first-reconsideration", "new-evidence"],
  },
  {
    event: "new-evidence-asked",
    from: ["in-reconsideration"],
    by: ["analyst", "resolver", "system"],
    guards: ["evidence-lacking", "evidence-not-asked", "no-draft-frozen"],
  },
  { event: "new-evidence-brought", from: ["in-reconsideration"], by: forClaimant, guards: ["evidence-lacking"] },
  {
    event: "resolution-issued",
    from: ["in-reconsideration"],
    by: ["resolver"],
    guards: ["no-draft-frozen", "override-by-another", "evidence-not-awaited", "evidence-asked-before-dismissal"],
  },
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
    by: ["clerk", "inspector", "system"],
    guards: ["recorded-at-once-or-proved"],
  },
  {
    lapse: "T14",
    dispatched: true,
    from: ["reconsideration-resolved"],
    to: "reconsideration-silence-to-confirm",
  },
  { lapse: "T14", from: inRecourse, to: "reconsideration-silence" },
  { lapse: "T22", from: ["reconsideration-resolved"], to: "reconsideration-notified" },
  {
    event: "resolution-notified",
    from: ["reconsideration-silence-to-confirm"],
    to: "reconsideration-notified",
    by: ["clerk", "inspector"],
    guards: ["within-term", "delivery-proved"],
  },
  { lapse: "evidence", from: ["reconsideration-silence-to-confirm"], to: "reconsideration-silence" },
  { lapse: "kept-appeal", from: ["reconsideration-notified", "firm"], to: "in-appeal" },
  { lapse: "T15", from: ["reconsideration-notified"], to: "firm" },
  {
    event: "appeal-filed",
    from: ["notified", "reconsideration-notified", "firm", "closed"],
    to: "in-appeal",
    by: forClaimant,
    guards: ["after-notification"],
  },
  { event: "appeal-filed", from: inRecourse, by: forClaimant },
  {
    event: "recourse-reclassified",
    variants: ["appeal"],
    from: ["in-reconsideration"],
    to: "in-appeal",
    by: ["analyst"],
    guards: ["no-draft-frozen"],
  },
  {
    event: "recourse-reclassified",
    variants: ["reconsideration"],
    from: ["in-appeal"],
    to: "in-reconsideration",
    by: ["analyst"],
    guards: ["first-reconsideration", "appeal-with-attachments"],
  },
  { event: "rectified", from: signedStates, by: ["signer"], guards: ["signed-act"] },
  {
    event: "silence-certified",
    from: silent,
    by: ["signer", "system"],
    guards: ["not-certified"],
  },
  { event: "file-elevated", from: ["in-appeal"], to: "elevated", by: ["clerk", "analyst"] },
  { lapse: "T17", from: ["elevated"], to: "negative-silence" },
  {
    event: "withdrawal-requested",
    from: [...firstInstance, ...inRecourse, "in-appeal", "elevated", "negative-silence"],
    by: forClaimant,
    guards: ["power-to-withdraw", "no-withdrawal-pending"],
  },
  {
    event: "withdrawal-undone",
    from: [...firstInstance, ...inRecourse, "in-appeal", "elevated", "negative-silence"],
    by: forClaimant,
    guards: ["withdrawal-pending"],
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
    from: [...inRecourse, "in-appeal"],
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
  { event: "executed", from: silent, to: "closed", by: ["billing"], guards: ["certified"] },
  { event: "queja-filed", from: claimStates, by: forClaimant },
  { event: "queja-forwarded", from: claimStates, by: ["clerk", "analyst"], guards: ["queja-unsent"] },
  {
    event: "queja-answered",
    variants: ["queja-silence"],
    from: [...firstInstance, "notified", "silence-to-confirm", "firm", "in-appeal"],
    to: "positive-silence",
    by: ["clerk", "analyst"],
    guards: ["queja-pending"],
  },
  {
    event: "queja-answered",
    variants: ["queja-silence"],
    from: [...inRecourse, "reconsideration-notified", "reconsideration-silence-to-confirm"],
    to: "reconsideration-silence",
    by: ["clerk", "analyst"],
    guards: ["queja-pending"],
  },
  {
    event: "queja-answered",
    variants: ["queja-upheld", "queja-rejected"],
    from: claimStates,
    by: ["clerk", "analyst"],
    guards: ["queja-pending"],
  },
];

const ofEvents = transitions.filter((row) => "event" in row);
const ofLapses = transitions.filter((row) => "lapse" in row);

/** Returns the rows of the table of transitions that apply when an event is recorded, in the order of the table. */
export function eventTransitions(): readonly EventTransition[] {
  return ofEvents;
}

/**
 * Returns the rows of the table of transitions that apply when a term ends without an act, in the order of the table.
 */
export function lapseTransitions(): readonly LapseTransition[] {
  return ofLapses;
}

/**
 * Returns the types of events that the table allows in a state, each once, in the order of the procedure. Checks
 * neither who may record them nor the guards (conditions).
 */
export function allowedEvents(state: ClaimState): readonly ClaimEventType[] {
  const rows = eventTransitions().filter(({ from }) => from.includes(state));
  return [...new Set(rows.map(({ event }) => event))];
}

function variantOf(fact: ClaimFact): Variant | undefined {
  if (fact.type === "conciliation-held") return fact.agreement;
  if (fact.type === "recourse-reclassified") return fact.as;
  return fact.type === "tribunal-decided" || fact.type === "queja-answered" ? fact.outcome : undefined;
}

/**
 * Returns the row of the table of transitions for a fact in a state. Undefined if the table does not allow the fact
 * there, or not with its `agreement`, `as` or `outcome`. Without a state, only `claim-filed` is allowed. Checks neither
 * who records the fact nor the row's guards (conditions).
 */
export function transitionFor(fact: ClaimFact, state: ClaimState | undefined): EventTransition | undefined {
  const variant = variantOf(fact);
  return eventTransitions().find(
    ({ event, variants, from }) =>
      event === fact.type &&
      (state ? from.includes(state) : from.length === 0) &&
      (variant === undefined || variants?.includes(variant)),
  );
}
