import { statedReceipt } from "../../shared/casework/receipt/look-up-proof.ts";
import { linkStands } from "../../shared/casework/supply/standing-link.ts";
import { linkSupply as route } from "../../shared/contract/receipt/receipt-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/case/result.ts";
import type { Receipt } from "../../shared/domain/receipt/receipt.ts";
import { holderOf, isSameHolder, type LinkHolder, linkHolderOf } from "../../shared/domain/supply/supply-holder.ts";
import { maxLinks, type SupplyLinks } from "../../shared/storage/supply/supply-links.ts";
import { serve } from "../runtime/serve.ts";
import type { ReceiptDeps } from "./receipt-deps.ts";

/**
 * Links a supply to the caller's account, by the key printed on a recent receipt or the holder's document. Refuses
 * `receipt-not-found` for a wrong supply or credential; `too-many-attempts` as any look-up; `former-holder` for a
 * receipt in another name than the newest. Refuses a new link `too-many-supplies` if the account has 50; by a receipt,
 * `link-ended` if the holder ended this link within 13 months.
 */
export const linkSupply = (deps: ReceiptDeps) =>
  serve(route, async ({ body, caller: { sub }, now }) => {
    const { supplyLinks, lookUpCredential } = deps;
    const checked = await lookUpCredential.ofAccount(body, sub, now, "link");
    if (!checked.ok) return checked;
    const { supplyCode, receipts, registered } = checked.value;
    const linked = await supplyLinks.list(sub);
    const had = linked.find((link) => link.supplyCode === supplyCode);
    const stands = had !== undefined && (await linkStands(deps, { ...had, sub }, receipts, now));
    const holder = receipts[0] && linkHolderOf(receipts[0].receipt, registered);
    const given = statedReceipt(body, receipts)?.receipt;
    if (isOfAnother(given, holder)) return refused("former-holder");
    if (!had && linked.length >= maxLinks) return refused("too-many-supplies");
    const proof = given ? "receipt" : "holder-document";
    if (!stands && proof === "receipt" && (await wasEnded(supplyLinks, sub, supplyCode))) return refused("link-ended");
    return ok(await supplyLinks.link(sub, supplyCode, now, proof, holder, given && true));
  });

/** Whether a receipt names another holder than the supply has. */
const isOfAnother = (given: Receipt | undefined, holder: LinkHolder | undefined): boolean =>
  given !== undefined && holder !== undefined && !isSameHolder(holderOf(given), holder);

/** Whether somebody with the holder's document ended the account's link to a supply. */
async function wasEnded(supplyLinks: SupplyLinks, sub: string, supplyCode: string): Promise<boolean> {
  return (await supplyLinks.ended(sub)).some((link) => link.supplyCode === supplyCode && link.because === "by-holder");
}
