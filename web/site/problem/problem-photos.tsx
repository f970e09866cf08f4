import type { AttachmentsProps } from "../../look/attachments.tsx";
import { keepAttachments, keptAttachments } from "../../look/kept-attachments.ts";
import { attachmentsWords } from "../../words/attachments.ts";
import { problemWords } from "../../words/problem.ts";
import { PhoneAttachments } from "../attachment/phone-attachments.tsx";
import { erasePhotos } from "../attachment/phone-photos.ts";
import { filesOfAccount } from "../filing/draft-files.ts";
import { draftOf } from "../filing/form-draft.ts";

interface ProblemPhotosProps extends Pick<AttachmentsProps, "problem" | "onChange"> {
  /** The key of the form, under which the list and its files are kept. */
  readonly form: string;
}

/**
 * Renders the list of at most five photos of a problem that is being reported. A photo waits on this phone until it has
 * arrived. Calls `onChange` with the list on every change.
 */
export function ProblemPhotos({ form, problem, onChange }: ProblemPhotosProps) {
  return (
    <PhoneAttachments
      draftId={draftOf(form)}
      counter={filesOfAccount}
      label={problemWords.photos}
      // What was cut off before it was announced is on this phone, from where it is listed.
      initial={keptAttachments(form).filter(({ uploadId, keptId }) => uploadId ?? keptId)}
      keptHere={attachmentsWords.keptForSignal}
      problem={problem}
      onChange={(list) => {
        keepAttachments(form, list);
        onChange(list);
      }}
    />
  );
}

/**
 * Erases the photos that this phone keeps of a form, and the id under which they were kept. Does not reject if the
 * photos cannot be erased.
 */
export async function forgetPhotos(form: string): Promise<void> {
  const erased = erasePhotos(draftOf(form)).catch(() => undefined);
  sessionStorage.removeItem(`${form}.draft`);
  await erased;
}
