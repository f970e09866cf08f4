import { maskedContact } from "../../shared/casework/masked-contact.ts";
import { endSupplyLink as endRoute, listSupplyAccounts as listRoute } from "../../shared/contract/receipt-routes.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import type { AccountOfSupply } from "../../shared/storage/supply-links.ts";
import { serve } from "../runtime/serve.ts";
import type { ReceiptDeps } from "./receipt-deps.ts";

type Others = Promise<Answer<readonly AccountOfSupply[], "supply-not-linked" | "not-holder">>;

/**
 * Answers the other accounts that linked a supply of the caller, the newest link first, each with its contact masked;
 * without a contact if the account is gone or has none confirmed. Refuses `supply-not-linked` if the caller's account
 * has no such link; `not-holder` if the caller did not give the holder's document for the link.
 */
export const listSupplyAccounts = (deps: ReceiptDeps) =>
  serve(listRoute, async ({ params, caller }) => {
    const others = await othersOf(deps, caller.sub, params.linkId);
    if (!others.ok) return others;
    const accounts = others.value.map(async ({ sub, linkId, linkedAt, proof }) => {
      const contact = await deps.accountContacts.find(sub);
      return { linkId, linkedAt, proof, contact: contact && maskedContact(contact.to) };
    });
    return ok({ accounts: await Promise.all(accounts) });
  });

/**
 * Ends the link of another account to a supply of the caller: the account does not have the supply any more, and is
 * notified. Changes nothing if the other account's link does not exist. Refuses `supply-not-linked` if the caller's
 * account has no such link; `not-holder` if the caller did not give the holder's document for the link.
 */
export const endSupplyLink = (deps: ReceiptDeps) =>
  serve(endRoute, async ({ params, caller, now }) => {
    const others = await othersOf(deps, caller.sub, params.linkId);
    if (!others.ok) return others;
    const asked = others.value.find(({ linkId }) => linkId === params.accountLinkId);
    if (asked) await deps.supplyLinks.end(asked, now);
    return ok(undefined);
  });

/**
 * Returns the links of other accounts to a supply that the account linked, the newest first. Refuses
 * `supply-not-linked` if the account has no such link; `not-holder` if it did not give the holder's document for it.
 */
async function othersOf({ supplyLinks }: ReceiptDeps, sub: string, linkId: string): Others {
  const link = await supplyLinks.find(sub, linkId);
  if (!link) return refused("supply-not-linked");
  if (link.proof !== "holder-document") return refused("not-holder");
  const accounts = await supplyLinks.accountsOf(link.supplyCode);
  return ok(
    accounts.filter((one) => one.sub !== sub).toSorted((one, other) => other.linkedAt.localeCompare(one.linkedAt)),
  );
}
