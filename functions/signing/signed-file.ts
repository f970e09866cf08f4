import type { CaseAt } from "../../shared/casework/case/case-at.ts";
import { sha256Of } from "../../shared/casework/seal/issue-document.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import type { signResolution } from "../../shared/contract/resolution/signing-routes.ts";
import type { RequestOf } from "../../shared/contract/route.ts";
import type { OfficeDocument, SignedDetails } from "../../shared/domain/case/issued-documents.ts";
import { ok } from "../../shared/domain/case/result.ts";
import type { FrozenDocument } from "../../shared/domain/resolution/frozen-documents.ts";
import { limaDay } from "../../shared/domain/term/calendar-day.ts";
import { signatureRefusals } from "../../shared/signatures/signature-refusals.ts";
import type { UploadRecord } from "../../shared/storage/attachment/uploads.ts";
import type { SigningDeps } from "./signing-deps.ts";

/** The way a document is signed, with the upload it is signed in. */
export type SentSignature = RequestOf<typeof signResolution>["body"]["signature"];

export interface SignedAct {
  /** The instant from which the act has effect: the terms that follow start on its day. */
  readonly effectiveAt: string;
  /** The signed file, or the frozen document itself if no file was signed. */
  readonly document: OfficeDocument;
  readonly facts: Pick<SignedDetails, "way" | "document" | "certificate" | "hand">;
  /** The upload that is filed in the case with the act. */
  readonly upload?: UploadRecord | undefined;
}

type Refusals = "signature-refused" | "upload-not-found";

const fileWords = {
  pending: "El archivo todavía se está revisando. Espera a que diga «Recibido» y firma.",
  unread: "No pudimos revisar ese archivo. Envía otro PDF, sin contraseña y que se pueda abrir.",
  own: "Ese archivo es un documento que la oficina ya tiene. Envía el documento firmado, o el papel firmado y escaneado.",
  type: "Envía un PDF: el documento firmado, o el papel firmado y escaneado.",
  person:
    "En el registro de la oficina no consta tu documento de identidad, con el que se compara tu certificado. Pide que lo agreguen.",
  cites:
    "Ni el código ni la huella son de este documento. Escribe el código que lleva impreso el papel que firmaste, o el comienzo de su huella.",
  before: "Ese día el documento todavía no se había enviado a firma. Escribe el día que lleva el papel.",
  future: "Ese día todavía no llega. Escribe el día que lleva el papel.",
  reason: "El papel se firmó antes de hoy: escribe por qué se registra recién ahora.",
} as const;

const refuse = (detail: string) => refused("signature-refused", { detail });

/**
 * Checks a signature of a frozen document with these `bytes`, stores its signed file, if any, and returns the act.
 * Refuses the file as `receivedFile` does. Refuses `signature-refused` also if the utility does not sign in this way,
 * the file is a document of the office, a digital signature is not valid for document or signer, or one by hand has
 * another document's code, or a day before the freezing, after today, or before today without a reason.
 */
export async function signedActOf(
  deps: SigningDeps,
  at: CaseAt,
  frozen: FrozenDocument,
  {
    signature,
    sub,
    bytes: own,
  }: { readonly signature: SentSignature; readonly sub: string; readonly bytes: Uint8Array },
): Promise<Answer<SignedAct, Refusals>> {
  const { ways } = deps.tenant.signature;
  if (!ways.value.includes(signature.way)) return refuse("En esta empresa no se firma de esa manera. Elige otra.");
  if (signature.way === "second-factor")
    return ok({ effectiveAt: at.now, document: frozen.document, facts: { way: signature.way } });
  const file = await receivedFile(deps, sub, signature.uploadId);
  if (!file.ok) return file;
  const { upload, bytes } = file.value;
  // A document of the office is found by its bytes: keeping this file as a signed one would replace that.
  if (await deps.verificationIndex.ofBytes(sha256Of(bytes))) return refuse(fileWords.own);
  const signed =
    signature.way === "hand"
      ? byHand(at, frozen, signature)
      : await byCertificate(deps, at, frozen, { sub, frozen: own, bytes });
  if (!signed.ok) return signed;
  const document = signedDocument(frozen, bytes);
  await deps.documents.write(document.documentId, bytes, "application/pdf");
  const { effectiveAt, ...facts } = signed.value;
  return ok({ effectiveAt, document, facts: { way: signature.way, document, ...facts }, upload });
}

/**
 * Returns an upload of the person with its bytes. Refuses `upload-not-found` if it is not theirs, was filed before or
 * was refused by its check; `signature-refused` if it is still being checked, cannot be read, or is no PDF.
 */
