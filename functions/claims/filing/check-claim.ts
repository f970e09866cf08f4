import { claimableMonths } from "../../../shared/casework/filing/claimable-months.ts";
import { preCheck } from "../../../shared/casework/filing/pre-check.ts";
import { receiptsNamed } from "../../../shared/casework/receipt/named-receipts.ts";
import { linkStands } from "../../../shared/casework/supply/standing-link.ts";
import { checkClaim as route } from "../../../shared/contract/claim/claim-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { ClaimDeps } from "../claim-deps.ts";

/**
 * Answers the findings of a claim about a linked supply before it is sent; the rest of the form may still be empty.
 * Writes nothing unless the link ends, and no finding stops the filing later. Refuses `supply-not-linked` if the
 * account has no such link or the supply's holder changed; `receipt-not-found` if a receipt is not of its last 24
 * billed months.
 */
export const checkClaim = (deps: ClaimDeps) =>
  serve(route, async ({ body: { linkId, declares, ...typed }, caller: { sub }, now }) => {
    const link = await deps.supplyLinks.find(sub, linkId);
    if (!link) return refused("supply-not-linked");
    const { supplyCode } = link;
    const months = await deps.receiptReader.lastMonths(supplyCode, claimableMonths);
    if (!(await linkStands(deps, { ...link, sub }, months, now))) return refused("supply-not-linked");
    const named = receiptsNamed(months, typed.receipts ?? []);
    if (!named.ok) return named;
    const stated = { supplyCode, receipts: named.value, channel: "web", typed } as const;
    return ok(await preCheck(deps, { ...stated, declared: declares === true, now, sub }));
  });
