import { ok } from "../domain/case/result.ts";
import type { DocumentPattern, SignerCertificate } from "../domain/resolution/signature.ts";
import { cmsSignatureOf } from "./cms-signature.ts";
import { signatureIn } from "./pdf-signature.ts";
import { type Checked, notSigned } from "./signature-refusals.ts";
import { certificateOf } from "./signer-certificate.ts";

/** What the signature of a document is checked against. */
export interface ExpectedSignature {
  /** The bytes that were sent to signature. */
  readonly frozen: Uint8Array;
  /** When the document was sent to signature. */
  readonly issuedAt: string;
  readonly now: string;
  /** The number of the officer's identity document. */
  readonly signerDocument: string;
  /** The roots of the authorities that the utility trusts, in PEM. */
  readonly roots: readonly string[];
  readonly patterns: readonly DocumentPattern[];
  /** The largest share of its page that the signature's box may cover, from 0 to 1. */
  readonly largestShare: number;
}

/** An officer's signature that was found in order. */
export interface VerifiedSignature {
  /** When the signature says it was made. */
  readonly signedAt: string;
  readonly certificate: SignerCertificate;
}

/** How far the signer's clock may be ahead of ours, in milliseconds. */
const clockSkew = 120_000;

/**
 * Returns when and with which certificate the officer signed the frozen document (PAdES baseline B), by the signer's
 * own clock; no time stamp or revocation is checked. Refuses, in order, as `signatureIn`, as `cmsSignatureOf`,
 * `no-time` if none is stated, as `certificateOf` at that time, `other-person` if its document is not `signerDocument`,
 * `before-issue` if a second or more before `issuedAt`, `in-the-future` if over 2 minutes after `now`.
 */
export async function verifySignedPdf(
  bytes: Uint8Array,
  expected: ExpectedSignature,
): Promise<Checked<VerifiedSignature>> {
  const found = signatureIn(bytes, expected.frozen, expected.largestShare);
  if (!found.ok) return found;
  const signature = cmsSignatureOf(found.value.cms, found.value.signedBytes);
  if (!signature.ok) return signature;
  const signedAt = signature.value.signingTime ?? found.value.madeAt;
  if (signedAt === undefined) return notSigned("no-time");
  const certificate = await certificateOf(signature.value, expected.roots, expected.patterns, signedAt);
  if (!certificate.ok) return certificate;
  if (certificate.value.document !== expected.signerDocument) return notSigned("other-person");
  // A signature states whole seconds only.
  if (Date.parse(signedAt) + 1000 <= Date.parse(expected.issuedAt)) return notSigned("before-issue");
  if (Date.parse(signedAt) > Date.parse(expected.now) + clockSkew) return notSigned("in-the-future");
  return ok({ signedAt, certificate: certificate.value });
}
