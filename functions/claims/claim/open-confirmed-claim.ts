import { caseNow } from "../../../shared/casework/case/case-at.ts";
import { summaryAt } from "../../../shared/casework/claim/claim-summary.ts";
import { contactOf, isConfirmedByCode } from "../../../shared/casework/claim/contact-code.ts";
import { openConfirmedClaim as route } from "../../../shared/contract/case-copy/claim-file-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { claimKeyOf } from "../../../shared/domain/claim/claim-key.ts";
import { serve } from "../../runtime/serve.ts";
import type { ClaimDeps } from "../claim-deps.ts";
import { mayShowSupply } from "./open-claim.ts";

/**
 * Lets the account see a claim from now on without its key, if it signs in with the claimant's mobile or mail and that
 * answered a code of this very claim; changes nothing if it sees it already. Refuses `claim-not-found` if there is no
 * such claim, or its contact is another, answered no code or was borrowed; `supply-not-linked` as `openClaim`.
 */
export const openConfirmedClaim = (deps: ClaimDeps) =>
  serve(route, async ({ params: { claimId }, caller: { sub }, now }) => {
    const [own, file] = await Promise.all([deps.accountContacts.find(sub), deps.caseFiles.read(claimId)]);
    if (!file) return refused("claim-not-found");
    const at = caseNow(file, deps.tenant, now);
    if (await deps.caseAccess.mayOpen(sub, claimId)) return ok(summaryAt(at));
    if (!own) return refused("claim-not-found");
    const claimKey = claimKeyOf(file.events);
    const isOwn = contactOf(at, own.channel)?.toLowerCase() === own.to.toLowerCase();
    const isBorrowed = at.filing.details.form.borrowed === true;
    if (!claimKey || !isOwn || isBorrowed || !isConfirmedByCode(file.events, claimId, own.to))
      return refused("claim-not-found");
    const shown = await mayShowSupply(deps, at, sub, now);
    if (!shown.ok) return shown;
    await deps.accessGrants.grant(sub, claimId, claimKey);
    return ok(summaryAt(at));
  });
