import { declarationText } from "../../contract/filing/claim-fields.ts";
import type { ClaimForm, DeclarationWay } from "../../domain/filing/claim-form.ts";

type Said = Omit<ClaimForm, "receipts" | "declaration">;

/**
 * Returns the form of a claim as it is recorded. `how` and `at` say how and when the person made the declaration; if
 * `how` is absent, the form has no declaration. If they ask for no meter test, leaves out whether they accept its cost.
 */
export function declaredForm(
  { meterTestCostAccepted, ...said }: Said,
  how: DeclarationWay | undefined,
  at: string,
): Omit<ClaimForm, "receipts"> {
  return {
    ...said,
    ...(said.meterTest && { meterTestCostAccepted }),
    ...(how && { declaration: { how, at, text: declarationText } }),
  };
}
