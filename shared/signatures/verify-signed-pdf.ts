import { ok } from "../domain/result.ts";
import type { DocumentPattern, SignerCertificate } from "../domain/signature.ts";
import { cmsSignatureOf } from "./cms-signature.ts";
import { signatureIn } from "./pdf-signature.ts";
import { type Checked, notSigned } from "./signature-refusals.ts";
import { certificateOf } from "./signer-certificate.ts";

/** What an officer's signature of a document must be. */
export interface ExpectedSignature {
  /** The bytes that were sent to signature, and when. */
  readonly frozen: Uint8Array;
  readonly issuedAt: string;
  readonly now: string;
  /** The number of the officer's own document. */
  readonly signerDocument: string;
  /** PEM of the authorities' roots that the utility trusts. */
  readonly roots: readonly string[];
  readonly patterns: readonly DocumentPattern[];
  /** Of its page, that the signature's box may cover at most. */
  readonly largestShare: number;
}

/** An officer's signature, as it was found in order. */
export interface VerifiedSignature {
  /** When it says it was made. */
  readonly signedAt: string;
  readonly certificate: SignerCertificate;
}

/** How far the signer's clock may be ahead of ours. */
const clockSkew = 120_000;

/**
 * Verifies that a PDF is the frozen document signed by its officer with their own certificate (PAdES baseline B): bytes,
 * one signature over all of them, key, certificate, person, time. What it cannot know without asking others, it does not
 * say: whether the certificate was revoked, and what an authority of time would vouch for.
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
  // A second is the least a signature tells.
  if (Date.parse(signedAt) + 1000 <= Date.parse(expected.issuedAt)) return notSigned("before-issue");
  if (Date.parse(signedAt) > Date.parse(expected.now) + clockSkew) return notSigned("in-the-future");
  return ok({ signedAt, certificate: certificate.value });
}
