import { attachmentsWords } from "../words/attachments.ts";
import type { SentAttachment } from "./send-attachment.ts";

const storageKeyOf = (key: string): string => `${key}.files`;

/** Keeps a form's list of files, without their bytes, in sessionStorage until the form drops it (`useKeptForm`). */
export function keepAttachments(key: string, attachments: readonly SentAttachment[]): void {
  const kept = attachments.map(({ fileName, sizeBytes, state, uploadId, sha256, keptId, reason }) => ({
    fileName,
    sizeBytes,
    state,
    uploadId,
    sha256,
    keptId,
    reason,
  }));
  sessionStorage.setItem(storageKeyOf(key), JSON.stringify(kept));
}

/**
 * Reads the list a form kept. A file that was still being sent is `lost`, with a reason that asks for the same file again; it
 * is left out if it had no upload yet. Empty if nothing was kept.
 */
export function keptAttachments(key: string): readonly SentAttachment[] {
  const kept: readonly SentAttachment[] = JSON.parse(sessionStorage.getItem(storageKeyOf(key)) ?? "[]");
  return kept.flatMap((attachment): readonly SentAttachment[] => {
    const isCut = attachment.state === "sending" || (attachment.state === "lost" && attachment.uploadId !== undefined);
    if (!isCut) return [attachment];
    // Without an upload there is no ticket to renew.
    return attachment.uploadId === undefined
      ? []
      : [{ ...attachment, state: "lost", reason: attachmentsWords.chooseAgain(attachment.fileName) }];
  });
}
