import type { ClaimFact } from "../../../shared/domain/case/claim-events.ts";
import { hasPower } from "./acts.ts";
import { type File, type Law, openPhases, type Phase } from "./file.ts";
import { termsOf } from "./file-terms.ts";
import { isTaken } from "./procedure.ts";
import { dayIn } from "./terms.ts";

/**
 * The acts left to the claimant, stated act by act from the digest: in which phases each act may be done, by which day,
 * and whether omitting it costs the claimant something.
 */

/** An open matter that the claim's own facts do not show. */
export interface Matter {
  readonly act: "answer-offer" | "acknowledge-notice" | "receive-visit" | "prove-standing" | "send-file";
  /** The day of the act, or its last day. */
  readonly day?: string;
  /** The instant from which the act is awaited. */
  readonly since?: string;
  readonly about?: string;
}

export interface Open {
  readonly matters: readonly Matter[];
  /** The hearing has no appointment because no slot was free. */
  readonly waitsForAppointment: boolean;
}

/** An act that is left to the claimant. */
interface Left {
  readonly act: string;
  /** The act is only a right: the claim goes on without it. */
  readonly isRight?: boolean;
  readonly day?: string | undefined;
  readonly about?: string | undefined;
}

interface Reading {
  readonly file: File;
  readonly law: Law;
  readonly now: string;
}

const claimant = { kind: "customer", sub: "c1" } as const;

/** The claimant's procedural acts that have a term: each with its term and the contents of its fact. */
const withTerm = {
  remedied: ["T04", {}],
  "new-evidence-brought": ["T04", {}],
  "claim-extended": ["T05", {}],
  "reconsideration-filed": ["T11", { newEvidence: true }],
  "appeal-filed": ["T11", {}],
} as const;

/** Acts that are asked for even before their term starts. */
const beforeTerm: readonly string[] = ["remedied", "new-evidence-brought"];

/** Procedural acts that would be accepted now and whose term is not over. */
function procedural({ file, law, now }: Reading): readonly Left[] {
  const today = dayIn(now);
  const terms = termsOf({ file, law, now });
  return Object.entries(withTerm).flatMap(([act, [term, content]]) => {
    const fact = { type: act, effectiveAt: now, by: claimant, filedOn: today, ...content } as unknown as ClaimFact;
    // An unread electronic notice has not taken effect: the model knows when its term would end, but it has not begun.
    const day = file.phase.startsWith("RESUELTO") ? undefined : terms[term];
    if (!isTaken(file, fact, law, now) || !(day || beforeTerm.includes(act))) return [];
    // 3.7: beside an appeal a reconsideration is optional; alone, leaving both makes the decision firm.
    const isRight = act === "claim-extended" || (act === "reconsideration-filed" && file.phase === "APELACION");
    return { act, isRight, day };
  });
}

/** The first instance is open to its parties until a decision is signed. */
const untilSigned: readonly Phase[] = [...openPhases, "OBSERVADO"];
const untilHeard: readonly Phase[] = ["PRESENTADO", "OBSERVADO", "EN_INVESTIGACION", "CONCILIACION_CITADA"];

const openIn: Readonly<Record<Matter["act"], readonly Phase[]>> = {
  // 3.4: the claimant lets the inspector in, or the claim is decided on the other evidence.
  "receive-visit": untilSigned,
  // 1.1, 3.3: a claim by a person without standing is rejected without being examined.
  "prove-standing": untilSigned,
  // 3.5: an offer follows the admission of the claim and is settled in the hearing at the latest.
  "answer-offer": ["EN_INVESTIGACION", "CONCILIACION_CITADA"],
  // 1.3, 3.7: attachments count while an instance still has to decide on them or send them up.
  "send-file": [...untilSigned, "RECONSIDERACION", "APELACION"],
  // 5.6: an e-mailed notice has no effect until acknowledged, be it a decision or a request in the claim or the
  // reconsideration.
  "acknowledge-notice": [...untilSigned, "RESUELTO_1I", "RECONSIDERACION", "RESUELTO_RECON"],
};

function ofMatters({ file: { phase, filing }, now }: Reading, { matters }: Open): readonly Left[] {
  return matters.filter(({ act, since }) => {
    // 1.1: a representative needs a special power to settle.
    const mayBeTheirs = act !== "answer-offer" || hasPower(filing.standing, "conciliate");
    return mayBeTheirs && openIn[act].includes(phase) && !(since && since > now);
  });
}

/** 3.3, 3.5: the hearing summoned at the filing, or moved to a later day. */
function hearing({ file: { phase, round } }: Reading, { waitsForAppointment }: Open): readonly Left[] {
  const { hearing: day } = round;
  return day && !waitsForAppointment && untilHeard.includes(phase) ? [{ act: "attend-hearing", day }] : [];
}

/** 7.4, 7.5: a leak to repair before it is verified; a meter test to attend before it is reported. */
function measured({ file, law, now }: Reading): readonly Left[] {
  if (!untilSigned.includes(file.phase)) return [];
  const { leak, test } = file.round;
  const left: Left[] = [];
  if (leak && !leak.isRepaired) left.push({ act: "repair-leak", day: termsOf({ file, law, now }).T23 });
  if (test && !test.isReported) left.push({ act: "attend-meter-test", isRight: true, day: test.on });
  return left;
}

/** 3.2, T17 and T18: a suit against the tribunal's decision, executed or not; against its silence at any time. */
function court({ file, law, now }: Reading): readonly Left[] {
  const suing = { act: "go-to-court", isRight: true };
  if (file.phase === "SAN_2I") return [suing];
  const isOver = file.phase === "RESUELTO_2I" || file.phase === "CERRADO";
  return isOver && file.tribunalOn ? [{ ...suing, day: termsOf({ file, law, now }).T18 }] : [];
}

/** All acts left to the claimant now, in no order. */
export function leftTo(file: File, law: Law, now: string, open: Open): readonly Left[] {
  const reading = { file, law, now };
  const today = dayIn(now);
  return [
    ...procedural(reading),
    ...ofMatters(reading, open),
    ...hearing(reading, open),
    ...measured(reading),
    ...court(reading),
  ].filter(({ day }) => day === undefined || day >= today);
}
