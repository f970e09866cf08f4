import type { ClaimFact } from "../../../shared/domain/claim-events.ts";
import { hasPower } from "./acts.ts";
import { type File, type Law, openPhases, type Phase } from "./file.ts";
import { termsOf } from "./file-terms.ts";
import { isTaken } from "./procedure.ts";
import { dayIn } from "./terms.ts";

/**
 * What a claim leaves to its claimant, told from the digest act by act: in which phases each act may be done, by which day,
 * and whether leaving it costs them something.
 */

/** What is open in a claim and no fact of it says. */
export interface Matter {
  readonly act: "answer-offer" | "acknowledge-notice" | "receive-visit" | "prove-standing" | "send-file";
  /** The day it takes place, or the last one for it. */
  readonly day?: string;
  /** The instant it begins. */
  readonly since?: string;
  readonly about?: string;
}

export interface Open {
  readonly matters: readonly Matter[];
  /** No place was free for the hearing yet. */
  readonly waitsForPlace: boolean;
}

/** An act that is left to the claimant. */
interface Left {
  readonly act: string;
  /** It is a right: the claim goes on without it. */
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

/** The claimant's acts of the procedure that have a term, each with that term and what the fact would say. */
const withTerm = {
  remedied: ["T04", {}],
  "new-evidence-brought": ["T04", {}],
  "claim-extended": ["T05", {}],
  "reconsideration-filed": ["T11", { newEvidence: true }],
  "appeal-filed": ["T11", {}],
} as const;

/** These may be done before anything starts their term, and are asked for all the same. */
const beforeTerm: readonly string[] = ["remedied", "new-evidence-brought"];

/** Acts of the procedure that would be taken now and whose term is not over. */
function procedural({ file, law, now }: Reading): readonly Left[] {
  const today = dayIn(now);
  const terms = termsOf({ file, law, now });
  return Object.entries(withTerm).flatMap(([act, [term, content]]) => {
    const fact = { type: act, effectiveAt: now, by: claimant, filedOn: today, ...content } as unknown as ClaimFact;
    // What lies unread in a mailbox is no notice yet: the end of its term is known, and it has not begun.
    const day = file.phase.startsWith("RESUELTO") ? undefined : terms[term];
    if (!isTaken(file, fact, law, now) || !(day || beforeTerm.includes(act))) return [];
    // 3.7: beside an appeal a reconsideration is optional; alone, leaving both makes the decision firm.
    const isRight = act === "claim-extended" || (act === "reconsideration-filed" && file.phase === "APELACION");
    return { act, isRight, day };
  });
}

/** While the company investigates and nobody has signed a decision, the first instance is open to its parties. */
const untilSigned: readonly Phase[] = [...openPhases, "OBSERVADO"];
const untilHeard: readonly Phase[] = ["PRESENTADO", "OBSERVADO", "EN_INVESTIGACION", "CONCILIACION_CITADA"];

const openIn: Readonly<Record<Matter["act"], readonly Phase[]>> = {
  // 3.4: the claimant opens to the inspector, or the claim is decided with what else there is.
  "receive-visit": untilSigned,
  // 1.1, 3.3: a claim by who has no standing is rejected without being examined.
  "prove-standing": untilSigned,
  // 3.5: an offer comes after the claim is admitted, and is settled in the hearing at the latest.
  "answer-offer": ["EN_INVESTIGACION", "CONCILIACION_CITADA"],
  // 1.3, 3.7: attachments count for whoever still has to decide on them, or sends them up.
  "send-file": [...untilSigned, "RECONSIDERACION", "APELACION"],
  // 5.6: an e-mail has no effect until it is acknowledged: of a decision, of what the claim or the reconsideration asks.
  "acknowledge-notice": [...untilSigned, "RESUELTO_1I", "RECONSIDERACION", "RESUELTO_RECON"],
};

function ofMatters({ file: { phase, filing }, now }: Reading, { matters }: Open): readonly Left[] {
  return matters.filter(({ act, since }) => {
    // 1.1: to settle, a representative needs a special power.
    const mayBeTheirs = act !== "answer-offer" || hasPower(filing.standing, "conciliate");
    return mayBeTheirs && openIn[act].includes(phase) && !(since && since > now);
  });
}

/** 3.3, 3.5: the summons of the filing, or of a later day. */
function hearing({ file: { phase, round } }: Reading, { waitsForPlace }: Open): readonly Left[] {
  const { hearing: day } = round;
  return day && !waitsForPlace && untilHeard.includes(phase) ? [{ act: "attend-hearing", day }] : [];
}

/** 7.4, 7.5: a leak to repair before it is verified, a meter test to watch before it is reported. */
function measured({ file, law, now }: Reading): readonly Left[] {
  if (!untilSigned.includes(file.phase)) return [];
  const { leak, test } = file.round;
  const left: Left[] = [];
  if (leak && !leak.isRepaired) left.push({ act: "repair-leak", day: termsOf({ file, law, now }).T23 });
  if (test && !test.isReported) left.push({ act: "attend-meter-test", isRight: true, day: test.on });
  return left;
}

/** 3.2, T17 and T18: against what the tribunal decided, carried out or not; against its silence at any time. */
function court({ file, law, now }: Reading): readonly Left[] {
  const suing = { act: "go-to-court", isRight: true };
  if (file.phase === "SAN_2I") return [suing];
  const isOver = file.phase === "RESUELTO_2I" || file.phase === "CERRADO";
  return isOver && file.tribunalOn ? [{ ...suing, day: termsOf({ file, law, now }).T18 }] : [];
}

/** What is left to the claimant now, in no order. */
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
