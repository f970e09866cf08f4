import { linkSupply as route } from "../../shared/contract/receipt-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import { maxLinks } from "../../shared/storage/supply-links.ts";
import { serve } from "../runtime/serve.ts";
import type { ReceiptDeps } from "./receipt-deps.ts";

/**
 * Links a supply to an account that knows one of the supply's recent receipts, or its holder's document. If the supply
 * is linked already, writes nothing and answers that link. Refuses `receipt-not-found` if the supply or the credential
 * is wrong; `too-many-attempts` if the hour's wrong attempts at the supply are used up, or if the account goes from
 * supply to supply; `too-many-supplies` if the account has 50 links.
 */
export const linkSupply = ({ supplyLinks, lookUpCredential }: ReceiptDeps) =>
  serve(route, async ({ body, caller, now }) => {
    const checked = await lookUpCredential.ofAccount(body, caller.sub, now);
    if (!checked.ok) return checked;
    const { supplyCode } = checked.value;
    const linked = await supplyLinks.list(caller.sub);
    const same = linked.find((link) => link.supplyCode === supplyCode);
    if (same) return ok(same);
    if (linked.length >= maxLinks) return refused("too-many-supplies");
    return ok(await supplyLinks.link(caller.sub, supplyCode, now));
  });
