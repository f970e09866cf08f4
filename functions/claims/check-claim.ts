import { receiptsNamed } from "../../shared/casework/disputed-receipts.ts";
import { duplicatesOf } from "../../shared/casework/duplicates.ts";
import { filedOnAt } from "../../shared/casework/filed-on.ts";
import { findingsOfClaim } from "../../shared/casework/findings.ts";
import { checkClaim as route } from "../../shared/contract/claim-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { receiptKey } from "../../shared/domain/receipt.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { ClaimDeps } from "./claim-deps.ts";
import { monthsClaimed } from "./months-claimed.ts";

/** What to know of a claim before it is sent. It writes nothing and stops nothing. */
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
