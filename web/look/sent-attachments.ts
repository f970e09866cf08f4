import type { SentAttachment } from "./send-attachment.ts";

/** Whether a file was refused or did not arrive. An unreadable file is not bad. */
export const isBad = ({ state }: SentAttachment): boolean => state === "refused" || state === "lost";

/**
 * Returns the upload id, name and size of each file that was announced, without those that were refused or did not
 * arrive. A file that is still being sent is among them.
 */
export function arrivedIn(attachments: readonly SentAttachment[]) {
  return attachments.flatMap((attachment) => {
    const { uploadId, fileName, sizeBytes } = attachment;
    return uploadId === undefined || isBad(attachment) ? [] : [{ uploadId, fileName, sizeBytes }];
  });
}

/** Returns the upload ids of the files that were announced, without those that were refused or did not arrive. */
export function uploadIdsOf(attachments: readonly SentAttachment[]): string[] {
  return arrivedIn(attachments).map(({ uploadId }) => uploadId);
}
