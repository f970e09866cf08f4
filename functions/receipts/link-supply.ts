import { linkSupply as route } from "../../shared/contract/receipt-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import { maxLinks, type SupplyLinks } from "../../shared/storage/supply-links.ts";
import { serve } from "../runtime/serve.ts";
import type { ReceiptDeps } from "./receipt-deps.ts";

/**
 * Links a supply to the caller's account, by a recent receipt or the holder's document. If it is linked, only notes
 * that the document was given. Refuses `receipt-not-found` if supply or credential is wrong; `too-many-attempts` after
 * the hour's wrong attempts or if the account goes from supply to supply. For a new link, refuses `too-many-supplies`
 * if the account has 50, and `link-ended` for a receipt if the holder ended this link within 13 months.
 */
export const linkSupply = ({ supplyLinks, lookUpCredential }: ReceiptDeps) =>
  serve(route, async ({ body, caller, now }) => {
    const checked = await lookUpCredential.ofAccount(body, caller.sub, now);
    if (!checked.ok) return checked;
    const { supplyCode } = checked.value;
    const linked = await supplyLinks.list(caller.sub);
    const same = linked.find((link) => link.supplyCode === supplyCode);
    if (!same && linked.length >= maxLinks) return refused("too-many-supplies");
    const proof = body.documentNumber === undefined ? "receipt" : "holder-document";
    if (!same && proof === "receipt" && (await wasEnded(supplyLinks, caller.sub, supplyCode)))
      return refused("link-ended");
    return ok(await supplyLinks.link(caller.sub, supplyCode, now, proof));
  });

/** Whether somebody with the holder's document ended the account's link to a supply. */
async function wasEnded(supplyLinks: SupplyLinks, sub: string, supplyCode: string): Promise<boolean> {
  return (await supplyLinks.ended(sub)).some((link) => link.supplyCode === supplyCode);
}
