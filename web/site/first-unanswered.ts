import type { StepSlug } from "../words/claim-steps.ts";
import type { Answers } from "./answers.ts";
import { askedSteps } from "./asked-steps.ts";
import { stepOf } from "./claim-fields.ts";

/** An answer that each step cannot do without, in their order. */
const needed = [
  "receipts",
  "reason",
  "leakCheck",
  "grounds",
  "meterTest",
  "visitPreference",
  "request",
  "address",
  "notifyByEmail",
  "hearingMode",
] as const;

/** Where a draft is taken up again: the first step that is not answered, or the review. */
export function firstUnanswered(answers: Answers): StepSlug {
  const asked = askedSteps(answers);
  const name = needed.find((each) => String(answers[each] ?? "") === "" && asked.includes(stepOf(each)));
  return name === undefined ? "revisar" : stepOf(name);
}
