import { declarationText } from "../contract/claim-fields.ts";
import type { ClaimForm, DeclarationWay } from "../domain/claim-form.ts";

type Said = Omit<ClaimForm, "receipts" | "declaration">;

/** The form of a claim as it is filed, with what its person declared as a fact. Without a test there is no cost to accept. */
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
