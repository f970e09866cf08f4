import type { ClaimFact } from "../../../shared/domain/case/claim-events.ts";
import { type Effect, effectOf } from "./acts.ts";
import type { File, Law } from "./file.ts";
import { settle } from "./passing.ts";
import { claimant, isBy, recorders } from "./recorders.ts";
import { dayIn } from "./terms.ts";

/**
 * The procedure as the digest states it (1.5, 3.1 to 3.3, 3.7 to 3.9, 5.6): a file that each act changes. From the
 * engine it takes only the names of the acts and of who records them.
 */

/** Opens a file; undefined if the filing is not accepted. */
export function open(fact: ClaimFact, law: Law, now: string): File | undefined {
  if (fact.type !== "claim-filed" || fact.effectiveAt > now || !isBy(fact, claimant)) return undefined;
  const { filedOn, hearingOn: hearing } = fact;
  const file: File = {
    phase: "PRESENTADO",
    since: filedOn,
    round: { kind: "claim", from: filedOn, decideIn: 30, silenceAfter: 35, hearing },
    filing: fact,
    claimType: fact.claimType,
    recordedAt: now,
    movedAt: fact.effectiveAt,
    isNotified: false,
    extensions: 0,
    quejas: [],
  };
  settle({ file, law, now }, dayIn(now));
  return file;
}

function taken(file: File, fact: ClaimFact, law: Law, now: string): Effect | undefined {
  if (now < file.recordedAt || fact.effectiveAt > now || !isBy(fact, recorders[fact.type])) return undefined;
  return effectOf(fact.type, { file, law, now, fact, on: dayIn(fact.effectiveAt) });
}

/** Whether a file as it is `now` accepts an act recorded `now`. */
export function isTaken(file: File, fact: ClaimFact, law: Law, now: string): boolean {
  return taken(file, fact, law, now) !== undefined;
}

/** Records an act `now` in a file as it is `now`; returns false if it is not accepted. */
export function record(file: File, fact: ClaimFact, law: Law, now: string): boolean {
  const effect = taken(file, fact, law, now);
  if (!effect) return false;
  effect();
  file.recordedAt = now;
  file.changedOn = undefined;
  settle({ file, law, now }, dayIn(now));
  return true;
}
