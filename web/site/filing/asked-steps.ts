import { asksAboutMeter, asksForVisit, typeOfReason } from "../../look/claim-reasons.ts";
import { receiptsOf } from "../resolution/draft-answers.ts";
import { type Answers, textOf } from "./answers.ts";
import { type StepSlug, stepSlugs } from "./claim-steps.words.ts";

/** Steps that are asked only about a metered consumption (F01). */
const measured: ReadonlySet<StepSlug> = new Set(["fugas", "medidor", "contraste"]);

/**
 * Returns the steps that a draft asks, in their order. `fugas`, `medidor` and `contraste` are asked only for a claim
 * about metered consumption (F01), and `visita` only for a type that needs a visit. All four are asked while no reason,
 * which decides the type, is chosen. `explicacion` is left out if the receipt was typed and not looked up, or was
 * explained on its own page.
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
