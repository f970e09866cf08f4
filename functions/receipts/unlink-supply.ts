import { unlinkSupply as route } from "../../shared/contract/receipt-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { ReceiptDesk } from "./receipt-desk.ts";

/** Forgets a linked supply. */
export const unlinkSupply = ({ supplyLinks }: ReceiptDesk) =>
  serve(route, async ({ params, caller }) => {
    await supplyLinks.unlink(caller.sub, params.linkId);
    return ok(undefined);
  });
