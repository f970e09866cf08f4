import type { CaseAt } from "../../../shared/casework/case/case-at.ts";
import { editCase } from "../../../shared/casework/case/edit-case.ts";
import type { Decision } from "../../../shared/casework/case/record.ts";
import { confirmedContact } from "../../../shared/casework/filing/confirmed-contact.ts";
import { seeContact as route } from "../../../shared/contract/claim/admission-routes.ts";
import { type Answer, refused } from "../../../shared/contract/refusals.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { awaitsContact } from "../../../shared/domain/filing/guest-claims.ts";
import type { Staff } from "../../../shared/domain/work/people.ts";
import { serve } from "../../runtime/serve.ts";
import type { CaseworkDeps } from "../casework-deps.ts";

/**
 * Records `contact-confirmed` in a claim filed without an account: staff looked at its contact and write what they
 * found. Also gives the claim its visit and hearing, unless it waits for them for another reason too. Refuses `not-now`
 * if the contact needs no confirmation or is confirmed already. Answers the case. Also refuses `version-stale`,
 * `write-key-used` and `busy` (`editCase`).
 */
export const seeContact = (deps: CaseworkDeps) =>
  serve(route, (request) =>
    editCase(deps, request, (at) => contactSeen(deps, at, request.caller, request.body.remark)),
  );

/**
 * Returns the decision that records that staff looked at a contact (`confirmedContact`). Refuses `not-now` if it needs
 * no confirmation or is confirmed already.
 */
export async function contactSeen(
  deps: CaseworkDeps,
  at: CaseAt,
  by: Staff,
  remark: string,
): Promise<Answer<Decision, "not-now">> {
  if (!awaitsContact(at.file.events))
    return refused("not-now", { detail: "El contacto de este reclamo ya está confirmado." });
  return ok(await confirmedContact(deps, at, { by, details: { how: "seen", remark } }));
}
