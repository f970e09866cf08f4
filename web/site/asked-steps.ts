import type { BillingClaimType } from "../../shared/domain/claim-types.ts";
import type { reasonNames } from "../words/claim-form.ts";
import { type StepSlug, stepSlugs } from "../words/claim-steps.ts";
import type { Answers } from "./answers.ts";

/** The official type that a claim for each reason is filed as; the utility corrects it if it turns out to be another. */
const reasonTypes = {
  "used-less": "F01",
  average: "F02",
  "no-meter": "F03",
  tariff: "F09",
  units: "F11",
  charge: "F10",
  paid: "F08",
  "no-service": "F05",
  "former-debt": "F06",
  other: "F07",
  late: "F04",
  discharge: "F12",
  unsure: "F01",
} as const satisfies Record<keyof typeof reasonNames, BillingClaimType>;

const isReason = (reason: string): reason is keyof typeof reasonTypes => reason in reasonTypes;

/** The official type of a draft's claim; undefined while its reason is not answered. */
export function typeOf(answers: Answers): BillingClaimType | undefined {
  const { reason } = answers;
  return typeof reason === "string" && isReason(reason) ? reasonTypes[reason] : undefined;
}

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
