import type { ClientProblem } from "../../client.ts";
import { Checks } from "../../look/checks.tsx";
import { LongText } from "../../look/long-text.tsx";
import type { CaseFile } from "../case/case-file.ts";
import { answerWords } from "./answers.words.ts";

interface AnswersProps {
  /** The case: `drafting` has the matters to answer and what may be cited, `draft` what was saved. */
  readonly file: CaseFile;
  /**
   * Whether the chosen outcome dismisses or concludes the claim without judging it: then one matter alone is answered.
   */
  readonly isDismissal: boolean;
  readonly problem: ClientProblem | undefined;
}

/**
 * Renders, for each matter that the resolution must answer, a field for the answer and folded boxes for the proofs to
 * cite, filled in from the saved draft. The matters that the chosen outcome does not need are hidden, and keep what was
 * typed. Draws nothing if the case's state allows no draft (`drafting` is absent).
 */
export function DraftAnswers({ file: { drafting, draft }, isDismissal, problem }: AnswersProps) {
  if (!drafting) return null;
  const options = Object.fromEntries(drafting.citables.map(({ cite, name }) => [cite, name]));
  return (
    <section>
      <h2>{answerWords.title}</h2>
      <p>{answerWords.text}</p>
      {drafting.matters.map(({ matter, about, says, ifDismissed }) => {
        const answer = draft?.answers.find((one) => one.matter === matter);
        return (
          <div key={matter} hidden={(ifDismissed ?? false) !== isDismissal}>
            <LongText
              name={`answer-${matter}`}
              label={about}
              hint={answerWords.said(says)}
              max={3000}
              problem={problem}
              initial={answer?.text ?? ""}
            />
            <details>
              <summary>{answerWords.proofs(about)}</summary>
              <Checks
                name={`cites-${matter}`}
                legend={answerWords.proof}
                options={options}
                chosen={answer?.cites ?? []}
                problem={problem}
              />
            </details>
          </div>
        );
      })}
    </section>
  );
}

/**
 * Returns the answers in the form of `DraftAnswers`, one for each matter in `file.drafting`: the text, and the proofs
 * that the answer cites. Leaves out a matter with neither. Hidden fields count too. Empty if the case has no
 * `drafting`.
 */
export function answersIn({ drafting }: CaseFile, form: HTMLFormElement) {
  const data = new FormData(form);
  return (drafting?.matters ?? []).flatMap(({ matter }) => {
    const text = String(data.get(`answer-${matter}`) ?? "");
    const cites = data.getAll(`cites-${matter}`).map(String);
    return text.trim() === "" && cites.length === 0 ? [] : [{ matter, text, cites }];
  });
}
