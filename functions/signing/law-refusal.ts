import type { CaseAt } from "../../shared/casework/case/case-at.ts";
import { refusalWords } from "../../shared/casework/case/law-refusal-words.ts";
import { type Refusal, refused } from "../../shared/contract/refusals.ts";
import { isFact } from "../../shared/domain/case/case-events.ts";
import { apply } from "../../shared/domain/case/claim.ts";
import type { ClaimFact } from "../../shared/domain/case/claim-events.ts";

/**
 * Returns the refusal `not-now`, with the reason in Spanish, if the law does not allow the fact in the case now;
 * undefined if it does. Writes nothing. Callers ask before they make a number, a document or a seal for the fact.
 */
export function lawRefusal({ file, law, now }: CaseAt, fact: ClaimFact): Refusal<"not-now"> | undefined {
  const applied = apply(file.events.filter(isFact), fact, law, now);
  return applied.ok ? undefined : refused("not-now", { detail: refusalWords[applied.error] });
}

/**
 * Returns the refusal `not-now`, with its words, of a request to sign in a case where nothing waits for a signature.
 */
export function nothingToSign(): Refusal<"not-now"> {
  return refused("not-now", { detail: refusalWords["nothing-to-sign"] });
}
