import { findAttachments } from "../../shared/casework/find-attachments.ts";
import { serviceInstant } from "../../shared/casework/service-instant.ts";
import { notifyObservation as route } from "../../shared/contract/admission-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { editCase } from "./edit-case.ts";

/**
 * Records that the claimant was notified of what is missing, which starts their term: now if by telephone or at the
 * counter, or when it was handed over at the address. Refuses `not-now` for a handing over that is to come, or recorded
 * so late that it would cost the claimant days: they are notified again. Refuses `upload-not-found` for a photo that is
 * not the caller's.
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
