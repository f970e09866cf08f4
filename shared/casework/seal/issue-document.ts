import { createHash } from "node:crypto";
import type { PdfRenderer } from "../../documents/pdf-renderer.ts";
import type { Sheet } from "../../documents/sheet.ts";
import type { DocumentKind, OfficeDocument, PrintedKind, Seal } from "../../domain/case/issued-documents.ts";
import { verificationCodeBytes, verificationCodeOf } from "../../domain/seal/verification-code.ts";
import { canonicalJson } from "../../storage/canonical-json.ts";
import type { Evidence } from "../../storage/evidence.ts";
import type { SealStatement, Seals } from "../../storage/seal/seals.ts";
import { verificationLink } from "../notice/site-links.ts";

export interface IssueDeps {
  readonly pdfRenderer: PdfRenderer;
  readonly documents: Evidence;
  readonly seals: Seals;
  /** The origin of the customers' site, without a last `/`. */
  readonly siteAddress: string;
}

/** What a seal states besides the document itself. */
export type SealedFacts = Omit<SealStatement, "kind" | "sha256" | "verificationCode">;

/** Returns the SHA-256 in hexadecimal. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/**
 * Returns the verification code printed on a document, such as `K7QF-2M9X-4TBD-R0ZA`: the first 80 bits of the SHA-256
 * of its kind and `source`. The same kind and `source` always give the same code, so two documents of a kind must not
 * share a `source`.
 */
export function codeFrom(kind: DocumentKind | PrintedKind, source: string): string {
  const digest = createHash("sha256").update(`${kind} ${source}`).digest();
  return verificationCodeOf(digest.subarray(0, verificationCodeBytes));
}

/**
 * Prints a sheet with its verification code and the link to check it; the same sheet and code give the same bytes.
 * Stores nothing.
 */
export function printed(
  { pdfRenderer, siteAddress }: Pick<IssueDeps, "pdfRenderer" | "siteAddress">,
  sheet: Sheet,
  verificationCode: string,
): Promise<Uint8Array> {
  return pdfRenderer.print({
    ...sheet,
    verification: { code: verificationCode, address: verificationLink(siteAddress, verificationCode) },
  });
}

/** A document to be made. */
export interface NewDocument extends Pick<OfficeDocument, "kind" | "fileName"> {
  /**
   * What its verification code is derived from: known to nobody else, and the same when the document is made again. It
   * is the content hash of the entry that asks for it (which has a drawn salt), the id of a submission, or a secret of
   * its own.
   */
  readonly source: string;
}

/**
 * Prints a document with its verification code and stores the bytes as evidence. The document's id is the first 32
 * digits of the SHA-256 of the bytes, so the same bytes are stored as the same document. Does not seal the document:
 * `sealOf` does.
 */
export async function printDocument(
  deps: Omit<IssueDeps, "seals">,
  { kind, fileName, source }: NewDocument,
  sheet: Sheet,
): Promise<OfficeDocument> {
  const verificationCode = codeFrom(kind, source);
  const bytes = await printed(deps, sheet, verificationCode);
  const sha256 = sha256Of(bytes);
  const documentId = sha256.slice(0, 32);
  await deps.documents.write(documentId, bytes, "application/pdf");
  return { documentId, kind, fileName, sizeBytes: bytes.length, sha256, verificationCode };
}

/**
 * Returns the seal of a document, signed with the utility's key: it states the document's kind, hash, code and `facts`.
 * Stores nothing.
 */
export function sealOf(
  { seals }: Pick<IssueDeps, "seals">,
  { kind, sha256, verificationCode }: OfficeDocument,
  facts: SealedFacts,
): Promise<Seal> {
  return seals.seal({ ...facts, kind, sha256, verificationCode });
}

/** Stores the seal of a document beside it, as canonical JSON. */
export async function keepSeal(documents: Evidence, documentId: string, seal: Seal): Promise<void> {
  await documents.write(`${documentId}.seal.json`, Buffer.from(canonicalJson(seal)), "application/json");
}

/**
 * Prints a document of the office, stores its bytes and its seal as evidence, and returns the document. Does not record
 * the document: nobody finds it by its code or bytes until the caller records it in an entry or a submission.
 */
export async function issueDocument(
  deps: IssueDeps,
  made: NewDocument,
  sheet: Sheet,
  facts: SealedFacts,
): Promise<OfficeDocument> {
  const document = await printDocument(deps, made, sheet);
  await keepSeal(deps.documents, document.documentId, await sealOf(deps, document, facts));
  return document;
}
