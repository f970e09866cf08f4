import type { CaseAt } from "../../../shared/casework/case/case-at.ts";
import type { Answer } from "../../../shared/contract/refusals.ts";
import { claimKeyOf } from "../../../shared/domain/claim/claim-key.ts";
import type { PersonDocument } from "../../../shared/domain/filing/claim-form.ts";
import { normalizeDocument } from "../../../shared/domain/receipt/receipt.ts";
import type { ClaimDeps } from "../claim-deps.ts";
import { attemptedClaim } from "./claim-code-attempts.ts";

/**
 * Returns the claim that has this code and key, as it stands now. Refuses `claim-not-found` if the code or the key is
 * wrong. After five wrong keys at the code in an hour, refuses `too-many-attempts` instead; a right key is still let
 * in.
 */
export function claimByKey(
  deps: ClaimDeps,
  { code, claimKey }: { readonly code: string; readonly claimKey: string },
  now: string,
): Promise<Answer<CaseAt, "claim-not-found" | "too-many-attempts">> {
  const known = ({ file }: CaseAt) => claimKeyOf(file.events) ?? unknown;
  return attemptedClaim(deps, { at: "claim-key", code, now, said: claimKey, known });
}

const textOf = ({ kind, number }: PersonDocument): string => `${kind} ${normalizeDocument(number)}`;
/** Equals no document that can be given, so nobody finds a claim that was filed without a document. */
const unknown = "";

/**
 * Returns the claim that has this code and was filed with this document of its claimant, as it stands now. Refuses
 * `claim-not-found` if the code or the document is wrong, or if the claim was filed without a document. After five
 * wrong documents at the code in an hour, refuses `too-many-attempts` instead, even if this document is right.
 */
export function claimByDocument(
  deps: ClaimDeps,
  { code, document }: { readonly code: string; readonly document: PersonDocument },
  now: string,
): Promise<Answer<CaseAt, "claim-not-found" | "too-many-attempts">> {
  const known = ({ filing }: CaseAt) => {
    const { document: own } = filing.details.form.claimant;
    return own ? textOf(own) : unknown;
  };
  return attemptedClaim(deps, { at: "document", code, now, said: textOf(document), known });
}
