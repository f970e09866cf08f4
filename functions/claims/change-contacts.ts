import { type CaseAt, caseHeadAt, isHeadOver } from "../../shared/casework/case-at.ts";
import { claimantNow } from "../../shared/casework/notice-consent.ts";
import { type Decision, record } from "../../shared/casework/record.ts";
import { recordedToday } from "../../shared/casework/recorded-today.ts";
import type { ChangedContact, PersonDocument } from "../../shared/domain/claim-form.ts";
import { isOver } from "../../shared/domain/claim-states.ts";
import { changesOf } from "../../shared/domain/claimant-contact.ts";
import type { Customer } from "../../shared/domain/people.ts";
import { ok } from "../../shared/domain/result.ts";
import type { ClaimDeps } from "./claim-deps.ts";

/** The claims of an account that are looked at: the last ones. */
const mostClaims = 50;
/** Changes of contact that a claim takes in a day, more than anybody needs. */
const mostChanges = 10;

/** Whom a contact is of. Without a document it is of no claim. */
type Contact = ChangedContact & { readonly document?: PersonDocument | undefined };

/** The codes of the claims whose contact was changed, and of those in which others kept writing. */
interface ChangedClaims {
  readonly changed: string[];
  readonly busy: string[];
}

/**
 * Records `contact-changed` in each open claim of the account that was filed with the same document number and has
 * another contact. Looks at the last 50 claims. A part of the contact that is empty changes nothing; a claim whose
 * contact changed ten times today is left out.
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

function decisionOf(at: CaseAt, by: Customer, { document, ...contact }: Contact): Decision {
  const claimant = claimantNow(at);
  const details = document && document.number === claimant.document?.number && changesOf(claimant, contact);
  if (!details || isOver(at.claim.state) || recordedToday(at, "contact-changed") >= mostChanges) return { entries: [] };
  return { entries: [{ type: "contact-changed", effectiveAt: at.now, by, details }] };
}
