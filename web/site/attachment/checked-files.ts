import { type AttachmentCounter, checkedAttachment, type SentAttachment } from "../../look/send-attachment.ts";
import { erasePhoto } from "./phone-photos.ts";

/** How long the sending of a claim waits for the states of its files. */
const askingMs = 3000;

/**
 * Returns the files of a draft that its claim takes, and the names of those that their check refused, which are erased
 * from this phone. A file whose state is not known within three seconds is taken.
 */
export async function takenFiles(
  counter: AttachmentCounter,
  draftId: string,
  attachments: readonly SentAttachment[],
): Promise<{ readonly taken: readonly SentAttachment[]; readonly refused: readonly string[] }> {
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), askingMs));
  const states = await Promise.all(
    attachments.map(async (each) => (await Promise.race([checkedAttachment(counter, each), late]))?.state),
  );
  const refused = attachments.filter((_, at) => states[at] === "refused");
  for (const { keptId } of refused) if (keptId !== undefined) await erasePhoto(draftId, keptId).catch(() => undefined);
  return {
    taken: attachments.filter((each) => !refused.includes(each)),
    refused: refused.map(({ fileName }) => fileName),
  };
}
