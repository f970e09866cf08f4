import type { BillingClaimType } from "../../shared/domain/claim-types.ts";
import type { reasonNames } from "../words/claim-form.ts";
import { type StepSlug, stepSlugs } from "../words/claim-steps.ts";
import type { Answers } from "./answers.ts";

/** The official type each is filed as; the utility corrects it where it turns out to be another. */
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

/** The official type of a draft; nothing while what happened is not answered. */
export function typeOf(answers: Answers): BillingClaimType | undefined {
  const { reason } = answers;
  return typeof reason === "string" && isReason(reason) ? reasonTypes[reason] : undefined;
}

/** Asked only of what a meter measured. */
const measured: ReadonlySet<StepSlug> = new Set(["fugas", "medidor", "contraste"]);

/** Types whose evidence is looked for at the premises. */
const visited: ReadonlySet<BillingClaimType> = new Set(["F01", "F03", "F07", "F09", "F11"]);

/** The steps a draft goes through, by its type: what does not help to decide it is not asked. */
export function askedSteps(answers: Answers): readonly StepSlug[] {
  const type = typeOf(answers);
  if (type === undefined) return stepSlugs;
  return stepSlugs.filter(
    (slug) => (type === "F01" || !measured.has(slug)) && (visited.has(type) || slug !== "visita"),
  );
}
