import { createHash } from "node:crypto";
import type { PdfRenderer } from "../documents/pdf-renderer.ts";
import type { Sheet } from "../documents/sheet.ts";
import type { DocumentKind, OfficeDocument, PrintedKind, Seal } from "../domain/issued-documents.ts";
import { verificationCodeBytes, verificationCodeOf } from "../domain/verification-code.ts";
import { canonicalJson } from "../storage/canonical-json.ts";
import type { Evidence } from "../storage/evidence.ts";
import type { SealStatement, Seals } from "../storage/seals.ts";
import { verificationLink } from "./site-links.ts";

/** What making documents works with. */
export interface IssueDeps {
  readonly pdfRenderer: PdfRenderer;
  readonly documents: Evidence;
  readonly seals: Seals;
  /** The origin of the customers' site, without a last `/`. */
  readonly siteAddress: string;
}

/** What a seal says besides the document itself. */
export type SealedFacts = Omit<SealStatement, "kind" | "sha256" | "verificationCode">;

/** Hexadecimal SHA-256. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The code of a document: 80 bits of the SHA-256 of its kind and source. */
export function codeFrom(kind: DocumentKind | PrintedKind, source: string): string {
  const digest = createHash("sha256").update(`${kind} ${source}`).digest();
  return verificationCodeOf(digest.subarray(0, verificationCodeBytes));
}

/** The bytes of a document: its sheet with the code it was issued under. The same sheet and code give the same bytes. */
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
   * What its code is drawn from: nobody can attempt it, and it is the same when the document is made again. The content hash
   * of the entry that asks for it (its salt is drawn), the id of a filing, or a secret of its own.
   */
  readonly source: string;
}

/** Prints a document under a code of its own and keeps its bytes. It is sealed apart, once what the seal says is known. */
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

/** The seal on a document: what it is, its bytes, and the facts that go with them. */
export function sealOf(
  { seals }: Pick<IssueDeps, "seals">,
  { kind, sha256, verificationCode }: OfficeDocument,
  facts: SealedFacts,
): Promise<Seal> {
  return seals.seal({ ...facts, kind, sha256, verificationCode });
}

/** Keeps the seal of a document beside it, as JSON. */
export async function keepSeal(documents: Evidence, documentId: string, seal: Seal): Promise<void> {
  await documents.write(`${documentId}.seal.json`, Buffer.from(canonicalJson(seal)), "application/json");
}

/**
 * Makes a document of the office's own: printed under a code, kept as evidence, its seal beside it. Whoever names it in an
 * entry or a filing makes it be found by its code and its bytes; one that nobody names is found by nobody.
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
