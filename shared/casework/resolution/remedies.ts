import type { Remedies } from "../../documents/letters.ts";
import { instanceOf } from "../../domain/case/claim-instance.ts";
import { lawInForce, type Tenant } from "../../tenant/tenant.ts";
import type { CaseAt } from "../case/case-at.ts";

/** Returns whether the case is in the instance that decides a reconsideration, also one that was filed as an appeal. */
export function isReconsideration({ claim, law }: CaseAt): boolean {
  return instanceOf(claim, law).isReconsideration;
}

/**
 * Returns the remedies against the resolution of the current instance, with the working days to file each (digest 3.6,
 * article 2). After a reconsideration: only the appeal. Otherwise, also after a return from the tribunal:
 * reconsideration and appeal.
 */
export function remediesOf(at: CaseAt, tenant: Tenant): Remedies {
  const { forms } = lawInForce(tenant, at.filing.filedOn);
  const { days } = at.law.recourse;
  const appeal = { recourse: "appeal", formName: forms.appealForm.value, days } as const;
  return isReconsideration(at)
    ? [appeal]
    : [{ recourse: "reconsideration", formName: forms.reconsiderationForm.value, days }, appeal];
}
