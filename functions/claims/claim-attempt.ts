import { createHash, timingSafeEqual } from "node:crypto";
import { type CaseAt, caseNow } from "../../shared/casework/case-at.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import { parseCode } from "../../shared/domain/claim-code.ts";
import { ok } from "../../shared/domain/result.ts";
import { secondsToNextHour } from "../../shared/storage/attempt-counter.ts";
import type { ClaimDeps } from "./claim-deps.ts";

/** Who knows a claim's code, and says they know one thing more of it. */
interface ClaimAttempt {
  /** Guesses at one thing do not use up those at another: who looks up a state cannot lock a claimant out. */
  readonly at: "claim-key" | "document";
  readonly code: string;
  readonly now: string;
  /** What was said, and what it must be in a claim. */
  readonly said: string;
  readonly known: (claim: CaseAt) => string;
}

/** Wrong attempts an hour allows at one code, whoever makes them. */
const attemptsPerHour = 5;

/**
 * The claim of a code, for who knows something more of it. A code that is nobody's and a wrong second datum give the
 * same answer after the same work, and both use up an attempt: no outcome is told once the hour's are used up.
 */
export async function attemptedClaim(
  { caseFiles, attemptCounter, tenant }: ClaimDeps,
  { at: kind, code: written, now, said, known }: ClaimAttempt,
): Promise<Answer<CaseAt, "claim-not-found" | "too-many-attempts">> {
  const code = parseCode(tenant.office.claimCode.value, written);
  if (code === undefined) return refused("claim-not-found");
  const claimId = await caseFiles.claimOfCode(code);
  const file = claimId === undefined ? undefined : await caseFiles.read(claimId);
  const at = file && caseNow(file, tenant, now);
  const right = at !== undefined && isSame(said, known(at));
  if (!(await attemptCounter.mayReveal(`${kind}#${code}`, now, { right, allowed: attemptsPerHour })))
    return refused("too-many-attempts", {
      detail: "Por seguridad, espera a la próxima hora para volver a intentarlo con este reclamo.",
      retryAfterSeconds: secondsToNextHour(now),
    });
  return right ? ok(at) : refused("claim-not-found");
}

/** Compares in a time that does not tell how much of it was right. */
function isSame(said: string, known: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(said), digest(known));
}
