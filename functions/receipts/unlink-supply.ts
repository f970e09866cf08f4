import { unlinkSupply as route } from "../../shared/contract/receipt/receipt-routes.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { serve } from "../runtime/serve.ts";
import type { ReceiptDeps } from "./receipt-deps.ts";

/** Removes a link from the account; if there is no such link, changes nothing. */
export const unlinkSupply = ({ supplyLinks }: ReceiptDeps) =>
  serve(route, async ({ params, caller }) => {
    await supplyLinks.unlink(caller.sub, params.linkId);
    return ok(undefined);
  });
