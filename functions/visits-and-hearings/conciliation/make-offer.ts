import { randomUUID } from "node:crypto";
import type { CaseAt } from "../../../shared/casework/case/case-at.ts";
import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { priceOf } from "../../../shared/casework/conciliation/price-offer.ts";
import { makeOffer as route } from "../../../shared/contract/conciliation/conciliation-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { hearingOf } from "../../../shared/domain/conciliation/hearing.ts";
import { acceptedReceipts } from "../../../shared/domain/conciliation/offer-answers.ts";
import type { DisputedReceipt } from "../../../shared/domain/filing/claim-form.ts";
import { claimedReceipts } from "../../../shared/domain/receipt/claimed-receipts.ts";
import { type CalendarDay, limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { serve } from "../../runtime/serve.ts";
import type { VisitDeps } from "../visit-deps.ts";

const tooLate = "Una propuesta vale desde hoy hasta el día de la audiencia, y solo se hace antes de ella.";

const accepted = "Quien reclama ya aceptó una propuesta de ese recibo: lo que falta es firmar el acta en la audiencia.";

const oneMonth = "Elige por cuál de los recibos reclamados haces la propuesta.";

/**
 * Records `offer-made`: to bill a claimed receipt at `m3`. Refuses `not-now` if `receiptNumber` is not claimed, or is
 * absent while several are; if an offer of it was accepted; if the claim is not `under-investigation` or `hearing-due`;
 * or if `until` is not between today and the hearing's day. Refuses `cannot-price` if `m3` is above the billed volume,
 * no price list is known or a monthly part is under one sol. Answers the case. Also refuses as `editCase`.
 */
export const makeOffer = (deps: VisitDeps) =>
  serve(route, (request) =>
    editCase(deps, request, async (at, { receiptReader }) => {
      const { m3, terms, until, receiptNumber } = request.body;
      if (at.claim.state !== "under-investigation" && at.claim.state !== "hearing-due") return refused("not-now");
      const claimed = monthOf(at, receiptNumber);
      const detail = whyNot(at, until, claimed);
      if (!claimed || detail) return refused("not-now", { detail: detail ?? oneMonth });
      const { supplyCode } = at.file.head;
      const receipts = await receiptReader.lastMonths(supplyCode, at.law.evidence.historyMonths);
      const proposed = { m3, instalments: request.body.instalments };
      const priced = priceOf(receipts, claimed.number, proposed, deps.tenant.billing.tariffLists.value);
      if (!priced.ok) return priced;
      const offer = { receiptNumber: claimed.number, m3, before: claimed.amount, ...priced.value, terms, until };
      return ok({
        entries: [
          {
            type: "offer-made",
            effectiveAt: at.now,
            by: request.caller,
            details: { offerId: randomUUID(), ...offer },
          },
        ],
      });
    }),
  );

/**
 * Returns the claimed receipt of that number or, without a number, the only claimed one; undefined if there is none or
 * several.
 */
function monthOf({ file }: CaseAt, receiptNumber: string | undefined): DisputedReceipt | undefined {
  const months = claimedReceipts(file.events);
  if (receiptNumber === undefined) return months.length === 1 ? months[0] : undefined;
  return months.find(({ number }) => number === receiptNumber);
}

/** Why no offer can be made until a day, or of a receipt that has one which was accepted; undefined otherwise. */
function whyNot(at: CaseAt, until: CalendarDay, claimed: DisputedReceipt | undefined): string | undefined {
  if (!isInTime(at, until)) return tooLate;
  return claimed && acceptedReceipts(at.file.events).has(claimed.number) ? accepted : undefined;
}

/** Whether `until` lies between today and the hearing, whose acta records the offer; false if there is no hearing. */
function isInTime({ file, now }: CaseAt, until: CalendarDay): boolean {
  const hearing = hearingOf(file.events);
  return until >= limaDay(now) && hearing !== undefined && until <= hearing.on;
}
