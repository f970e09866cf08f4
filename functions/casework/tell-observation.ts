import { attachedPapers } from "../../shared/casework/attached-papers.ts";
import { toldAt } from "../../shared/casework/told-at.ts";
import { tellObservation as route } from "../../shared/contract/casework-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDesk } from "./casework-desk.ts";
import { editCase } from "./edit-case.ts";

/**
 * Records that somebody was told what is missing, which starts their term: now, by telephone or at the counter; or when
 * it was handed over at the address. A record that comes late would eat their days, so they are told again.
 */
export const tellObservation = (desk: CaseworkDesk) =>
  serve(route, (request) =>
    editCase(desk, request, async (at) => {
      const { caller: by, body } = request;
      const { how, receiver, premises, uploadIds } = body;
      const told = toldAt(body, at);
      if (!told.ok) return told;
      const attached = await attachedPapers(desk, by.sub, uploadIds);
      if (!attached.ok) return attached;
      const { papers: photos, attach } = attached.value;
      return ok({
        entries: [
          { type: "defect-notified", effectiveAt: told.value, by, details: { how, receiver, premises, photos } },
        ],
        also: attach({ claimId: at.file.head.claimId }),
      });
    }),
  );
