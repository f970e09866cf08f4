import type { SentAttachment } from "./send-attachment.ts";

/** Whether a file was refused or did not arrive. An unreadable file is not bad. */
export const isBad = ({ state }: SentAttachment): boolean => state === "refused" || state === "lost";

/** Returns the upload ids of the files that were announced, without those that were refused or did not arrive. */
export function uploadIdsOf(attachments: readonly SentAttachment[]): string[] {
  return attachments.flatMap((attachment) =>
    attachment.uploadId === undefined || isBad(attachment) ? [] : [attachment.uploadId],
  );
}
