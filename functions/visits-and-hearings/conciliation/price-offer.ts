import { openCase } from "../../../shared/casework/case/open-case.ts";
import { priceOf, priceView } from "../../../shared/casework/conciliation/price-offer.ts";
import { priceOffer as route } from "../../../shared/contract/conciliation/conciliation-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { VisitDeps } from "../visit-deps.ts";

/**
 * Answers what a receipt of the claim's supply would cost if it were billed at `m3`, and its monthly parts if
 * `instalments` is given. Records nothing. Refuses `claim-not-found` if there is no such case or the caller may not
 * read it; `cannot-price` if the supply has no such receipt, `m3` is above the billed volume, the receipt has no price
 * list, or a monthly part would be less than one sol.
 */
export const priceOffer = (deps: VisitDeps) =>
  serve(route, async ({ params, query, caller, now }) => {
    const opened = await openCase(deps, params.claimId, caller, now);
    if (!opened.ok) return opened;
    const { file, law } = opened.value;
    const receipts = await deps.receiptReader.lastMonths(file.head.supplyCode, law.evidence.historyMonths);
    const priced = priceOf(receipts, query.receiptNumber, query, deps.tenant.billing.tariffLists.value);
    return priced.ok ? ok(priceView(priced.value)) : priced;
  });
