import { createHash } from "node:crypto";
import type { OfficeDocument } from "../../shared/domain/case/issued-documents.ts";
import { pageName } from "../../shared/storage/evidence.ts";
import { log } from "../runtime/log.ts";
import type { UploadDeps } from "./upload-deps.ts";

type DrawingDeps = Pick<UploadDeps, "officeDocuments" | "documentPictures" | "attachmentPages" | "draw">;

/**
 * Stores a JPEG of each page of a document of the office under the SHA-256 of its bytes, and then records how many
 * there are. Does nothing if that was recorded before. Logs `document-undrawable` if no page can be drawn. Throws if
 * the kept bytes do not have that SHA-256, or if the drawing was cut short: the message then comes again.
 */
export async function drawDocument(
  { officeDocuments, documentPictures, attachmentPages, draw }: DrawingDeps,
  { documentId, sha256 }: Pick<OfficeDocument, "documentId" | "sha256">,
): Promise<void> {
  if ((await documentPictures.pages(sha256)) !== undefined) return;
  const bytes = await officeDocuments.read(documentId);
  if (createHash("sha256").update(bytes).digest("hex") !== sha256)
    throw new Error(`the document ${documentId} has other bytes than those to draw`);
  const { pages: drawn, isWhole } = await draw("application/pdf", bytes);
  if (!isWhole) throw new Error(`the document ${documentId} was drawn up to page ${drawn.length} only`);
  for (const [at, page] of drawn.entries()) await attachmentPages.write(pageName(sha256, at + 1), page, "image/jpeg");
  if (drawn.length === 0) log("warn", "document-undrawable", { documentId });
  await documentPictures.settle(sha256, drawn.length);
}
