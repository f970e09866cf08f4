import type { ClaimCaller } from "../domain/claim-access.ts";
import type { CaseAt } from "./case-at.ts";

/** The customer `sub` as a caller of the claim: whoever may open it acts in the capacity in which it was filed. */
export function callerOf(at: CaseAt, sub: string): ClaimCaller {
  return { kind: "customer", sub, standing: at.filing.standing };
}
