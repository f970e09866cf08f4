import { attachedPapers } from "../../shared/casework/attached-papers.ts";
import { recordTribunal as route } from "../../shared/contract/casework-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDesk } from "./casework-desk.ts";
import { editCase } from "./edit-case.ts";

/** Records what the tribunal decided; what it sends back is decided again in the term it gave. */
export const recordTribunal = (desk: CaseworkDesk) =>
  serve(route, (request) =>
    editCase(desk, request, async ({ file }) => {
      const { caller, body, params } = request;
      const { outcome, termDays, receivedAt, number, summary } = body;
      const attached = await attachedPapers(desk, caller.sub, body.uploadIds);
      if (!attached.ok) return attached;
      const { papers, attach } = attached.value;
      const fact = {
        type: "tribunal-decided",
        effectiveAt: receivedAt,
        by: caller,
        details: { number, summary, papers },
      } as const;
      const also = attach({ claimId: params.claimId });
      if (outcome !== "back-to-investigation" && outcome !== "back-to-resolution")
        return ok({ entries: [{ ...fact, outcome }], also });
      if (termDays === undefined) throw new RangeError(`${file.head.claimId} is sent back without a term`);
      return ok({ entries: [{ ...fact, outcome, termDays }], also });
    }),
  );
