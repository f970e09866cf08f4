import { unlinkSupply as route } from "../../shared/contract/receipt/receipt-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { serve } from "../runtime/serve.ts";
import type { ReceiptDeps } from "./receipt-deps.ts";

/** Removes a link from the account. Refuses `supply-not-linked` if it has none with this id. */
export const unlinkSupply = ({ supplyLinks }: ReceiptDeps) =>
  serve(route, async ({ params, caller }) => {
    const had = await supplyLinks.unlink(caller.sub, params.linkId);
    return had ? ok(undefined) : refused("supply-not-linked");
  });
