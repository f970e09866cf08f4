import { type AttachmentCounter, type SentAttachment, sent } from "./send-attachment.ts";
import { fingerprint } from "./send-file.ts";

/** Sends a file that did not arrive again, by a new ticket for the same place. Never throws. */
export async function resendAttachment(
  counter: AttachmentCounter,
  { uploadId, unsent, ...attachment }: SentAttachment,
  onProgress: (percent: number) => void,
): Promise<SentAttachment> {
  if (uploadId === undefined || !unsent) return attachment;
  const sha256 = await fingerprint(unsent).catch(() => "");
  const renewed = await counter.renew({ params: { uploadId }, body: { sha256 } });
  if (renewed.ok) return { ...(await sent(renewed.value, unsent, onProgress)), sha256 };
  // It had arrived after all, and only the answer was lost.
  if (renewed.problem.kind === "urn:caudal:upload-settled")
    return { ...attachment, uploadId, state: "pending", reason: undefined };
  return { ...attachment, uploadId, unsent, state: "lost", reason: renewed.problem.detail };
}
