import { formProblem } from "../../client.ts";
import { ErrorSummary, Submit } from "../../look/field.tsx";
import { useKeptForm } from "../../look/kept-form.ts";
import { KeptNote } from "../../look/kept-note.tsx";
import { LongText } from "../../look/long-text.tsx";
import { useSendingFiles } from "../../look/sending-files.ts";
import { WriteKey, writeKeyOf } from "../../look/write-key.tsx";
import { useOffice } from "../../office.ts";
import { api } from "../api.ts";
import { Attachments } from "../attachment/attachments.tsx";
import { SignInAgain } from "../signed-in.tsx";
import { cargoWords } from "./submission.words.ts";

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
  const key = `caudal.remedy.${submissionId}`;
  const kept = useKeptForm(sessionStorage, key);
  const { problem, busy, onSubmit, onFiles } = useSendingFiles(
    async (typed, uploadIds) => {
      const missing = uploadIds.length === 0 && !typed("text").trim() ? cargoWords.remedyMissing : undefined;
      const wrong = formProblem({ uploadIds: missing });
      return wrong
        ? { ok: false, problem: wrong }
        : api.remedySubmission({
            params: { submissionId },
            body: { text: typed("text"), uploadIds },
            key: writeKeyOf(typed),
          });
    },
    () => {
      kept.drop();
      onDone();
    },
  );
  return (
    <section>
      <h2>{isCopy ? cargoWords.copy : cargoWords.remedy}</h2>
      <p>{isCopy ? cargoWords.copyText : cargoWords.remedyText}</p>
      <KeptNote of={key} before={kept.before} drop={kept.drop} />
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate ref={kept.form} onInput={kept.keep} onSubmit={onSubmit}>
        <WriteKey />
        <LongText name="text" label={cargoWords.remedyWords} max={3000} problem={problem} />
        <Attachments
          keptWith={key}
          max={submissionMaxFiles}
          label={isCopy ? cargoWords.copyAttachments : cargoWords.remedyAttachments}
          problem={problem}
          onChange={onFiles}
        />
        <Submit busy={busy}>{isCopy ? cargoWords.copySend : cargoWords.remedySend}</Submit>
      </form>
    </section>
  );
}
