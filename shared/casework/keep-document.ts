import { createHash } from "node:crypto";
import type { OfficeDocument, Seal } from "../domain/case-events.ts";
import type { Evidence } from "../storage/evidence.ts";

/** Hexadecimal SHA-256. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Keeps a PDF of the office's own under an id made of its bytes: the same bytes twice are one document. */
export async function keepDocument(
  documents: Evidence,
  { kind, fileName }: Pick<OfficeDocument, "kind" | "fileName">,
  bytes: Uint8Array,
): Promise<OfficeDocument> {
  const sha256 = sha256Of(bytes);
  const documentId = sha256.slice(0, 32);
  await documents.write(documentId, bytes, "application/pdf");
  return { documentId, kind, fileName, sizeBytes: bytes.length, sha256 };
}

/** Keeps the seal of a document beside it, as JSON. */
export async function keepSeal(documents: Evidence, documentId: string, seal: Seal): Promise<void> {
  await documents.write(`${documentId}.seal.json`, Buffer.from(JSON.stringify(seal, null, 2)), "application/json");
}
