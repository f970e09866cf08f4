import type { Client } from "../client.ts";
import { attachmentsWords } from "../words/attachments.ts";
import { fingerprint, sendFile } from "./send-file.ts";

const types = ["application/pdf", "image/jpeg", "image/png", "image/heic"] as const;
type AttachmentType = (typeof types)[number];

/** Where the browser gives a file no type we know, its name may. */
const typeByEnding: Readonly<Record<string, AttachmentType>> = {
  pdf: "application/pdf",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  heic: "image/heic",
  heif: "image/heic",
};

const bytesOfMb = 1_000_000;
/** Below this a photo is sent as it is: shrinking saves little. */
const worthShrinking = 400_000;
const longestSide = 1600;

function typeOf({ type, name }: File): AttachmentType | undefined {
  return types.find((each) => each === type) ?? typeByEnding[name.split(".").at(-1)?.toLowerCase() ?? ""];
}

/** The photo as a smaller JPEG; nothing where the browser cannot open it. */
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

/** What is sent for a file: smaller where that helps, as it is where it does not or cannot be. */
export async function readied(file: File): Promise<File> {
  const type = typeOf(file);
  if (type === "application/pdf" || (type && file.size < worthShrinking)) return file;
  const smaller = await shrunk(file);
  return smaller && (!type || smaller.size < file.size) ? smaller : file;
}

/** Where files are sent: by a customer or by one of the staff. */
export interface AttachmentCounter {
  readonly start: Client["startUpload"];
  /** Another ticket for a file that was announced and did not arrive. */
  readonly renew: Client["renewUpload"];
  readonly show: Client["showUpload"];
}

type Ticket = Extract<Awaited<ReturnType<AttachmentCounter["start"]>>, { readonly ok: true }>["value"];

/** A file on its way, or what became of it. */
export interface SentAttachment {
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly state: "sending" | "pending" | "received" | "unreadable" | "refused" | "lost";
  readonly uploadId?: string | undefined;
  /** Its fingerprint, once it was announced: by it the same file is known when it is chosen again. */
  readonly sha256?: string | undefined;
  /** What was announced and did not arrive: it may be sent again in the same place. */
  readonly unsent?: File | undefined;
  /** What is wrong, and what to do. */
  readonly reason?: string | undefined;
}

function failed(file: File, state: "refused" | "lost", reason: string): SentAttachment {
  return { fileName: file.name, sizeBytes: file.size, state, reason };
}

/**
 * Sends one file: announced with its fingerprint, then by its ticket. `onProgress` is told per cents, and its place as soon
 * as it has one. Never throws.
 */
export async function sendAttachment(
  counter: AttachmentCounter,
  chosen: File,
  maxMb: number,
  onProgress: (percent: number, place?: Pick<SentAttachment, "uploadId" | "sha256">) => void,
): Promise<SentAttachment> {
  const file = await readied(chosen);
  const contentType = typeOf(file);
  if (!contentType) return failed(chosen, "refused", attachmentsWords.unreadable(chosen.name));
  if (file.size > maxMb * bytesOfMb) return failed(chosen, "refused", attachmentsWords.tooLarge(chosen.name, maxMb));
  const sha256 = await fingerprint(file).catch(() => undefined);
  if (sha256 === undefined) return failed(chosen, "refused", attachmentsWords.unreadable(chosen.name));
  const fileName = file.name.slice(-120);
  const started = await counter.start({ body: { fileName, contentType, sizeBytes: file.size, sha256 } });
  if (!started.ok) {
    const [field] = started.problem.fields;
    return failed(chosen, "lost", field?.message ?? started.problem.detail);
  }
  onProgress(0, { uploadId: started.value.uploadId, sha256 });
  return { ...(await sent(started.value, file, onProgress)), sha256 };
}

/** Sends the file of a ticket. */
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

/** What became of a file that arrived, as far as it is known. */
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
