import type { BillingClaimType } from "../../shared/domain/case/claim-types.ts";
import type { reasonNames } from "../words/claim-form.ts";

/**
 * The official type that a claim for each reason is filed as; the utility corrects it if it turns out to be another.
 */
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

/**
 * Returns the official type that a claim for this reason is filed as. Undefined if `reason` is none of the form's
 * reasons, for example because nothing is chosen yet.
 */
export function typeOfReason(reason: unknown): BillingClaimType | undefined {
  return typeof reason === "string" && isReason(reason) ? reasonTypes[reason] : undefined;
}

/** Types for which an inspector visits the premises. */
const visited: ReadonlySet<BillingClaimType> = new Set(["F01", "F03", "F07", "F09", "F11"]);

export const asksForVisit = (type: BillingClaimType): boolean => visited.has(type);
/**
 * Whether who files a claim of this type is asked about leaks, the meter's number and its test: only for a claim about
 * metered consumption.
 */
export const asksAboutMeter = (type: BillingClaimType): boolean => type === "F01";
