import { maskedContact } from "../../shared/casework/claim/masked-contact.ts";
import { linkStands } from "../../shared/casework/supply/standing-link.ts";
import {
  endSupplyLink as endRoute,
  listSupplyAccounts as listRoute,
} from "../../shared/contract/receipt/receipt-routes.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/case/result.ts";
import type { AccountOfSupply } from "../../shared/storage/supply/supply-links.ts";
import { serve } from "../runtime/serve.ts";
import type { ReceiptDeps } from "./receipt-deps.ts";

type Others = Promise<Answer<readonly AccountOfSupply[], "supply-not-linked" | "not-holder">>;

/**
 * Answers the other accounts that linked a supply of the caller, the newest link first, each with its contact masked;
 * without a contact if the account is gone or has none confirmed. Refuses `supply-not-linked` if the caller's account
 * has no such link; `not-holder` if the caller did not give the holder's document for the link.
 */
export const listSupplyAccounts = (deps: ReceiptDeps) =>
  serve(listRoute, async ({ params, caller, now }) => {
    const others = await othersOf(deps, caller.sub, params.linkId, now);
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
    const others = await othersOf(deps, caller.sub, params.linkId, now);
    if (!others.ok) return others;
    const asked = others.value.find(({ linkId }) => linkId === params.accountLinkId);
    if (asked) await deps.supplyLinks.end(asked, now);
    return ok(undefined);
  });

/**
 * Returns the links of other accounts to a supply that the account linked, the newest first. A link, the account's own
 * too, ends if the newest receipt names another holder than when it was made. Refuses `supply-not-linked` if the
 * account has no such link; `not-holder` if it did not give the holder's document for it.
 */
async function othersOf(deps: ReceiptDeps, sub: string, linkId: string, now: string): Others {
  const { supplyLinks, receiptReader } = deps;
  const link = await supplyLinks.find(sub, linkId);
  if (!link) return refused("supply-not-linked");
  const newest = await receiptReader.lastMonths(link.supplyCode, 1);
  if (!(await linkStands(deps, { ...link, sub }, newest, now))) return refused("supply-not-linked");
  if (link.proof !== "holder-document") return refused("not-holder");
  const accounts = await supplyLinks.accountsOf(link.supplyCode);
  const standing = await Promise.all(
    accounts
      .filter((one) => one.sub !== sub)
      .map(async (one) => ((await linkStands(deps, one, newest, now)) ? [one] : [])),
  );
  return ok(standing.flat().toSorted((one, other) => other.linkedAt.localeCompare(one.linkedAt)));
}
