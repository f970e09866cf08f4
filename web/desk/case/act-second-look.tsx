import { useAnswer } from "../../look/asking.ts";
import { Choice, TextField } from "../../look/field.tsx";
import { LongText } from "../../look/long-text.tsx";
import { Loading } from "../../look/notice.tsx";
import { documentNames } from "../../words/document-names.ts";
import { date } from "../../words/format.ts";
import { api } from "../api.ts";
import { AttachmentPages } from "../attachment/attachment-view.tsx";
import { Download } from "../download.tsx";
import { DeskProblem } from "../page.tsx";
import { chosenOf, fieldProblem } from "../typed.ts";
import { fieldWords } from "./act-fields.words.ts";
import type { ActForm } from "./act-form.ts";

interface ScanProps {
  readonly claimId: string;
  readonly scanId: string;
}

/** Shows the pages of the scan, and a button to download it. */
function Scan({ claimId, scanId }: ScanProps) {
  const ask = () => api.downloadCaseAttachment({ params: { claimId, documentId: scanId } });
  const { answer, again } = useAnswer(ask, scanId);
  return (
    <>
      {!answer && <Loading />}
      {answer?.ok === false && <DeskProblem problem={answer.problem} again={again} />}
      {answer?.ok && <AttachmentPages pages={answer.value.pages} fileName={answer.value.fileName} />}
      <p>
        <Download ask={ask}>{fieldWords.scanDownload}</Download>
      </p>
    </>
  );
}

/**
 * Records what a person other than the signer sees on the scan of a document signed by hand: its marks, or why they are
 * missing.
 */
export const secondLook: ActForm = {
  Fields: ({ file: { claimId, signatureToConfirm }, problem }) =>
    signatureToConfirm ? (
      <>
        <h2>{fieldWords.scan}</h2>
        <p>
          {fieldWords.scanOf(
            documentNames[signatureToConfirm.kind],
            signatureToConfirm.number,
            date(signatureToConfirm.signedOn),
          )}
        </p>
        <Scan claimId={claimId} scanId={signatureToConfirm.scanId} />
        <Choice name="shows" legend={fieldWords.scanShows} options={fieldWords.scanChoices} problem={problem} />
        <TextField
          name="cites"
          label={fieldWords.scanCites}
          hint={fieldWords.scanCitesHint}
          initial=""
          problem={problem}
        />
        <TextField name="folio" label={fieldWords.scanFolio} size="short" initial="" problem={problem} />
        <LongText
          name="reason"
          label={fieldWords.scanMissing}
          hint={fieldWords.scanMissingHint}
          max={500}
          problem={problem}
        />
      </>
    ) : null,
  send: async ({ write, typed, file }) => {
    const shows = chosenOf(fieldWords.scanChoices, typed("shows"));
    if (!shows) return fieldProblem("shows", fieldWords.choose);
    const documentId = file.signatureToConfirm?.documentId ?? "";
    const look =
      shows === "yes"
        ? { shows: true as const, cites: typed("cites"), folio: typed("folio") }
        : { shows: false as const, reason: typed("reason") };
    return api.confirmHandSignature({ ...write, params: { ...write.params, documentId }, body: { look } });
  },
};
