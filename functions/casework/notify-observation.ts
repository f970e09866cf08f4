import { findAttachments } from "../../shared/casework/find-attachments.ts";
import { serviceInstant } from "../../shared/casework/service-instant.ts";
import { notifyObservation as route } from "../../shared/contract/admission-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { editCase } from "./edit-case.ts";

/**
 * Records that somebody was told what is missing, which starts their term: now, by telephone or at the counter; or when
 * it was handed over at the address. A record that comes late would eat their days, so they are told again.
 */
export const notifyObservation = (deps: CaseworkDeps) =>
  serve(route, (request) =>
    editCase(deps, request, async (at) => {
      const { caller: by, body } = request;
      const { how, receiver, premises, uploadIds } = body;
      const told = serviceInstant(body, at);
      if (!told.ok) return told;
      const attached = await findAttachments(deps, by.sub, uploadIds);
      if (!attached.ok) return attached;
      const { attachments: photos, attach } = attached.value;
      return ok({
        entries: [
          { type: "defect-notified", effectiveAt: told.value, by, details: { how, receiver, premises, photos } },
        ],
        also: attach({ claimId: at.file.head.claimId }),
      });
    }),
  );
