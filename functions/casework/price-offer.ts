import { priceOf, priceView } from "../../shared/casework/price-offer.ts";
import { priceOffer as route } from "../../shared/contract/conciliation-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { openCase } from "./open-case.ts";

/** Answers what a receipt of the claim's supply would cost as offered. Records nothing. Refuses `cannot-price` as `priceOf` does. */
export const priceOffer = (deps: CaseworkDeps) =>
  serve(route, async ({ params, query, caller, now }) => {
    const opened = await openCase(deps, params.claimId, caller, now);
    if (!opened.ok) return opened;
    const { file, law } = opened.value;
    const receipts = await deps.receiptReader.lastMonths(file.head.supplyCode, law.evidence.historyMonths);
    const priced = priceOf(receipts, query.receiptNumber, query, deps.tenant.billing.tariffLists.value);
    return priced.ok ? ok(priceView(priced.value)) : priced;
  });