export async function receivedFile(
  { uploads, keptAttachments }: Pick<SigningDeps, "uploads" | "keptAttachments">,
  sub: string,
  uploadId: string,
): Promise<Answer<{ readonly upload: UploadRecord; readonly bytes: Uint8Array }, Refusals>> {
  const [upload] = (await uploads.ofPerson(sub, [uploadId])) ?? [];
  if (!upload || upload.state === "refused") return refused("upload-not-found");
  if (upload.state === "pending") return refuse(fileWords.pending);
  if (upload.state !== "received") return refuse(fileWords.unread);
  if (upload.contentType !== "application/pdf") return refuse(fileWords.type);
  return ok({ upload, bytes: await keptAttachments.read(uploadId) });
}

/**
 * Checks a digital signature against the frozen bytes and the signer's identity document. The act has effect when it
 * was signed, but not before it was frozen or after `now`.
 */
async function byCertificate(
  { staffRegister, trustedRoots, tenant }: SigningDeps,
  { file: { head }, now }: CaseAt,
  { frozenAt }: FrozenDocument,
  { sub, frozen, bytes }: { readonly sub: string; readonly frozen: Uint8Array; readonly bytes: Uint8Array },
) {
  const signer = (await staffRegister.list(head.office)).find((one) => one.sub === sub);
  if (signer?.document === undefined) return refuse(fileWords.person);
  const { documentPatterns, largestShare } = tenant.signature;
  // The libraries of signatures are as large as all the rest: loaded when a signed file comes.
  const { verifySignedPdf } = await import("../../shared/signatures/verify-signed-pdf.ts");
  const verified = await verifySignedPdf(bytes, {
    frozen,
    issuedAt: frozenAt,
    now,
    signerDocument: signer.document,
    roots: await trustedRoots.list(),
    patterns: documentPatterns.value,
    largestShare: largestShare.value,
  });
  if (!verified.ok) return refuse(signatureRefusals[verified.error]);
  const { signedAt, certificate } = verified.value;
  return ok({ effectiveAt: between(frozenAt, signedAt, now), certificate });
}

/**
 * Checks what the recorder states of a signature by hand, since nothing else vouches for its day. Refuses a code of
 * another document, and a day before the document was sent to signature, after today, or before today without a reason.
 * The act has effect now, or at noon in Lima of the earlier day.
 */
function byHand(
  { now }: CaseAt,
  { frozenAt, document }: FrozenDocument,
  { folio, cites, signedOn, reason }: Extract<SentSignature, { readonly way: "hand" }>,
) {
  const today = limaDay(now);
  if (!citesDocument(cites, document)) return refuse(fileWords.cites);
  if (signedOn < limaDay(frozenAt)) return refuse(fileWords.before);
  if (signedOn > today) return refuse(fileWords.future);
  if (signedOn < today && (reason ?? "").trim() === "") return refuse(fileWords.reason);
  const effectiveAt = signedOn === today ? now : between(frozenAt, `${signedOn}T17:00:00.000Z`, now);
  const hand = { folio, cites: document.verificationCode, signedOn, ...(reason && { reason }) };
  return ok({ effectiveAt, hand });
}

/** A SHA-256 or its beginning, of at least as many characters as a person writes by hand. */
const fingerprint = /^[0-9A-F]{8,64}$/;

/**
 * Returns whether `cites` names the document: by its verification code, by its SHA-256, or by the first eight or more
 * characters of that SHA-256. Blanks, hyphens and capitals do not matter.
 */
export function citesDocument(
  cites: string,
  { verificationCode, sha256 }: Pick<OfficeDocument, "verificationCode" | "sha256">,
): boolean {
  const written = plain(cites);
  return written === plain(verificationCode) || (fingerprint.test(written) && plain(sha256).startsWith(written));
}

const plain = (code: string): string => code.replaceAll(/[\s-]/g, "").toUpperCase();

/** Returns whether two people wrote the same code or folio; blanks, hyphens and capitals do not matter. */
export function isSameCode(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

/** Returns the instant, or the bound that it is beyond. */
function between(first: string, instant: string, last: string): string {
  const bounded = instant < first ? first : instant;
  return bounded > last ? last : bounded;
}

/** Returns the signed file as a document of the office, with the verification code of the one it was made from. */
function signedDocument({ document }: FrozenDocument, bytes: Uint8Array): OfficeDocument {
  const sha256 = sha256Of(bytes);
  const fileName = document.fileName.replace(/\.pdf$/, "-firmada.pdf");
  return { ...document, documentId: sha256.slice(0, 32), fileName, sizeBytes: bytes.length, sha256 };
}
