import { weighsEvidence } from "../../shared/casework/evidence-checklist.ts";
import { findAttachments } from "../../shared/casework/find-attachments.ts";
import { addEvidence as route } from "../../shared/contract/investigation-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { editCase } from "./edit-case.ts";

/**
 * Records `evidence-added`: what an area of the utility reports, or that it has no records, with the caller's uploads
 * as attachments. Refuses `not-now` if the claim is `observed`; also if it was decided, settled or withdrawn, unless it
 * is `in-reconsideration`. Refuses `upload-not-found` if an upload is not the caller's or is already attached.
 */
export const addEvidence = (deps: CaseworkDeps) =>
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
