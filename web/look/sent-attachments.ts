import type { SentAttachment } from "./send-attachment.ts";

/** Whether a file was refused or did not arrive. */
export const isBad = ({ state }: SentAttachment): boolean => state === "refused" || state === "lost";

/** The files that were announced and are not bad: those still being sent too. */
export function arrivedIn(attachments: readonly SentAttachment[]) {
  return attachments.flatMap((attachment) => {
    const { uploadId, fileName, sizeBytes } = attachment;
    return uploadId === undefined || isBad(attachment) ? [] : [{ uploadId, fileName, sizeBytes }];
  });
}

/** The upload ids of `arrivedIn`. */
export function uploadIdsOf(attachments: readonly SentAttachment[]): string[] {
  return arrivedIn(attachments).map(({ uploadId }) => uploadId);
}
