import type { SentAttachment } from "./send-attachment.ts";

/** Whether a file will not do as it is. */
export const isBad = ({ state }: SentAttachment): boolean => state === "refused" || state === "lost";

/** The files that count: those that arrived and were not refused. */
export function arrivedIn(attachments: readonly SentAttachment[]) {
  return attachments.flatMap((attachment) => {
    const { uploadId, fileName, sizeBytes } = attachment;
    return uploadId === undefined || isBad(attachment) ? [] : [{ uploadId, fileName, sizeBytes }];
  });
}

/** The ids of the files that count. */
export function uploadIdsOf(attachments: readonly SentAttachment[]): string[] {
  return arrivedIn(attachments).map(({ uploadId }) => uploadId);
}
