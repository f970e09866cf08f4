import type { FunctionComponent } from "preact";
import { formProblem } from "../../client.ts";
import { textOf } from "../filing/answers.ts";
import type { StepSlug } from "../filing/claim-steps.words.ts";
import type { StepContentProps, StepView } from "./claim-step-view.ts";

export type QuestionProps = Pick<StepContentProps, "draftId" | "answers" | "problem">;

/** A step whose fields are saved in the draft. */
export interface Question {
  readonly Fields: FunctionComponent<QuestionProps>;
  /**
   * Returns a sentence by the name of each field that is wrong. `text` gives a field's answer, trimmed, "" without one.
   */
  readonly check: (text: (name: string) => string) => Readonly<Record<string, string | undefined>>;
}

/** The steps about who claims; what is asked of the receipt is loaded without them. */
export type PersonSlug = Extract<StepSlug, "quien" | "avisos" | "reunion">;
export type QuestionSlug = Exclude<
  StepSlug,
  PersonSlug | "recibo" | "explicacion" | "archivos" | "medidor" | "revisar"
>;

/** Returns the view of a step that shows the fields of a question and applies its check to the draft's answers. */
export function viewOf({ Fields, check }: Question): StepView {
  return { Content: Fields, check: (answers) => formProblem(check((name) => textOf(answers, name))) };
}
