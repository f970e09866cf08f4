import { resendAttachment } from "../../look/resend-attachment.ts";
import {
  type AttachmentCounter,
  readied,
  type SendAttachment,
  type SentAttachment,
  sendAttachment,
  typeOf,
} from "../../look/send-attachment.ts";
import { fingerprint } from "../../look/send-file.ts";
import { attachmentsWords } from "../../words/attachments.ts";
import { erasePhoto, keepPhoto, keptPhotos } from "../attachment/phone-photos.ts";

/**
 * Returns the files of a draft, and after them those that this phone keeps for it and `attachments` has not. A file
 * that this phone keeps and that is `kept`, `sending` or `lost` becomes `kept`, with its bytes as `unsent` and
 * `keptHere` as its reason. Any other file is returned as it is.
 */
export async function withKept(
  draftId: string,
  attachments: readonly SentAttachment[],
  keptHere: string = attachmentsWords.keptHere,
): Promise<readonly SentAttachment[]> {
  const photos = await keptPhotos(draftId);
  const fileOf = (keptId: string | undefined) => photos.find((photo) => photo.keptId === keptId)?.file;
  const listed = new Set(attachments.map(({ keptId }) => keptId));
  const waits = { state: "kept", reason: keptHere } as const;
  return [
    ...attachments.map((attachment): SentAttachment => {
      const unsent = fileOf(attachment.keptId);
      const arrived = attachment.state !== "kept" && attachment.state !== "sending" && attachment.state !== "lost";
      return arrived || !unsent ? attachment : { ...attachment, ...waits, unsent };
    }),
    ...photos
      .filter(({ keptId }) => !listed.has(keptId))
      .map(
        ({ keptId, file }): SentAttachment => ({
          keptId,
          fileName: file.name,
          sizeBytes: file.size,
          unsent: file,
          ...waits,
        }),
      ),
  ];
}

/**
 * Returns a function that keeps a file of a draft on this phone and then sends it. A file that does not arrive is
 * returned as `kept`, with `keptHere` in its reason; as `lost` if the phone could not keep it. A refused file is erased
 * from the phone; the copy of a file that arrives stays.
 */
export function keepingSend(draftId: string, keptHere: string = attachmentsWords.keptHere): SendAttachment {
  return async (counter, chosen, maxMb, onProgress, kept) => {
    const file = kept ? chosen : await readied(chosen);
    const keptId = kept?.keptId ?? (await keepPhoto(draftId, file).catch(() => undefined));
    const progress: typeof onProgress = (percent, ticket) => onProgress(percent, ticket && { ...ticket, keptId });
    const sent = kept?.uploadId
      ? await resendAttachment(counter, kept, progress)
      : await sendAttachment(counter, file, maxMb, progress);
    if (sent.state === "refused" && keptId !== undefined) await erasePhoto(draftId, keptId);
    if (sent.state !== "lost" || keptId === undefined) return { ...sent, keptId };
    // Where the API refused it, its sentence says why.
    const isRefused = sent.uploadId === undefined && navigator.onLine;
    const reason = isRefused ? `${sent.reason} ${keptHere}` : keptHere;
    return { ...sent, keptId, state: "kept", unsent: file, reason };
  };
}

/**
 * Announces a file to the API without sending its bytes, and returns the id of its upload. Undefined if its type is not
 * accepted, it cannot be read, or the API refuses it or cannot be reached.
 */
export async function announced(
  counter: AttachmentCounter,
  file: File,
): Promise<Pick<SentAttachment, "uploadId"> | undefined> {
  const contentType = typeOf(file);
  const sha256 = await fingerprint(file).catch(() => undefined);
  if (!contentType || !sha256) return undefined;
  const fileName = file.name.slice(-120);
  const started = await counter.start({ body: { fileName, contentType, sizeBytes: file.size, sha256 } });
  return started.ok ? { uploadId: started.value.uploadId } : undefined;
}

/**
 * Sends a file that was announced, with the bytes that this phone keeps of it, and returns whether it arrived, now or
 * before. Erases it from this phone if it did. False if this phone does not keep its bytes.
 */
export async function delivered(
  counter: AttachmentCounter,
  draftId: string,
  { keptId, ...file }: SentAttachment,
): Promise<boolean> {
  const unsent = (await keptPhotos(draftId)).find((photo) => photo.keptId === keptId)?.file;
  if (!unsent || keptId === undefined) return false;
  const { state } = await resendAttachment(counter, { ...file, unsent }, () => undefined);
  const arrived = state === "pending";
  if (arrived) await erasePhoto(draftId, keptId);
  return arrived;
}
