import { useSending } from "../../look/asking.ts";
import { ErrorSummary, Submit } from "../../look/field.tsx";
import { useKeptForm } from "../../look/kept-form.ts";
import { LongText } from "../../look/long-text.tsx";
import { WriteKey, writeKeyOf } from "../../look/write-key.tsx";
import { api } from "../api.ts";
import { SignInAgain } from "../page.tsx";
import { renamedField } from "../renamed-field.ts";
import type { SubmissionActProps } from "../submission/desk-submission.ts";
import { submissionWords } from "../submission/submissions.words.ts";

/** Renders the form that records, with the reason, that a submission is not the recourse it may be. */
export function DiscardRecourse({ submission: { submissionId }, onDone }: SubmissionActProps) {
  const kept = useKeptForm(sessionStorage, `caudal.discard.${submissionId}`);
  const { problem, busy, onSubmit } = useSending(
    async (typed) => {
      const body = { reason: typed("discardReason") };
      const outcome = await api.discardRecourse({ params: { submissionId }, body, key: writeKeyOf(typed) });
      return renamedField(outcome, "reason", "discardReason");
    },
    (value) => {
      kept.drop();
      onDone(value);
    },
  );
  return (
    <section>
      <h2>{submissionWords.discard}</h2>
      <p>{submissionWords.discardText}</p>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate ref={kept.form} onInput={kept.keep} onSubmit={onSubmit}>
        <WriteKey />
        <LongText name="discardReason" label={submissionWords.discardReason} max={500} problem={problem} />
        <Submit busy={busy} plain>
          {submissionWords.discardSend}
        </Submit>
      </form>
    </section>
  );
}
