import { linkStands } from "../../shared/casework/supply/standing-link.ts";
import { listSupplies as route } from "../../shared/contract/receipt/receipt-routes.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { serve } from "../runtime/serve.ts";
import type { ReceiptDeps } from "./receipt-deps.ts";

/**
 * Answers the supplies that the account linked, and those whose link was ended in the last 13 months. Ends the link of
 * a supply whose newest receipt names another holder than when it was linked.
 */
export const listSupplies = (deps: ReceiptDeps) =>
  serve(route, async ({ caller: { sub }, now }) => {
    const { supplyLinks, receiptReader } = deps;
    const [linked, endedBefore] = await Promise.all([supplyLinks.list(sub), supplyLinks.ended(sub)]);
    const standing = await Promise.all(
      linked.map(async (link) => {
        const newest = await receiptReader.lastMonths(link.supplyCode, 1);
        return (await linkStands(deps, { ...link, sub }, newest, now)) ? [link] : [];
      }),
    );
    const supplies = standing.flat();
    const ended = supplies.length < linked.length ? await supplyLinks.ended(sub) : endedBefore;
    return ok({ supplies, ended: [...ended] });
  });
