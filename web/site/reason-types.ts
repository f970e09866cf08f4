import type { BillingClaimType } from "../../shared/domain/claim-types.ts";
import type { reasonNames } from "../words/claim-form.ts";
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
