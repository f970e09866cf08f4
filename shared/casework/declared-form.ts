import { declarationText } from "../contract/claim-fields.ts";
import type { ClaimForm, DeclarationWay } from "../domain/claim-form.ts";

type Said = Omit<ClaimForm, "receipts" | "declaration">;

/**
 * Returns the form of a claim as it is recorded. `how` and `at` say how and when the person made the declaration; without `how`
 * none is recorded. The acceptance of a meter test's cost is dropped if no test is asked for.
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
