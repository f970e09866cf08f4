import type { ClientProblem } from "../client.ts";
import { Checks } from "../look/checks.tsx";
import { LongText } from "../look/long-text.tsx";
import { answerWords } from "../words/desk-answers.ts";
import type { CaseFile } from "./case-file.ts";

interface AnswersProps {
  readonly file: CaseFile;
  /** Whether the outcome that is chosen examines no merits: then one matter alone is answered. */
  readonly isDismissal: boolean;
  readonly problem: ClientProblem | undefined;
}

/**
 * The fields of what the draft answers to each matter of the claim, and of what proves it. Those that the chosen outcome does not
 * ask for stay hidden with what was typed.
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

/** What a form holds of the answers; those without text and without proofs are left out. */
export function answersIn({ drafting }: CaseFile, form: HTMLFormElement) {
  const data = new FormData(form);
  return (drafting?.matters ?? []).flatMap(({ matter }) => {
    const text = String(data.get(`answer-${matter}`) ?? "");
    const cites = data.getAll(`cites-${matter}`).map(String);
    return text.trim() === "" && cites.length === 0 ? [] : [{ matter, text, cites }];
  });
}
