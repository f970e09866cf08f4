import { monthsUpTo, monthView } from "../../shared/casework/receipt/receipt-sheet.ts";
import { listReceipts as route } from "../../shared/contract/receipt/receipt-routes.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { serve } from "../runtime/serve.ts";
import { linkedReceipts } from "./linked-receipts.ts";
import type { ReceiptDeps } from "./receipt-deps.ts";

/**
 * Answers the receipts of the last 13 months in which a linked supply was billed, one a month, newest first; none if
 * the supply has no receipt. Of several receipts of a month, it shows the newest. `loadedAt` is when the commercial
 * system was last loaded, absent before the first load. Refuses `supply-not-linked` if the account has no such link.
 */
export const listReceipts = (deps: ReceiptDeps) =>
  serve(route, async ({ params, caller, now }) => {
    const linked = await linkedReceipts(deps, caller.sub, params.linkId, now);
    if (!linked.ok) return linked;
    const { supplyCode, receipts } = linked.value;
    const newest = receipts[0]?.receipt.period ?? "";
    const loadedAt = await deps.loadedAt(now);
    return ok({
      supplyCode,
      months: monthsUpTo(receipts, newest).map(monthView),
      ...(loadedAt !== undefined && { loadedAt }),
    });
  });
