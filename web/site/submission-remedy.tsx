import { useState } from "preact/hooks";
import { formProblem } from "../client.ts";
import { useSending } from "../look/asking.ts";
import { ErrorSummary, Submit } from "../look/field.tsx";
import { filesProblem, stillTrue } from "../look/files-problem.ts";
import { useKeptForm } from "../look/kept-form.ts";
import { LongText } from "../look/long-text.tsx";
import type { SentAttachment } from "../look/send-attachment.ts";
import { uploadIdsOf } from "../look/sent-attachments.ts";
import { WriteKey, writeKeyOf } from "../look/write-key.tsx";
import { useOffice } from "../office.ts";
import { cargoWords } from "../words/submission.ts";
import { api } from "./api.ts";
import { Attachments } from "./attachments.tsx";
import { SignInAgain } from "./signed-in.tsx";

interface SubmissionRemedyProps {
  readonly submissionId: string;
  /** Whether only a copy of a file was asked for, and the submission is not observed. */
  readonly isCopy: boolean;
  readonly onDone: () => void;
}

/**
 * Renders the form that corrects an observed submission or, if `isCopy`, adds a copy of a file. Sends nothing while a
 * file is on its way or did not arrive, or without any text or file. What is typed is kept in the tab until it is sent.
 */
export function SubmissionRemedy({ submissionId, isCopy, onDone }: SubmissionRemedyProps) {
  const { submissionMaxFiles } = useOffice();
  const [attachments, setAttachments] = useState<readonly SentAttachment[]>([]);
  const key = `caudal.remedy.${submissionId}`;
  const { form, keep, drop } = useKeptForm(sessionStorage, key);
  const sending = useSending(
    async (typed) => {
      const uploadIds = uploadIdsOf(attachments);
      const missing = uploadIds.length === 0 && !typed("text").trim() ? cargoWords.remedyMissing : undefined;
      const wrong = filesProblem(attachments) ?? formProblem({ uploadIds: missing });
      return wrong
        ? { ok: false, problem: wrong }
        : api.remedySubmission({
            params: { submissionId },
            body: { text: typed("text"), uploadIds },
            key: writeKeyOf(typed),
          });
    },
    () => {
      drop();
      onDone();
    },
  );
  const problem = stillTrue(sending.problem, attachments);
  return (
    <section>
      <h2>{isCopy ? cargoWords.copy : cargoWords.remedy}</h2>
      <p>{isCopy ? cargoWords.copyText : cargoWords.remedyText}</p>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate ref={form} onInput={keep} onSubmit={sending.onSubmit}>
        <WriteKey />
        <LongText name="text" label={cargoWords.remedyWords} max={3000} problem={problem} />
        <Attachments
          keptWith={key}
          max={submissionMaxFiles}
          label={isCopy ? cargoWords.copyAttachments : cargoWords.remedyAttachments}
          problem={problem}
          onChange={setAttachments}
        />
        <Submit busy={sending.busy}>{isCopy ? cargoWords.copySend : cargoWords.remedySend}</Submit>
      </form>
    </section>
  );
}
