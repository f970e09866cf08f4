import { formProblem } from "../../client.ts";
import { useSending } from "../../look/asking.ts";
import { ErrorSummary, Submit, TextField } from "../../look/field.tsx";
import { api } from "../api.ts";
import { openSubmissionWords as words } from "./open-submission.words.ts";
import type { OpenlyFiled } from "./present-document.tsx";

interface FindSubmissionProps {
  readonly onFound: (found: OpenlyFiled) => void;
}

/**
 * Renders the form that finds a submission presented without an account, by its number and key, both needed. Calls
 * `onFound` with both if the API knows them; if not, shows its problem.
 */
export function FindSubmission({ onFound }: FindSubmissionProps) {
  const { problem, busy, onSubmit } = useSending<OpenlyFiled>(async (typed) => {
    const submissionKey = typed("submissionKey").trim();
    const wrong = formProblem({
      number: typed("number").trim() ? undefined : words.numberMissing,
      submissionKey: submissionKey ? undefined : words.keyMissing,
    });
    if (wrong) return { ok: false, problem: wrong };
    const shown = await api.showOpenDocument({ body: { number: typed("number"), submissionKey } });
    return shown.ok ? { ok: true, value: { number: shown.value.number, submissionKey } } : shown;
  }, onFound);
  return (
    <>
      <ErrorSummary problem={problem} />
      <form method="dialog" noValidate onSubmit={onSubmit}>
        <TextField name="number" label={words.number} hint={words.numberHint} size="short" problem={problem} />
        <TextField name="submissionKey" label={words.key} problem={problem} />
        <Submit busy={busy} plain>
          {words.show}
        </Submit>
      </form>
    </>
  );
}
