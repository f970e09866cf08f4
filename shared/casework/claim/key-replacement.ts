import { type Answer, refused } from "../../contract/refusals.ts";
import { lastEntry } from "../../domain/case/case-events.ts";
import type { Actor } from "../../domain/case/claim-events.ts";
import { ok } from "../../domain/case/result.ts";
import type { CaseFiles } from "../../storage/case/case-files.ts";
import type { ActWriter } from "../case/act-writer.ts";
import type { CaseAt } from "../case/case-at.ts";
import { newSecret } from "../case/new-ids.ts";
import type { Decision } from "../case/record.ts";
import { isOfClaimant } from "./contact-change.ts";

/** For so long after a change another press changes nothing: the key on its way to the claimant stays the right one. */
const settledMs = 3_600_000;

/** Returns `true` if the caller is the account that filed the claim, which did not only open it by its key. */
export const mayReplaceKey = ({ filing: { by } }: CaseAt, caller: Actor): true | undefined =>
  (caller.kind === "customer" && by.kind === "customer" && by.sub === caller.sub) || undefined;

/**
 * Returns the decision that records `key-replaced` with a new key, after which neither the key before nor an account
 * that opened the claim by it opens the claim. Refuses `not-now` to an account that did not file the claim and, for a
 * claimant who telephones or comes, if `documentNumber` is not theirs. No entries within an hour of the last change.
 */
export function keyReplacement(
  caseFiles: Pick<CaseFiles, "keyWrite">,
  { by, taken }: ActWriter,
  at: CaseAt,
  documentNumber?: string,
): Answer<Decision, "not-now"> {
  if (!taken && !mayReplaceKey(at, by))
    return refused("not-now", {
      detail:
        "La clave la cambia la cuenta que presentó el reclamo. Si no tienes cuenta, llámanos con tu documento a la mano.",
    });
  if (taken && !isOfClaimant(at, documentNumber))
    return refused("not-now", { detail: "Ese documento no es el de quien reclama: la clave queda como está." });
  const last = lastEntry(at.file.events, "key-replaced");
  if (last && Date.parse(at.now) - Date.parse(last.recordedAt) < settledMs) return ok({ entries: [] });
  const claimKey = newSecret();
  const details = { claimKey, ...(taken && { taken }) };
  return ok({
    entries: [{ type: "key-replaced", effectiveAt: at.now, by, details }],
    also: [caseFiles.keyWrite(at.file.head.claimId, claimKey)],
  });
}
