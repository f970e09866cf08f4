import type { BillingClaimType } from "../../shared/domain/claim-types.ts";
import { type StepSlug, stepSlugs } from "../words/claim-steps.ts";
import type { Answers } from "./answers.ts";
import { typeOf } from "./reason-types.ts";

/** Steps that are asked only about a metered consumption (F01). */
const measured: ReadonlySet<StepSlug> = new Set(["fugas", "medidor", "contraste"]);

/** Types for which an inspector visits the premises. */
const visited: ReadonlySet<BillingClaimType> = new Set(["F01", "F03", "F07", "F09", "F11"]);

/**
 * The steps of a draft: without those about the meter unless it is F01, and without the visit unless its type needs one. All
 * while it has no type.
 */
export function askedSteps(answers: Answers): readonly StepSlug[] {
  const type = typeOf(answers);
  if (type === undefined) return stepSlugs;
  return stepSlugs.filter(
    (slug) => (type === "F01" || !measured.has(slug)) && (visited.has(type) || slug !== "visita"),
  );
}
