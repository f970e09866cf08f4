import { findAttachments } from "../../../shared/casework/attachment/find-attachments.ts";
import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { serviceInstant } from "../../../shared/casework/delivery/clerk-notice-instant.ts";
import { notifyObservation as route } from "../../../shared/contract/claim/admission-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { CaseworkDeps } from "../casework-deps.ts";

/**
 * Records `defect-notified`: staff notified the claimant what is missing, which starts the term to correct it. It takes
 * effect now; a delivery, when it was made or, outside working hours, when the next ones begin. Refuses `not-now` if
 * the claim is not `observed` or was notified before, or if a delivery is not in effect yet or is more than one working
 * day old; `upload-not-found` if a photo is not the caller's. Answers the case. Also refuses as `editCase`.
 */
export const notifyObservation = (deps: CaseworkDeps) =>
  serve(route, (request) =>
    editCase(deps, request, async (at) => {
      const { caller: by, body } = request;
      const { how, receiver, premises, uploadIds } = body;
      const effectiveAt = serviceInstant(body, at);
      if (!effectiveAt.ok) return effectiveAt;
      const attached = await findAttachments(deps, by.sub, uploadIds);
      if (!attached.ok) return attached;
      const { attachments: photos, attach } = attached.value;
      return ok({
        entries: [
          {
            type: "defect-notified",
            effectiveAt: effectiveAt.value,
            by,
            details: { how, receiver, premises, photos },
          },
        ],
        also: attach({ claimId: at.file.head.claimId }),
      });
    }),
  );
