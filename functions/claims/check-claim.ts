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
import { monthsClaimed } from "./months-claimed.ts";

/**
 * Answers what to know of a claim before it is sent: its findings. All but the supply's link may be missing; the type
 * is F01 if not given. Writes nothing, and stops nothing that is filed later. Refuses `supply-not-linked`, and
 * `receipt-not-found` for a receipt that is not of the last 24 months of the supply.
 */
export const checkClaim = (deps: ClaimDeps) =>
  serve(route, async ({ body, caller: { sub }, now }) => {
    const { linkId, receipts: named = [], claimType = "F01", claimant = {}, grounds, meterTest, declares } = body;
    const link = await deps.supplyLinks.find(sub, linkId);
    if (!link) return refused("supply-not-linked");
    const { supplyCode } = link;
    const receipts = receiptsNamed(await deps.receiptReader.lastMonths(supplyCode, monthsClaimed), named);
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
