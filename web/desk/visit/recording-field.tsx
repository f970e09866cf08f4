import { useState } from "preact/hooks";
import type { RecordingType } from "../../../shared/domain/submission/submission.ts";
import type { ClientProblem } from "../../client.ts";
import { FileField } from "../../look/file-field.tsx";
import { fingerprint, sendFile } from "../../look/send-file.ts";
import { api } from "../api.ts";
import { recordingWords } from "../counter/recording.words.ts";
import { chosenOf } from "../typed.ts";

/** The type of a recording by the ending of its name; browsers name the same types in many ways. */
const typeByEnding = {
  mp3: "audio/mpeg",
  m4a: "audio/mp4",
  mp4: "audio/mp4",
  ogg: "audio/ogg",
  opus: "audio/ogg",
  wav: "audio/wav",
} as const satisfies Record<string, RecordingType>;

interface RecordingFieldProps {
  /** The name of the hidden field with the upload's id. */
  readonly name: string;
  /** The form's problem: what it says of `recordingFile` is shown here. */
  readonly problem: ClientProblem | undefined;
}

/**
 * Renders a file field for a recording, which is uploaded as soon as it is chosen. Puts the upload's id in a hidden
 * field called `name`, "" until the file has arrived. If the file's name ends in no known type of recording, the file
 * cannot be read or does not arrive, says so under the field.
 */
export function RecordingField({ name, problem }: RecordingFieldProps) {
  const [uploadId, setUploadId] = useState("");
  const [status, setStatus] = useState("");
  const send = async ({ currentTarget }: { readonly currentTarget: EventTarget }) => {
    const file = currentTarget instanceof HTMLElement && currentTarget.querySelector("input")?.files?.[0];
    if (!file) return;
    setUploadId("");
    setStatus(recordingWords.sending);
    const sent = await sentRecording(file);
    setUploadId(sent.uploadId ?? "");
    setStatus(sent.says);
  };
  return (
    <div onChange={send}>
      <FileField
        name="recordingFile"
        label={recordingWords.label}
        hint={recordingWords.hint}
        accept="audio/*"
        problem={problem}
      />
      <p role="status">{status}</p>
      <input type="hidden" name={name} value={uploadId} />
    </div>
  );
}

/** Announces and uploads a recording. Returns the upload's id if it arrived, and the Spanish words to show. */
async function sentRecording(file: File): Promise<{ readonly uploadId?: string; readonly says: string }> {
  const ending = chosenOf(typeByEnding, file.name.split(".").at(-1)?.toLowerCase() ?? "");
  if (!ending) return { says: recordingWords.otherType };
  const sha256 = await fingerprint(file).catch(() => undefined);
  if (sha256 === undefined) return { says: recordingWords.lost };
  const body = {
    fileName: file.name.slice(-120),
    contentType: typeByEnding[ending],
    sizeBytes: file.size,
    sha256,
  };
  const started = await api.startStaffUpload({ body });
  if (!started.ok) return { says: started.problem.detail };
  const arrived = await sendFile(started.value.upload, file, () => undefined);
  return arrived
    ? { uploadId: started.value.uploadId, says: recordingWords.sent(file.name) }
    : { says: recordingWords.lost };
}
