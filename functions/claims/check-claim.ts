import { claimableMonths } from "../../shared/casework/claimable-months.ts";
import { receiptsNamed } from "../../shared/casework/disputed-receipts.ts";
import { duplicatesOf } from "../../shared/casework/duplicate-claims.ts";
import { filedOnAt } from "../../shared/casework/filed-on.ts";
import { findingsOfClaim } from "../../shared/casework/findings.ts";
import { checkClaim as route } from "../../shared/contract/claim-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { receiptKey } from "../../shared/domain/receipt.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { ClaimDeps } from "./claim-deps.ts";

/**
 * Answers the findings of a claim before it is sent. Only the supply's link is needed; without a type, F01 is taken.
 * Writes nothing, and no finding stops the filing later. Refuses `supply-not-linked` if the account has no such link;
 * `receipt-not-found` if a receipt is not of the supply's last 24 billed months.
 */
export const checkClaim = (deps: ClaimDeps) =>
  serve(route, async ({ body, caller: { sub }, now }) => {
    const { linkId, receipts: named = [], claimType = "F01", claimant = {}, grounds, meterTest, declares } = body;
    const link = await deps.supplyLinks.find(sub, linkId);
    if (!link) return refused("supply-not-linked");
    const { supplyCode } = link;
    const receipts = receiptsNamed(await deps.receiptReader.lastMonths(supplyCode, claimableMonths), named);
    if (!receipts.ok) return receipts;
    const matter = { supplyCode, claimType, receipts: receipts.value.map(({ receipt }) => receiptKey(receipt)) };
    const claim = {
      filedOn: filedOnAt(deps.tenant, now),
      filedAt: now,
      channel: "web",
      claimType,
      claimant,
      grounds,
      meterTest,
      declared: declares === true,
      receipts: receipts.value,
      duplicates: await duplicatesOf(deps, matter, { now, sub }),
    } as const;
    return ok({ findings: findingsOfClaim(claim, deps.tenant) });
  });
