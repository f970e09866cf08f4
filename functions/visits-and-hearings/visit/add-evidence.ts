import { findAttachments } from "../../../shared/casework/attachment/find-attachments.ts";
import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { weighsEvidence } from "../../../shared/casework/resolution/evidence-checklist.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { addEvidence as route } from "../../../shared/contract/visit/investigation-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { VisitDeps } from "../visit-deps.ts";

/**
 * Records `evidence-added`: what an area of the utility reports, or that the area has no records, with the caller's
 * uploads attached. Refuses `not-now` if the claim is `observed`, or is resolved or over and not `in-reconsideration`.
 * Refuses `upload-not-found` if an upload is not the caller's or is already attached. Answers the case. Also refuses
 * `version-stale`, `write-key-used` and `busy` (`editCase`).
 */
export const addEvidence = (deps: VisitDeps) =>
  serve(route, (request) =>
    editCase(deps, request, async (at) => {
      const { uploadIds, ...said } = request.body;
      const { caller: by } = request;
      if (!weighsEvidence(at)) return refused("not-now");
      const attached = await findAttachments(deps, by.sub, uploadIds);
      if (!attached.ok) return attached;
      const { attachments, attach } = attached.value;
      return ok({
        entries: [{ type: "evidence-added", effectiveAt: at.now, by, details: { ...said, attachments } }],
        also: attach({ claimId: at.file.head.claimId }),
      });
    }),
  );
