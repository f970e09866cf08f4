import type { Client } from "../client.ts";
import { attachmentsWords } from "../words/attachments.ts";
import type { Whose } from "./kept-person.ts";
import { fingerprint, sendFile } from "./send-file.ts";

const types = ["application/pdf", "image/jpeg", "image/png", "image/heic"] as const;
type AttachmentType = (typeof types)[number];

/** The type by the ending of a file's name, for files to which the browser gives no type we know. */
const typeByEnding: Readonly<Record<string, AttachmentType>> = {
  pdf: "application/pdf",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  heic: "image/heic",
  heif: "image/heic",
};

const bytesOfMb = 1_000_000;
/** Photos of fewer bytes are sent as they are: shrinking them saves little. */
const worthShrinking = 400_000;
const longestSide = 1600;

/**
 * Returns the type as which a file is announced: the browser's, or if we do not take that, the type by the ending of
 * the file's name. Undefined if we take neither.
 */
export function typeOf({ type, name }: File): AttachmentType | undefined {
  return types.find((each) => each === type) ?? typeByEnding[name.split(".").at(-1)?.toLowerCase() ?? ""];
}

/** The photo as a JPEG of at most `longestSide` pixels a side; undefined if the browser cannot open it. */
async function shrunk(file: File): Promise<File | undefined> {
  try {
    const photo = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, longestSide / Math.max(photo.width, photo.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(photo.width * scale);
    canvas.height = Math.round(photo.height * scale);
    canvas.getContext("2d")?.drawImage(photo, 0, 0, canvas.width, canvas.height);
    photo.close();
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", 0.8));
    return blob ? new File([blob], `${file.name.replace(/\.\w+$/, "")}.jpg`, { type: "image/jpeg" }) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Returns the file to send for `file`. A photo of 400 kB or more becomes a JPEG of at most 1600 pixels a side, if the
 * JPEG is smaller than the photo; a file of no known type becomes such a JPEG too. Any other file, and a file that the
 * browser cannot open as a photo, is returned as it is.
 */
export async function readied(file: File): Promise<File> {
  const type = typeOf(file);
  if (type === "application/pdf" || (type && file.size < worthShrinking)) return file;
  const smaller = await shrunk(file);
  return smaller && (!type || smaller.size < file.size) ? smaller : file;
}

/** The API's operations on uploads, of customers or of staff. */
export interface AttachmentCounter {
  readonly start: Client["startUpload"];
  /** Gives another ticket for a file that was announced and did not arrive. */
  readonly renew: Client["renewUpload"];
  readonly show: Client["showUpload"];
}

type Ticket = Extract<Awaited<ReturnType<AttachmentCounter["start"]>>, { readonly ok: true }>["value"];

/**
 * A file that is being sent or was: `kept` (it waits on this device), `sending`, `pending` (it arrived and is under
 * check), `received`, `unreadable` (the check could not open it), `refused`, or `lost` (it did not arrive).
 */
export interface SentAttachment {
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly state: "kept" | "sending" | "pending" | "received" | "unreadable" | "refused" | "lost";
  readonly uploadId?: string | undefined;
  /** Its SHA-256 once it was announced, by which the same file is recognised if it is chosen again. */
  readonly sha256?: string | undefined;
  /** Its id among the files that this device keeps, if it keeps them. */
  readonly keptId?: string | undefined;
  /** The file that did not arrive, or waits, to send it again. */
  readonly unsent?: File | undefined;
  /** What is wrong, and what to do. */
  readonly reason?: string | undefined;
  /** Whose form it was chosen in, as far as that was typed then or since. */
  readonly whose?: Whose | undefined;
}

function failed(file: File, state: "refused" | "lost", reason: string): SentAttachment {
  return { fileName: file.name, sizeBytes: file.size, state, reason };
}

/** Sends a file as `sendAttachment` does; `kept` is what is known of a file that this device keeps. */
export type SendAttachment = (
  counter: AttachmentCounter,
  chosen: File,
  maxMb: number,
  onProgress: (percent: number, ticket?: Pick<SentAttachment, "uploadId" | "sha256" | "keptId">) => void,
  kept?: SentAttachment,
) => Promise<SentAttachment>;

/**
 * Announces one file with its SHA-256 and sends it, made smaller by `readied` unless `asIs`. Calls `onProgress` with
 * per cents, and once it is announced with the upload's id and hash. Returns it as `pending`; as `refused` if its type
 * is not accepted, it is over `maxMb` MB or it cannot be read; as `lost` if the API refuses it or it does not arrive.
 * Never throws.
 */
export async function sendAttachment(
  counter: AttachmentCounter,
  chosen: File,
  maxMb: number,
  onProgress: (percent: number, ticket?: Pick<SentAttachment, "uploadId" | "sha256" | "keptId">) => void,
  asIs?: boolean,
): Promise<SentAttachment> {
  const file = asIs ? chosen : await readied(chosen);
  const contentType = typeOf(file);
  if (!contentType) return failed(chosen, "refused", attachmentsWords.unreadable(chosen.name));
  if (file.size > maxMb * bytesOfMb) return failed(chosen, "refused", attachmentsWords.tooLarge(chosen.name, maxMb));
  const sha256 = await fingerprint(file).catch(() => undefined);
  if (sha256 === undefined) return failed(chosen, "refused", attachmentsWords.unreadable(chosen.name));
  const fileName = file.name.slice(-120);
  const started = await counter.start({ body: { fileName, contentType, sizeBytes: file.size, sha256 } });
  if (!started.ok) {
    const [field] = started.problem.fields;
    return { ...failed(chosen, "lost", field?.message ?? started.problem.detail), unsent: file };
  }
  onProgress(0, { uploadId: started.value.uploadId, sha256 });
  return { ...(await sent(started.value, file, onProgress)), sha256 };
}

/**
 * Sends a file by its ticket. Returns it as `pending` if it arrives, or as `lost`, with the file as `unsent`, if not.
 */
export async function sent(
  { uploadId, upload }: Ticket,
  file: File,
  onProgress: (percent: number) => void,
): Promise<SentAttachment> {
  const arrived = await sendFile(upload, file, onProgress);
  const known = { fileName: file.name.slice(-120), sizeBytes: file.size, uploadId };
  return arrived
    ? { ...known, state: "pending" }
    : { ...known, state: "lost", reason: attachmentsWords.notSent(file.name), unsent: file };
}

/**
 * Returns the attachment with the state that the API has of its upload. It is `lost` if the API does not know the
 * upload, and unchanged if it has no upload or the API cannot be asked.
 */
export async function checkedAttachment(
  counter: AttachmentCounter,
  attachment: SentAttachment,
): Promise<SentAttachment> {
  if (attachment.uploadId === undefined) return attachment;
  const shown = await counter.show({ params: { uploadId: attachment.uploadId } });
  if (shown.ok) {
    const { state, reason = state === "refused" ? attachmentsWords.unreadable(attachment.fileName) : undefined } =
      shown.value;
    return { ...attachment, state, reason };
  }
  if (shown.problem.kind !== "urn:caudal:upload-not-found") return attachment;
  return { ...attachment, state: "lost", reason: attachmentsWords.notSent(attachment.fileName) };
}
