import { saidToStaff } from "../../../shared/casework/case/findings.ts";
import { claimableMonths } from "../../../shared/casework/filing/claimable-months.ts";
import { preCheck } from "../../../shared/casework/filing/pre-check.ts";
import { receiptsOnRecord } from "../../../shared/casework/receipt/named-receipts.ts";
import { checkCalledClaim as route } from "../../../shared/contract/counter/intake-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { normalizeSupplyCode } from "../../../shared/domain/supply/supply-code.ts";
import { serve } from "../../runtime/serve.ts";
import type { TelephoneDeps } from "../telephone-deps.ts";

/**
 * Answers the findings of a claim that staff are typing for somebody, before it is filed. Of a supply or receipt that
 * is not on record nothing is found. Writes nothing, and no finding stops the filing.
 */
export const checkCalledClaim = (deps: TelephoneDeps) =>
  serve(route, async ({ body: { supplyCode: written, channel, declaredBy, ...typed }, now }) => {
    const supplyCode = normalizeSupplyCode(written, deps.tenant.supplyCodeLength.value);
    const months = await deps.receiptReader.lastMonths(supplyCode, claimableMonths);
    const receipts = receiptsOnRecord(months, typed.receipts ?? []);
    const stated = { supplyCode, receipts, channel, typed, declared: declaredBy !== undefined };
    const { findings } = await preCheck(deps, { ...stated, now });
    return ok({ findings: saidToStaff(findings) });
  });
