import { isSeen } from "../../../shared/domain/seen-text.ts";
import type { Answers } from "./answers.ts";
import { askedSteps } from "./asked-steps.ts";
import { stepOf } from "./claim-fields.ts";
import type { StepSlug } from "./claim-steps.words.ts";

/** The answer that each step needs, in the order of the steps; steps that may be left empty are not here. */
const needed = [
  "receipts",
  "reason",
  "leakCheck",
  "grounds",
  "meterTest",
  "visitPreference",
  "request",
  "number",
  "address",
  "notifyByEmail",
  "hearingMode",
] as const;

/**
 * Returns the step where a draft is resumed: the first that is asked, needs an answer and has none. `revisar`, the
 * review, if there is none.
 */
export function firstUnanswered(answers: Answers): StepSlug {
  const asked = askedSteps(answers);
  const isAnswered = (name: string) => isSeen(String(answers[name] ?? ""));
  const isMissing = (name: (typeof needed)[number]) => {
    if (name === "receipts" && answers["typedReceipt"] === "yes") return !isAnswered("supplyCode");
    // Who has no mail is not asked; who leaves no contact at all has been asked if the question after it is answered.
    if (name === "notifyByEmail" && !isAnswered("email")) return !isAnswered("telephone") && !isAnswered("hearingMode");
    return !isAnswered(name);
  };
  const name = needed.find((each) => isMissing(each) && asked.includes(stepOf(each)));
  return name === undefined ? "revisar" : stepOf(name);
}
