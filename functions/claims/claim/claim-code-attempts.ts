import { type CaseAt, caseNow } from "../../../shared/casework/case/case-at.ts";
import { type Answer, refused } from "../../../shared/contract/refusals.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { parseCode } from "../../../shared/domain/claim/claim-code.ts";
import { secondsToNextHour } from "../../../shared/storage/attempt-counter.ts";
import { untilEven } from "../../runtime/even-time.ts";
import { isSameSecret } from "../../runtime/same-secret.ts";
import type { ClaimDeps } from "../claim-deps.ts";

/** A claim's code, with a look-up credential that somebody gives for it. */
interface ClaimAttempt {
  /**
   * Attempts are counted apart for each credential: somebody who tries documents cannot lock out the holder of the key.
   */
  readonly at: "claim-key" | "document";
  readonly code: string;
  readonly now: string;
  /** The credential as given; `known` returns the one that is right for a claim. */
  readonly said: string;
  readonly known: (claim: CaseAt) => string;
}

/** Wrong attempts allowed at one code and credential in an hour, whoever makes them. */
const attemptsPerHour = 5;

/**
 * Returns the claim that has the code, if `said` is the credential that `known` returns for it. Refuses
 * `claim-not-found`, at once if the text is no code; else `untilEven`, if no claim has it or the credential is wrong:
 * five such attempts are heard in an hour at a code and kind of credential. After them refuses `too-many-attempts`,
 * `untilEven` too, even if the document is right; a right key is still let in.
 */
export async function attemptedClaim(
  { caseFiles, attemptCounter, tenant }: ClaimDeps,
  { at: kind, code: written, now, said, known }: ClaimAttempt,
): Promise<Answer<CaseAt, "claim-not-found" | "too-many-attempts">> {
  const code = parseCode(tenant.office.claimCode.value, written);
  if (code === undefined) return refused("claim-not-found", { detail: noSuchCode });
  const began = performance.now();
  const claimId = await caseFiles.claimOfCode(code);
  const file = claimId === undefined ? undefined : await caseFiles.read(claimId);
  const at = file && caseNow(file, tenant, now);
  const right = at !== undefined && isSameSecret(said, known(at));
  const mayReveal = await attemptCounter.mayReveal(`${kind}#${code}`, now, { right, allowed: attemptsPerHour });
  // Nobody finds a key of 128 bits by trying, so who tries does not shut out who has it.
  if (right && (mayReveal || kind === "claim-key")) return ok(at);
  await untilEven(began);
  if (!mayReveal)
    return refused("too-many-attempts", {
      detail: "Por seguridad, espera a la próxima hora para volver a intentarlo con este reclamo.",
      retryAfterSeconds: secondsToNextHour(now),
    });
  return refused("claim-not-found", { detail: whatToCheck[kind] });
}

const noSuchCode = "Ningún reclamo tiene ese código: compáralo, número por número, con el de tu cargo.";

/** What to look at again, of what was given. */
const whatToCheck = {
  "claim-key": "Revisa el código y la clave, tal como están en tu cargo.",
  document:
    "Revisa el código del reclamo y el número de documento: es el de quien lo presentó. Si otra persona lo presentó por ti, es el de ella.",
} as const satisfies Record<ClaimAttempt["at"], string>;
