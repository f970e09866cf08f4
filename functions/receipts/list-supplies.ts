import { listSupplies as route } from "../../shared/contract/receipt-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { ReceiptDeps } from "./receipt-deps.ts";

/** Answers the supplies that the account linked, and those whose link their holder ended in the last 13 months. */
export const listSupplies = ({ supplyLinks }: ReceiptDeps) =>
  serve(route, async ({ caller }) => {
    const [supplies, ended] = await Promise.all([supplyLinks.list(caller.sub), supplyLinks.ended(caller.sub)]);
    return ok({
      supplies: [...supplies],
      ended: ended.map(({ supplyCode, endedAt }) => ({ supplyCode, endedAt })),
    });
  });
