import { type CaseAt, caseHeadAt, isHeadOver } from "../../../shared/casework/case/case-at.ts";
import { type Decision, record } from "../../../shared/casework/case/record.ts";
import { contactChange, isOfClaimant } from "../../../shared/casework/claim/contact-change.ts";
import { languageDecision } from "../../../shared/casework/notice/language-choice.ts";
import { isOver } from "../../../shared/domain/case/claim-states.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import type { ChangedContact, Claimant } from "../../../shared/domain/filing/claim-form.ts";
import type { Customer } from "../../../shared/domain/work/people.ts";
import type { ClaimDeps } from "../claim-deps.ts";

/** The claims of an account that are looked at: the last ones. */
const mostClaims = 50;

/** Whom a contact is of. Without a document it is of no claim. */
type Contact = ChangedContact & Pick<Claimant, "document" | "languageChoice">;

/** The codes of the claims whose contact was changed, and of those in which others kept writing. */
interface ChangedClaims {
  readonly changed: string[];
  readonly busy: string[];
}

/**
 * Records `contact-changed` in each open claim of the account that was filed with the document number of `contact` and
 * has another contact, and `language-chosen` if the claim has another language. An empty field changes nothing. Looks
 * at the account's last 50 claims. A contact, or a language, that changed ten times today in a claim stays as it is.
 * Claims that could not be written come back in `busy`; the others are written.
 */
export async function changeContacts(
  deps: ClaimDeps,
  by: Customer,
  contact: Contact,
  now: string,
): Promise<ChangedClaims> {
  const { caseAccess, caseFiles } = deps;
  const heads = await caseFiles.heads(await caseAccess.ofAccount(by.sub, mostClaims));
  const claims: ChangedClaims = { changed: [], busy: [] };
  for (const { claimId, code } of heads.filter((head) => !isHeadOver(caseHeadAt(head, now)))) {
    const key = `contact-changed ${claimId} ${now}`;
    let changes = false;
    const recorded = await record(deps, { claimId, now, write: { key, contentHash: key } }, (at) => {
      const decided = decisionOf(at, by, contact);
      changes = decided.entries.length > 0;
      return ok(decided);
    });
    if (!recorded.ok) claims.busy.push(code);
    else if (changes) claims.changed.push(code);
  }
  return claims;
}

function decisionOf(at: CaseAt, by: Customer, { document, languageChoice, ...contact }: Contact): Decision {
  if (!isOfClaimant(at, document?.number) || isOver(at.claim.state)) return { entries: [] };
  const changed = contactChange({ by }, at, { ...contact, documentNumber: document?.number });
  const language = languageChoice && languageDecision({ by }, at, languageChoice);
  return {
    entries: [...(changed.ok ? changed.value.entries : []), ...(language?.ok ? language.value.entries : [])],
  };
}
