import { offersOf } from "../../shared/casework/claim-view.ts";
import { evidenceOf, missingNames } from "../../shared/casework/evidence.ts";
import { recordHearing as route } from "../../shared/contract/casework-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import type { Agreement, Standing } from "../../shared/domain/claim-events.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDesk } from "./casework-desk.ts";
import { editCase } from "./edit-case.ts";

/** The acta of the hearing, with what evidence was missing when it was held. */
export const recordHearing = (desk: CaseworkDesk) =>
  serve(route, (request) =>
    editCase(desk, request, async (at) => {
      const { agreement, standing, ...acta } = request.body;
      const { acceptedOfferId, startedAt } = acta;
      const { events, head } = at.file;
      if (acceptedOfferId && !offersOf(events).some(({ offerId }) => offerId === acceptedOfferId))
        return refused("offer-not-found");
      const receipts = await desk.receiptReader.lastMonths(head.supplyCode, at.law.evidence.historyMonths);
      return ok({
        entries: [
          {
            type: "conciliation-held",
            effectiveAt: startedAt,
            by: request.caller,
            ...outcomeOf(agreement, standing),
            details: { ...acta, missing: missingNames(evidenceOf(at, receipts)) },
          },
        ],
      });
    }),
  );

function outcomeOf(agreement: Agreement, standing: Standing | undefined) {
  if (agreement === "none" || agreement === "absence") return { agreement };
  if (!standing) throw new RangeError("an agreement without whose it is");
  return { agreement, standing };
}
