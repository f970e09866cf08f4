import { resendAttachment } from "../look/resend-attachment.ts";
import {
  type AttachmentCounter,
  readied,
  type SendAttachment,
  type SentAttachment,
  sendAttachment,
  typeOf,
} from "../look/send-attachment.ts";
import { fingerprint } from "../look/send-file.ts";
import { attachmentsWords } from "../words/attachments.ts";
import { erasePhoto, keepPhoto, keptPhotos } from "./phone-photos.ts";

/**
 * The files of a draft with those this phone keeps: what did not arrive for certain waits (`kept`), with its bytes, to be sent.
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

/** Sends the files of a draft and keeps each on this phone first: one that cannot be sent waits there, with `keptHere`. */
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

/** Announces a file that waits, without sending it: its upload's id; undefined if it cannot be announced now. */
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

/** Sends the bytes of a file that was announced, and erases it from this phone once it arrived. Returns whether it did. */
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
