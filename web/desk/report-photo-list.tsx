import { useEffect, useState } from "preact/hooks";
import { apiNow } from "../api-clock.ts";
import { type ClientProblem, formProblem } from "../client.ts";
import { AboutField, describedBy, errorOf } from "../look/field.tsx";
import { readied } from "../look/send-attachment.ts";
import { attachmentsWords } from "../words/attachments.ts";
import { reportWords } from "../words/desk-inspections.ts";
import { dropPhoto, type KeptPhoto, keepPhoto, photosOf } from "./report-photos.ts";

interface ReportPhotosProps {
  readonly inspectionId: string;
  readonly problem: ClientProblem | undefined;
}

/** As many as `uploadIds` of `shared/contract/attachment-fields.ts` takes. */
const most = 10;

/** The field for a report's photos, at most 10: each is made smaller and kept in the phone, and is sent with the report. */
export function ReportPhotos({ inspectionId, problem }: ReportPhotosProps) {
  const [photos, setPhotos] = useState<readonly KeptPhoto[]>([]);
  const [wrong, setWrong] = useState<string>();
  const look = async () => setPhotos(await photosOf(inspectionId));
  useEffect(() => {
    look();
  }, [inspectionId]);
  const choose = async (event: { readonly currentTarget: HTMLInputElement }) => {
    const { currentTarget: input } = event;
    const files = [...(input.files ?? [])];
    const room = most - photos.length;
    setWrong(files.length > room ? reportWords.photoFull : undefined);
    input.value = "";
    // Not just the clock: the API's first answer may have set it back, and photos are ordered by their ids.
    const last = Number(photos.at(-1)?.photoId.split(".").at(-2) ?? 0);
    const turn = Math.max(apiNow(), last + 1);
    for (const [at, file] of files.slice(0, room).entries()) {
      const photoId = `${inspectionId}.${turn}.${at}`;
      await readied(file)
        .then((smaller) => keepPhoto({ photoId, inspectionId, file: smaller }))
        .catch(() => setWrong(reportWords.photoFailed));
    }
    await look();
  };
  const remove = async (photoId: string) => {
    await dropPhoto(photoId);
    await look();
  };
  const error = errorOf(formProblem({ photos: wrong }) ?? problem, "photos");
  return (
    <div class={error ? "field wrong" : "field"}>
      <label for="photos">{reportWords.photos}</label>
      <AboutField name="photos" hint={reportWords.photosHint} error={error} />
      <input
        id="photos"
        type="file"
        accept="image/*"
        multiple
        onChange={choose}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy("photos", reportWords.photosHint, error)}
      />
      {photos.length > 0 && (
        <ul class="files" aria-label={reportWords.photoList}>
          {photos.map(({ photoId, file }) => (
            <li key={photoId}>
              <span>
                {file.name} ({attachmentsWords.size(file.size)}) <span class="state">{reportWords.photoKept}</span>
              </span>
              <button type="button" class="link" onClick={() => remove(photoId)}>
                {reportWords.remove}
                <span class="unseen"> {file.name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
