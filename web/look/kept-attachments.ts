import { attachmentsWords } from "../words/attachments.ts";
import type { SentAttachment } from "./send-attachment.ts";

const placeOf = (key: string): string => `${key}.papers`;

/** Keeps what became of a form's files, until the form drops it: no bytes, which no storage of text can hold. */
export function keepAttachments(key: string, attachments: readonly SentAttachment[]): void {
  const kept = attachments.map(({ fileName, sizeBytes, state, uploadId, sha256, reason }) => ({
    fileName,
    sizeBytes,
    state,
    uploadId,
    sha256,
    reason,
  }));
  sessionStorage.setItem(placeOf(key), JSON.stringify(kept));
}

/** The files of a form that comes again: what was on its way did not arrive, and goes on where the same file is chosen again. */
export function keptAttachments(key: string): readonly SentAttachment[] {
  const kept: readonly SentAttachment[] = JSON.parse(sessionStorage.getItem(placeOf(key)) ?? "[]");
  return kept.flatMap((attachment): readonly SentAttachment[] => {
    const isCut = attachment.state === "sending" || (attachment.state === "lost" && attachment.uploadId !== undefined);
    if (!isCut) return [attachment];
    // Cut off before it had a place, there is nothing to go on with.
    return attachment.uploadId === undefined
      ? []
      : [{ ...attachment, state: "lost", reason: attachmentsWords.chooseAgain(attachment.fileName) }];
  });
}
