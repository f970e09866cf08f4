import { findAttachments } from "../../../shared/casework/attachment/find-attachments.ts";
import type { CaseAt } from "../../../shared/casework/case/case-at.ts";
import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { monthTotalAt } from "../../../shared/casework/conciliation/price-offer.ts";
import { recordTribunal as route } from "../../../shared/contract/recourse/recourse-routes.ts";
import { type Answer, refused } from "../../../shared/contract/refusals.ts";
import type { RequestOf } from "../../../shared/contract/route.ts";
import type { MonthDecision } from "../../../shared/domain/case/fact-details.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { claimedReceipts } from "../../../shared/domain/receipt/claimed-receipts.ts";
import { causeOf } from "../../../shared/domain/resolution/tribunal-decision.ts";
import { serve } from "../../runtime/serve.ts";
import type { CaseworkDeps } from "../casework-deps.ts";
/**
 * Records `tribunal-decided`, effective at `receivedAt`, with the cause if the company lost and, if `decided` or
 * `conciliated`, the figures of `months`. Refuses `not-now` if the case is not with the tribunal or `receivedAt` is in
 * the future; `receipt-not-found` if a month is not claimed; `cannot-price` if its volume has no price;
 * `upload-not-found` if an upload is not the caller's. Throws `RangeError` if a claim sent back has no `termDays`.
 */
export const recordTribunal = (deps: CaseworkDeps) =>
  serve(route, (request) =>
    editCase(deps, request, async (at) => {
      const { file } = at;
      const { caller, body, params } = request;
      const { outcome, termDays, receivedAt, number, summary } = body;
      const attached = await findAttachments(deps, caller.sub, body.uploadIds);
      if (!attached.ok) return attached;
      const { attachments, attach } = attached.value;
      const figures = await figuresOf(deps, at, body);
      if (!figures.ok) return figures;
      const { months = [], inFavourOf } = body;
      const cause = causeOf(body, body.cause);
      const fact = {
        type: "tribunal-decided",
        effectiveAt: receivedAt,
        by: caller,
        details: {
          number,
          summary,
          attachments,
          ...(outcome === "decided" && months.length === 0 && { inFavourOf }),
          ...(cause && { cause }),
          ...figures.value,
        },
      } as const;
      const also = attach({ claimId: params.claimId });
      if (outcome !== "back-to-investigation" && outcome !== "back-to-resolution")
        return ok({ entries: [{ ...fact, outcome }], also });
      if (termDays === undefined) throw new RangeError(`claim ${file.head.claimId} is sent back without a term`);
      return ok({ entries: [{ ...fact, outcome, termDays }], also });
    }),
  );

type Body = RequestOf<typeof route>["body"];

/**
 * Returns each named month with the amount it is left at, priced by its receipt's own list; empty unless the outcome is
 * `decided` or `conciliated`. Refuses `receipt-not-found` if a receipt is not claimed; `cannot-price` if the list does
 * not price the volume.
 */
async function figuresOf(
  { tenant, receiptReader }: CaseworkDeps,
  { file, law }: CaseAt,
  { outcome: whole, months: named = [] }: Body,
): Promise<Answer<{ readonly months?: readonly MonthDecision[] }, "receipt-not-found" | "cannot-price">> {
  if (named.length === 0 || (whole !== "decided" && whole !== "conciliated")) return ok({});
  const receipts = await receiptReader.lastMonths(file.head.supplyCode, law.evidence.historyMonths);
  const claimed = claimedReceipts(file.events);
  const months: MonthDecision[] = [];
  for (const { receiptNumber, outcome, correctedM3: m3 } of named) {
    const receipt = claimed.find(({ number }) => number === receiptNumber);
    if (!receipt) return refused("receipt-not-found", { detail: "Elige solo recibos de este reclamo." });
    const amount =
      m3 === undefined ? undefined : monthTotalAt(receipts, receiptNumber, m3, tenant.billing.tariffLists.value);
    if (m3 !== undefined && amount === undefined) return refused("cannot-price");
    const corrected = m3 === undefined || amount === undefined ? undefined : { m3, amount };
    months.push({ receiptNumber, period: receipt.period, outcome, ...(corrected && { corrected }) });
  }
  return ok({ months });
}
