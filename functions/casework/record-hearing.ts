import type { CaseAt } from "../../shared/casework/case-at.ts";
import { hearingOf, offersOf } from "../../shared/casework/claim-view.ts";
import { evidenceOf, missingNames } from "../../shared/casework/evidence.ts";
import { recordHearing as route } from "../../shared/contract/casework-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { calendarDay, limaInstant } from "../../shared/domain/calendar-day.ts";
import type { Agreement, Standing } from "../../shared/domain/claim-events.ts";
import { allowedEvents } from "../../shared/domain/claim-states.ts";
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
      if (!allowedEvents(at.claim.state).includes("conciliation-held")) return refused("not-now");
      const offer = offersOf(events).find(({ offerId }) => offerId === acceptedOfferId);
      if (acceptedOfferId && !offer) return refused("offer-not-found");
      if (offer && offer.accepted !== true)
        return refused("not-now", { detail: "Quien reclama todavía no aceptó esa propuesta en la web." });
      if (startedAt < earliestStart(at, agreement))
        return refused("not-now", { detail: "Todavía no era la hora de la audiencia, ni pasó el tiempo de espera." });
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

/** From when it may be held: at its hour, and an absence only once the tolerance is over (digest 3.5). */
function earliestStart({ file, law }: CaseAt, agreement: Agreement): string {
  const hearing = hearingOf(file.events);
  if (!hearing) return "";
  const [hours = 0, minutes = 0] = hearing.at.split(":").map(Number);
  const waited = hours * 60 + minutes + (agreement === "absence" ? law.conciliation.toleranceMinutes : 0);
  const time = [Math.floor(waited / 60), waited % 60].map((part) => String(part).padStart(2, "0")).join(":");
  return limaInstant(calendarDay(hearing.on), time);
}

function outcomeOf(agreement: Agreement, standing: Standing | undefined) {
  if (agreement === "none" || agreement === "absence") return { agreement };
  if (!standing) throw new RangeError("an agreement without whose it is");
  return { agreement, standing };
}
