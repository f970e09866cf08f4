import type { HandSignature, SignatureWay, SignerCertificate } from "../resolution/signature.ts";

/** Kinds of document that the office issues. */
export const documentKinds = [
  "claim-cargo",
  "do-not-cut",
  "silence-certificate",
  "submission-constancia",
  "outage-certificate",
  "submission-cargo",
  "submission-observation",
  "submission-answer",
  "person-data",
  "resolution",
  "reconsideration-resolution",
  "rectification",
  "case-file-index",
  "case-file-manifest",
  "claim-form",
  "telephone-copy",
  "spoken-act",
  "billing-summary",
  "inspection-notice",
  "absence-notice",
  "internal-inspection",
  "external-inspection",
  "atypical-notice",
  "leak-requirement",
  "meter-test-right",
  "meter-test-notice",
  "meter-test-result",
  "conciliation-summons",
  "conciliation-record",
  "observation",
  "not-presented",
  "notification-record",
  "reconsideration-form",
  "evidence-request",
  "appeal-form",
  "elevation-letter",
  "elevation-notice",
  "withdrawal-acceptance",
  "compliance-letter",
  "payment-due",
  "problem-form",
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Printed for no case in particular; each has a verification code like a document. */
export const printedKinds = ["leaflet", "blank-form", "receipt"] as const;
export type PrintedKind = (typeof printedKinds)[number];

/** A document that the office issued, as it is kept in the evidence bucket. */
export interface OfficeDocument {
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  /** Printed on the document with a QR; anybody checks the document by it. */
  readonly verificationCode: string;
}

/** A member of the staff who confirmed having seen what another recorded. */
export interface SecondPerson {
  readonly sub: string;
  readonly name: string;
}

/** The signature on a frozen document. */
export interface SignedDetails {
  readonly signer: string;
  /** When the signer's second factor was checked. */
  readonly authenticatedAt: string;
  readonly seal: Seal;
  /** Absent if it was signed with the second factor alone. */
  readonly way?: SignatureWay | undefined;
  /** The signed file, which is the document from then on; the unsigned one is kept as well. */
  readonly document?: OfficeDocument | undefined;
  /** The upload that the signed file came in, of which the page pictures are; absent in entries of earlier releases. */
  readonly uploadId?: string | undefined;
  readonly certificate?: SignerCertificate | undefined;
  readonly hand?: HandSignature | undefined;
  /** Who confirmed from the scan that the signature by hand is on this document. */
  readonly secondPerson?: SecondPerson | undefined;
}

/** Proves with the utility's key that a document was not changed. It is not a signature, which is the officer's act. */
export interface Seal {
  /** The signature of `statement`, which names the document's SHA-256, number, day and signer. */
  readonly signature: string;
  readonly keyId: string;
  readonly algorithm: "ECDSA_SHA_256";
  readonly statement: string;
  /**
   * The files received. The statement has only the hash of this list, so that it can be shown to people who may not see
   * their names.
   */
  readonly received?: readonly ReceivedFile[] | undefined;
}

/** A received file: the name it was sent with and its SHA-256 in hexadecimal. */
export interface ReceivedFile {
  readonly fileName: string;
  readonly sha256: string;
}

/** A part of the text of a document, as it was printed: what a page shows in the same words. */
export type PrintedPart =
  | { readonly heading: string }
  | { readonly text: string }
  /** Labels with the values beside them. */
  | { readonly lines: readonly (readonly [label: string, value: string])[] }
  | { readonly items: readonly string[] }
  | { readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } };
