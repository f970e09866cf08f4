import { useSending } from "../../look/asking.ts";
import { Choice, ErrorSummary, Submit } from "../../look/field.tsx";
import { LongText } from "../../look/long-text.tsx";
import { WriteKey, writeKeyOf } from "../../look/write-key.tsx";
import { api } from "../api.ts";
import { SignInAgain } from "../page.tsx";
import { renamedField } from "../renamed-field.ts";
import { fieldProblem } from "../typed.ts";
import type { SubmissionActProps } from "./desk-submission.ts";
import { submissionWords } from "./submissions.words.ts";

/** Renders the form that takes a file of another person out of a submission, with the reason. */
export function TakeFileOut({ submission: { submissionId, attachments }, onDone }: SubmissionActProps) {
  const { problem, busy, onSubmit } = useSending(async (typed) => {
    const documentId = typed("takenOut");
    if (documentId === "") return fieldProblem("takenOut", submissionWords.choose);
    const body = { reason: typed("takenOutReason") };
    const outcome = await api.takeFileOut({ params: { submissionId, documentId }, body, key: writeKeyOf(typed) });
    return renamedField(outcome, "reason", "takenOutReason");
  }, onDone);
  return (
    <>
      <p>{submissionWords.takeOutText}</p>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate onSubmit={onSubmit}>
        <WriteKey />
        <Choice
          name="takenOut"
          legend={submissionWords.takeOutWhich}
          options={Object.fromEntries(attachments.map(({ documentId, fileName }) => [documentId, fileName]))}
          problem={problem}
        />
        <LongText name="takenOutReason" label={submissionWords.takeOutReason} max={500} problem={problem} />
        <Submit busy={busy} plain>
          {submissionWords.takeOutSend}
        </Submit>
      </form>
    </>
  );
}
