import { pageName } from "../../shared/storage/evidence.ts";
import type { UploadDeps } from "./upload-deps.ts";

type DrawingDeps = Pick<UploadDeps, "uploads" | "evidenceAttachments" | "attachmentPages" | "draw">;

/**
 * Writes a JPEG of each page of an attachment, which staff look at instead of the original, and records how many there
 * are: those that were drawn within the time, which may be none. Does nothing unless the attachment is `received`, and
 * if that was recorded before.
 */
export async function drawAttachment(
  { uploads, evidenceAttachments, attachmentPages, draw }: DrawingDeps,
  uploadId: string,
): Promise<void> {
  const upload = await uploads.find(uploadId);
  if (upload?.state !== "received" || upload.pages !== undefined) return;
  const { pages } = await draw(upload.contentType, await evidenceAttachments.read(uploadId));
  for (const [at, page] of pages.entries()) await attachmentPages.write(pageName(uploadId, at + 1), page, "image/jpeg");
  await uploads.addPages(uploadId, pages.length);
}
