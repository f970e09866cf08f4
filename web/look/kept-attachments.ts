import { attachmentsWords } from "../words/attachments.ts";
import type { SentAttachment } from "./send-attachment.ts";

const storageKeyOf = (key: string): string => `${key}.files`;

/**
 * Keeps a form's list of files in sessionStorage, without their bytes, in place of the list kept under `key` before.
 * The `drop` of `useKeptForm` with this key deletes it.
 */
export function keepAttachments(key: string, attachments: readonly SentAttachment[]): void {
  const kept = attachments.map(({ fileName, sizeBytes, state, uploadId, sha256, keptId, reason, whose }) => ({
    fileName,
    sizeBytes,
    state,
    uploadId,
    sha256,
    keptId,
    reason,
    whose,
  }));
  sessionStorage.setItem(storageKeyOf(key), JSON.stringify(kept));
}

/**
 * Returns the list of files that a form kept under `key`; empty if there is none. A file that was being sent, or did
 * not arrive, is `lost`, with a reason that asks for the same file again.
 */
export function keptAttachments(key: string): readonly SentAttachment[] {
  const kept: readonly SentAttachment[] = JSON.parse(sessionStorage.getItem(storageKeyOf(key)) ?? "[]");
  return kept.map((attachment): SentAttachment => {
    const isCut = attachment.state === "sending" || attachment.state === "lost";
    return isCut
      ? { ...attachment, state: "lost", reason: attachmentsWords.chooseAgain(attachment.fileName) }
      : attachment;
  });
}
