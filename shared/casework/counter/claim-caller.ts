import type { ClaimCaller } from "../../domain/work/claim-access.ts";
import type { CaseAt } from "../case/case-at.ts";

/**
 * Returns the customer `sub` as a caller of the claim, in the capacity in which the claim was filed. Does not check
 * that the customer may open it.
 */
export function callerOf(at: CaseAt, sub: string): ClaimCaller {
  return { kind: "customer", sub, standing: at.filing.standing };
}
