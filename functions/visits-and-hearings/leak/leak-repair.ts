import { findAttachments } from "../../../shared/casework/attachment/find-attachments.ts";
import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { refusalWords, stillTurning } from "../../../shared/casework/case/law-refusal-words.ts";
import { mayRead } from "../../../shared/casework/case/open-case.ts";
import { serviceInstant } from "../../../shared/casework/delivery/clerk-notice-instant.ts";
import { serveActByEmail } from "../../../shared/casework/notice/serve-act-by-email.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import {
  requireRepair as requireRoute,
  verifyRepair as verifyRoute,
} from "../../../shared/contract/visit/investigation-routes.ts";
import { lastEntry } from "../../../shared/domain/case/case-events.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { isDisproved, leakTestWords } from "../../../shared/domain/leak/leak-repair.ts";
import { serve } from "../../runtime/serve.ts";
import type { VisitDeps } from "../visit-deps.ts";

/**
 * Requires the repair of a non-visible leak (digest 7.4, T23). Records `leak-repair-required` as of when staff notified
 * the claimant; by `email`, only once they acknowledge the e-mail, and `notice-dispatched` now. Refuses `not-now` if
 * the claim is `observed` or resolved, if staff's notice is not in effect yet or is more than one working day old, or
 * if an earlier e-mail is unacknowledged; `no-consent` if the claimant takes no notices by e-mail.
 */
export const requireRepair = (deps: VisitDeps) =>
  serve(requireRoute, (request) =>
    editCase(deps, request, (at) => {
      const { text, how, deliveredAt } = request.body;
      const fact = {
        type: "leak-repair-required",
        effectiveAt: at.now,
        by: request.caller,
        details: { text },
      } as const;
      if (how === "email")
        return serveActByEmail(deps, at, request.caller, { of: "leak-repair", says: [text], starts: fact });
      const effectiveAt = serviceInstant({ how, deliveredAt }, at);
      return effectiveAt.ok ? ok({ entries: [{ ...fact, effectiveAt: effectiveAt.value }] }) : effectiveAt;
    }),
  );

/**
 * Records `leak-verified`, the visit that checks a repair, effective at `verifiedAt`, with meter readings and photos.
 * Refuses `claim-not-found` to an inspector without a visit of the case; `not-now` if no repair was required before
 * `verifiedAt`, if the claim is `observed` or resolved, or if `repaired` is true though the meter turned with every
 * outlet closed; `upload-not-found` if a photo is not the caller's. Answers the case. Also refuses as `editCase`.
 */
export const verifyRepair = (deps: VisitDeps) =>
  serve(verifyRoute, (request) =>
    editCase(deps, request, async (at) => {
      const { caller: by, body } = request;
      if (!mayRead(at.file, by)) return refused("claim-not-found");
      const { verifiedAt, repaired, uploadIds } = body;
      if (isDisproved(body)) return refused("not-now", { detail: stillTurning });
      const required = lastEntry(at.file.events, "leak-repair-required");
      if (required && verifiedAt < required.effectiveAt)
        return refused("not-now", { detail: refusalWords["before-its-cause"] });
      const attached = await findAttachments(deps, by.sub, uploadIds);
      if (!attached.ok) return attached;
      const { attachments: photos, attach } = attached.value;
      const observations = `${leakTestWords(body)} ${body.observations}`;
      return ok({
        entries: [{ type: "leak-verified", effectiveAt: verifiedAt, by, repaired, details: { observations, photos } }],
        also: attach({ claimId: at.file.head.claimId }),
      });
    }),
  );
