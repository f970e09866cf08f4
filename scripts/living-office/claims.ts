import { acknowledged, decided, deliveredAtHome, notifiedByEmail } from "../../local/journey/decision-steps.ts";
import { admitted, observed, remedied, withdrawalAsked } from "../../local/journey/intake-steps.ts";
import { answered, assigned, heard } from "../../local/journey/investigation-steps.ts";
import type { Step } from "../../local/journey/life.ts";
import { elevated, recourse } from "../../local/journey/recourse-steps.ts";
import { letterSigned, withdrawn } from "../../local/journey/signatures.ts";
import { customer, step } from "../../local/journey/steps.ts";
import type { ResolutionOutcome } from "../../shared/domain/case/claim-events.ts";
import {
  after,
  calledInVain,
  countered,
  drafted,
  type Finding,
  filed,
  foundNobody,
  hearingTime,
  offerMade,
  type Said,
  visited,
  visitTime,
} from "./acts.ts";
import type { ClaimedSupply } from "./supplies.ts";

/** After which act nobody in the office did anything more. */
export type Stop =
  | "filed"
  | "observed"
  | "admitted"
  | "visited"
  | "offered"
  | "hearing-due"
  | "heard"
  | "drafted"
  | "issued"
  | "signed"
  | "notified"
  | "recourse"
  | "decided-again"
  | "elevated";

/** One claim of the office: when it was filed, and how it goes as long as nobody stops. */
export interface ClaimLife {
  /** Working days ago. */
  readonly ago: number;
  /** The hour, in Lima. */
  readonly at: string;
  readonly by: Said["by"];
  readonly type?: Said["type"];
  readonly hasMail?: boolean;
  readonly visit?: Finding | "absent-once" | "absent-twice";
  readonly hasPhoto?: boolean;
  readonly offer?: "accepted" | "refused" | "countered" | "unanswered";
  readonly hearing?: "none" | "absence" | "total";
  readonly outcome?: Extract<ResolutionOutcome, "rejected" | "upheld" | "partly-upheld">;
  readonly recourse?: "reconsideration" | "appeal";
  /** Another way to go on from the filing. */
  readonly turns?: "observed" | "remedied" | "withdrawn" | "withdrawing" | "queja" | "queja-sent";
  readonly stop?: Stop;
}

const words = [
  "Este mes somos los mismos tres en casa y el recibo subió mucho.",
  "Estuvimos de viaje dos semanas y el recibo llegó más alto que nunca.",
  "La lectura que dice el recibo no es la de mi medidor.",
  "No tenemos jardín ni tanque y me cobran como a un negocio.",
  "Cambiaron el medidor hace poco y desde entonces paga el doble.",
  "Vivo sola con mi mamá y siempre pagué la mitad de esto.",
  "Ya revisó un gasfitero y no hay fuga en ningún lado.",
  "El vecino de atrás tiene el mismo medidor y paga mucho menos.",
] as const;
const averageWords = [
  "Me cobran un promedio y mi medidor funciona bien.",
  "Nadie vino a leer el medidor y me pusieron un promedio alto.",
] as const;

/** What the person of the `at`-th claim says. */
function saidBy({ by, type = "F01", hasMail = by === "web" }: ClaimLife, at: number): Said {
  const grounds = type === "F02" ? averageWords : words;
  return { by, type, hasMail, grounds: grounds[at % grounds.length] ?? words[0] };
}

const nextTo = (steps: readonly Step[], first: number, last: number): readonly Step[] => steps.slice(first, last);

function visitSteps(supply: ClaimedSupply, { visit = "no-leak", hasPhoto = false }: ClaimLife): readonly Step[] {
  const again = [assigned, visitTime];
  if (visit === "absent-twice") return [...again, foundNobody, ...again, foundNobody];
  const found = visit === "absent-once" ? "no-leak" : visit;
  return [...again, ...(visit === "absent-once" ? [foundNobody, ...again] : []), visited(supply, found, hasPhoto)];
}

function hearingSteps({ hearing = "none" }: ClaimLife): readonly Step[] {
  if (hearing === "absence") return [hearingTime, calledInVain, heard("absence")];
  return [hearingTime, heard(hearing)];
}

function offerSteps(supply: ClaimedSupply, { offer, hearing }: ClaimLife): readonly Step[] {
  if (offer === undefined && hearing !== "total") return [];
  const made = [after(1, "10:10"), offerMade(supply)];
  if (offer === "unanswered") return made;
  if (offer === "countered") return [...made, after(1, "19:40"), countered(supply)];
  return [...made, after(1, "19:40"), answered(offer === "accepted" || hearing === "total")];
}

