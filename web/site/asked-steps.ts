import { asksAboutMeter, asksForVisit, typeOfReason } from "../look/claim-reasons.ts";
import { type StepSlug, stepSlugs } from "../words/claim-steps.ts";
import { type Answers, textOf } from "./answers.ts";
import { receiptsOf } from "./draft-answers.ts";

/** Steps that are asked only about a metered consumption (F01). */
const measured: ReadonlySet<StepSlug> = new Set(["fugas", "medidor", "contraste"]);

/**
 * The steps of a draft: without those about the meter unless it is F01, without the visit unless its type needs one, and without
 * the explanation if no receipt was looked up or its page explained it. All that a type decides while it has no type.
 */
export function askedSteps(answers: Answers): readonly StepSlug[] {
  const type = typeOfReason(answers["reason"]);
  const isExplained = textOf(answers, "explained") !== "" && receiptsOf(answers)[0]?.number === answers["explained"];
  const isUnknown = answers["typedReceipt"] === "yes";
  const steps = isExplained || isUnknown ? stepSlugs.filter((slug) => slug !== "explicacion") : stepSlugs;
  if (type === undefined) return steps;
  return steps.filter(
    (slug) => (asksAboutMeter(type) || !measured.has(slug)) && (asksForVisit(type) || slug !== "visita"),
  );
}
