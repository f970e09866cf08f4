import { asksAboutMeter, asksForVisit, typeOfReason } from "../look/claim-reasons.ts";
import { type StepSlug, stepSlugs } from "../words/claim-steps.ts";
import type { Answers } from "./answers.ts";

/** Steps that are asked only about a metered consumption (F01). */
const measured: ReadonlySet<StepSlug> = new Set(["fugas", "medidor", "contraste"]);

/**
 * The steps of a draft: without those about the meter unless it is F01, and without the visit unless its type needs one. All
 * while it has no type.
 */
export function askedSteps(answers: Answers): readonly StepSlug[] {
  const type = typeOfReason(answers["reason"]);
  if (type === undefined) return stepSlugs;
  return stepSlugs.filter(
    (slug) => (asksAboutMeter(type) || !measured.has(slug)) && (asksForVisit(type) || slug !== "visita"),
  );
}
