import { unlinkSupply as route } from "../../shared/contract/receipt-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { ReceiptDeps } from "./receipt-deps.ts";

/** Forgets a linked supply. */
export const unlinkSupply = ({ supplyLinks }: ReceiptDeps) =>
  serve(route, async ({ params, caller }) => {
    await supplyLinks.unlink(caller.sub, params.linkId);
    return ok(undefined);
  });
