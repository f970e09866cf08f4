import { serviceInstant } from "../../shared/casework/clerk-notice-instant.ts";
import { findAttachments } from "../../shared/casework/find-attachments.ts";
import { notifyObservation as route } from "../../shared/contract/admission-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { editCase } from "./edit-case.ts";

/**
 * Records `defect-notified`, which starts the claimant's term to correct what is missing. By telephone or in person, it
 * takes effect now. A delivery takes effect when it was made, or when the next working hours begin. Refuses `not-now`
 * if the delivery has not taken effect yet, or took effect more than one working day ago. Refuses `upload-not-found` if
 * a photo is not the caller's.
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
