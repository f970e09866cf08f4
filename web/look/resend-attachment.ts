import { type AttachmentCounter, type SentAttachment, sent } from "./send-attachment.ts";
import { fingerprint } from "./send-file.ts";

/**
 * Sends a file that did not arrive once more, by a new ticket for the same upload. Returns it as `pending` if it
 * arrives now or had arrived before, or as `lost` with the reason. If it has no `uploadId` or no `unsent`, sends
 * nothing and returns the rest of `attachment`. Never throws.
 */
export async function resendAttachment(
  counter: AttachmentCounter,
  { uploadId, unsent, ...attachment }: SentAttachment,
  onProgress: (percent: number) => void,
): Promise<SentAttachment> {
  if (uploadId === undefined || !unsent) return attachment;
  const sha256 = await fingerprint(unsent).catch(() => "");
  const renewed = await counter.renew({ params: { uploadId }, body: { sha256 } });
  if (renewed.ok) return { ...(await sent(renewed.value, unsent, onProgress)), sha256 };
  // The file had arrived: only the answer to its first sending was lost.
  if (renewed.problem.kind === "urn:caudal:upload-settled")
    return { ...attachment, uploadId, state: "pending", reason: undefined };
  return { ...attachment, uploadId, unsent, state: "lost", reason: renewed.problem.detail };
}
