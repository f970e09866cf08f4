import { preCheck } from "../../shared/casework/pre-check.ts";
import { checkCalledClaim as route } from "../../shared/contract/intake-routes.ts";
import { normalizeSupplyCode } from "../../shared/domain/receipt.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";

/**
 * Answers the findings of a claim that staff are typing for somebody, before it is filed. Writes nothing, and no
 * finding stops the filing. Refuses `receipt-not-found` if a named receipt is not of the supply's last 24 billed
 * months.
 */
export const checkCalledClaim = (deps: CaseworkDeps) =>
  serve(route, ({ body: { supplyCode, channel, declaredBy, ...typed }, now }) =>
    preCheck(deps, {
      supplyCode: normalizeSupplyCode(supplyCode, deps.tenant.supplyCodeLength.value),
      ...{ channel, typed, declared: declaredBy !== undefined, now },
    }),
  );
