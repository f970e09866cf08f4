import type { StepSlug } from "../words/claim-steps.ts";
import { stepOf } from "./claim-fields.ts";

/** An answer that each step cannot do without, in their order. */
const needed = [
  "receiptNumber",
  "reason",
  "leakCheck",
  "grounds",
  "meterTest",
  "visitPreference",
  "request",
  "address",
  "notifyByEmail",
] as const;

/** Where a draft is taken up again: the first step that is not answered, or the review. */
export function firstUnanswered(answers: Readonly<Record<string, unknown>>): StepSlug {
  const name = needed.find((each) => (answers[each] ?? "") === "");
  return name === undefined ? "revisar" : stepOf(name);
}