/** The steps from the draft to the day the decision is known to its person. */
function decisionSteps(
  supply: ClaimedSupply,
  outcome: NonNullable<ClaimLife["outcome"]>,
  life: ClaimLife,
  time: 1 | 2,
): readonly (readonly [Stop, readonly Step[]])[] {
  const [, override, issue, sign] = decided(outcome);
  return [
    ["drafted", [after(1, "09:20"), drafted(supply, outcome)]],
    ["issued", [after(1, "10:30"), override, issue].filter((one) => one !== undefined)],
    ["signed", [after(1, "16:10"), sign].filter((one) => one !== undefined)],
    [
      "notified",
      opensMail(life)
        ? [after(1, "09:05"), ...notifiedByEmail(time)]
        : [after(1, "09:05"), atHome, after(1, "11:00"), ...nextTo(deliveredAtHome, 1, 3)],
    ],
  ];
}

/** A decision of somebody without an address of mail is taken to their home at once. */
const atHome = step("mesa de partes manda la resolución al domicilio", async (life) => {
  const { notices } = await life.edit("clerk", "dispatchNotice", { body: { channel: "personal" } });
  return life.keep("noticeId", () => notices.find(({ channel }) => channel === "personal")?.noticeId ?? "");
});

const queja = step("presenta una queja por demora", async (life) => {
  const { submissionNumber } = await life.call(customer, "fileQueja", {
    params: { claimId: life.kept("claimId") },
    body: { ground: "delay", duty: "Responder dentro de su plazo.", facts: "Nadie me responde.", uploadIds: [] },
  });
  return submissionNumber;
});
const quejaSent = step("mesa de partes envía la queja a quien la decide", async (life) => {
  await life.edit("clerk", "forwardQueja", { body: { reference: "OFICIO-0001" } });
  return "enviada";
});

const turnSteps: Readonly<Record<NonNullable<ClaimLife["turns"]>, readonly Step[]>> = {
  observed: [after(0, "12:20"), ...nextTo(observed, 0, 1)],
  remedied: [after(0, "12:20"), ...observed, after(1, "18:00"), remedied],
  withdrawing: [after(2, "11:30"), withdrawalAsked],
  withdrawn: [after(2, "11:30"), ...nextTo(withdrawn, 0, 1), after(1, "10:00"), ...nextTo(withdrawn, 1, 4)],
  queja: [after(3, "20:15"), queja],
  "queja-sent": [after(2, "20:15"), queja, after(1, "09:30"), quejaSent],
};

type Part = readonly [Stop | "", readonly Step[]];

const opensMail = ({ hasMail, by }: ClaimLife): boolean => hasMail ?? by === "web";

/** From the visit to the acta of the hearing. */
function heardParts(supply: ClaimedSupply, life: ClaimLife): readonly Part[] {
  const asksVisit = (life.type ?? "F01") === "F01";
  return [
    ["admitted", life.turns === "remedied" ? [] : [after(1, "09:40"), admitted]],
    ["visited", asksVisit ? visitSteps(supply, life) : []],
    ["offered", offerSteps(supply, life)],
    ["hearing-due", []],
    ["heard", hearingSteps(life)],
  ];
}

/** From the first decision on: to its end or to a review. What was decided is done when billing answers. */
function decidedParts(supply: ClaimedSupply, life: ClaimLife): readonly Part[] {
  const { outcome = "rejected", recourse: asked } = life;
  const known: Part = ["", opensMail(life) ? [after(1, "20:30"), acknowledged(1)] : []];
  const first = [...decisionSteps(supply, outcome, life, 1), known];
  if (asked === undefined) return first;
  const asking: Part = ["recourse", [after(6, "18:40"), recourse(asked)]];
  if (asked === "appeal")
    return [...first, asking, ["elevated", [after(2, "10:00"), ...letterSigned, ...nextTo(elevated, 0, 1)]]];
  const again = decisionSteps(supply, "upheld", life, 2).flatMap(([, steps]) => steps);
  return [...first, asking, ["decided-again", [...again, after(1, "20:30"), acknowledged(2)]]];
}

/**
 * Returns the steps of a claim's life, from its filing to its end or to the act `life.stop`, that act included. A claim
 * that is observed or withdrawn ends there.
 * @param at the position of the claim among all; it chooses the claimant's words
 */
export function stepsOf(supply: ClaimedSupply, life: ClaimLife, at: number): readonly Step[] {
  const { turns, stop, hearing } = life;
  const opening: readonly Part[] = [
    ["filed", [filed(supply, saidBy(life, at))]],
    ["", turns === undefined ? [] : turnSteps[turns]],
  ];
  const isOver = turns === "observed" || turns === "withdrawn" || turns === "withdrawing";
  const rest = isOver ? [] : [...heardParts(supply, life), ...(hearing === "total" ? [] : decidedParts(supply, life))];
  const parts = [...opening, ...rest];
  const last = parts.findIndex(([name]) => name === stop);
  return parts.slice(0, stop === undefined ? undefined : last + 1).flatMap(([, steps]) => steps);
}
