import { useEffect, useState } from "preact/hooks";
import type { CaptureKind, mostFilesOfVisit } from "../../../shared/domain/visit/inspection.ts";
import { type ClientProblem, formProblem } from "../../client.ts";
import { AboutField, describedBy, errorOf } from "../../look/field.tsx";
import { readied } from "../../look/send-attachment.ts";
import { attachmentsWords } from "../../words/attachments.ts";
import { isSending, type UnsentReport } from "./report-outbox.ts";
import { dropPhoto, type KeptPhoto, keepMade, photosOf } from "./report-photos.ts";
import { reportPhotoWords } from "./report-photos.words.ts";

interface ReportPhotosProps {
  readonly inspectionId: string;
  /** The form's problem: what it says of `photos` is shown here. */
  readonly problem: ClientProblem | undefined;
  /** The report in the outbox, if it was submitted: it knows which photos are uploaded. */
  readonly unsent: UnsentReport | undefined;
  /** Whether the acta is signed on paper: a field asks for a photo of it. */
  readonly isSignedOnPaper: boolean;
}

/** The type makes this the number of the domain: a page takes no values from there. */
const most: typeof mostFilesOfVisit = 20;

/**
 * Renders the field for the photos of a report, and the list of all its files, each with its state and a button to
 * remove it. A chosen photo is made smaller if it is large, and kept in the phone with its time. Files beyond
 * `most` are not kept, and a message says so. A message also says if the phone refuses a photo.
 */
export function ReportPhotos({ inspectionId, problem, unsent, isSignedOnPaper }: ReportPhotosProps) {
  const [photos, setPhotos] = useState<readonly KeptPhoto[]>([]);
  const [wrong, setWrong] = useState<string>();
  const look = async () => setPhotos(await photosOf(inspectionId));
  useEffect(() => {
    look();
  }, [inspectionId, unsent]);
  const hint = reportPhotoWords.photosHint(most);
  const choose = async (kind: CaptureKind, input: HTMLInputElement) => {
    const files = [...(input.files ?? [])];
    const room = most - (await photosOf(inspectionId)).length;
    setWrong(files.length > room ? reportPhotoWords.photoFull(most) : undefined);
    input.value = "";
    for (const file of files.slice(0, Math.max(0, room)))
      await readied(file)
        .then((smaller) => keepMade(inspectionId, kind, smaller))
        .catch(() => setWrong(reportPhotoWords.photoFailed));
    await look();
  };
  const remove = async (photoId: string) => {
    await dropPhoto(photoId);
    await look();
  };
  const error = errorOf(formProblem({ photos: wrong }) ?? problem, "photos");
  const { photoStates } = reportPhotoWords;
  const stateOf = (photoId: string): string => {
    if (!unsent) return photoStates.kept;
    if (unsent.uploads[photoId]) return photoStates.received;
    return isSending(inspectionId) ? photoStates.sending : photoStates.waiting;
  };
  return (
    <div class={error ? "field wrong" : "field"}>
      {isSignedOnPaper && (
        <p>
          <label for="paper">{reportPhotoWords.paperPhoto}</label>
          <input
            id="paper"
            type="file"
            accept="image/*"
            onChange={({ currentTarget }) => choose("signed-paper", currentTarget)}
          />
        </p>
      )}
      <label for="photos">{reportPhotoWords.photos}</label>
      <AboutField name="photos" hint={hint} error={error} />
      <input
        id="photos"
        type="file"
        accept="image/*"
        multiple
        onChange={({ currentTarget }) => choose("photo", currentTarget)}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy("photos", hint, error)}
      />
      {photos.length > 0 && (
        <ul class="files" aria-label={reportPhotoWords.photoList}>
          {photos.map(({ photoId, file }) => (
            <li key={photoId}>
              <span>
                {file.name} ({attachmentsWords.size(file.size)}) <span class="state">{stateOf(photoId)}</span>
              </span>
              <button type="button" class="link" onClick={() => remove(photoId)}>
                {reportPhotoWords.remove}
                <span class="unseen"> {file.name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
