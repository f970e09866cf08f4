import { X509Certificate } from "node:crypto";
import { BitString } from "asn1js";
import { BasicConstraints, Certificate, CertificateChainValidationEngine } from "pkijs";
import { ok } from "../domain/case/result.ts";
import type { DocumentPattern, SignerCertificate } from "../domain/resolution/signature.ts";
import { type CmsSignature, derOf, isStrongKey, isStrongSigning, nodeCertificate } from "./cms-signature.ts";
import { type Checked, notSigned } from "./signature-refusals.ts";

const attributeTypes = { serialNumber: "2.5.4.5", commonName: "2.5.4.3" } as const;
const extensions = { keyUsage: "2.5.29.15", basicConstraints: "2.5.29.19" } as const;

/**
 * Returns the data of the signer's certificate, if a trusted authority issued it and it could sign documents at `at`
 * (RFC 5280, 6); revocation is not checked. Refuses, in order: `not-for-signing` if it is one of `roots`; `untrusted`
 * if no valid path leads to a root; `weak-algorithm` if a key or algorithm on the path is weak; `not-yet-valid`,
 * `expired` at `at`; `not-for-signing` if an authority's or for other uses; `no-document` if it states none or several.
 * @param roots the authorities' roots, in PEM
 */
export async function certificateOf(
  { signer, certificates }: CmsSignature,
  roots: readonly string[],
  patterns: readonly DocumentPattern[],
  at: string,
): Promise<Checked<SignerCertificate>> {
  const trusted = roots.map((pem) => Certificate.fromBER(Uint8Array.from(new X509Certificate(pem).raw)));
  if (trusted.some((root) => derOf(root).equals(derOf(signer)))) return notSigned("not-for-signing");
  const others = certificates.filter((one) => one !== signer);
  const checkDate = new Date(at);
  const engine = new CertificateChainValidationEngine({ trustedCerts: trusted, certs: [...others, signer], checkDate });
  const { notBefore, notAfter } = { notBefore: signer.notBefore.value, notAfter: signer.notAfter.value };
  // The path is checked on a day the certificate was valid, to distinguish `expired` from `untrusted`.
  const within = checkDate < notBefore ? notBefore : checkDate > notAfter ? notAfter : checkDate;
  engine.checkDate = within;
  const { result, certificatePath } = await engine.verify();
  if (!result || !certificatePath) return notSigned("untrusted");
  const issuers = certificatePath.slice(1);
  if (issuers.some((issuer) => !mayIssue(issuer))) return notSigned("untrusted");
  const made = certificatePath.slice(0, -1);
  if (made.some(({ signatureAlgorithm }) => !isStrongSigning(signatureAlgorithm.algorithmId)))
    return notSigned("weak-algorithm");
  if (certificatePath.some((one) => !isStrongKey(nodeCertificate(one).publicKey))) return notSigned("weak-algorithm");
  if (checkDate < notBefore) return notSigned("not-yet-valid");
  if (checkDate > notAfter) return notSigned("expired");
  if (isAuthority(signer) || !usages(signer).some((usage) => signingUsages.has(usage)))
    return notSigned("not-for-signing");
  return stated(signer, patterns);
}

/** Bits of a key's usage (RFC 5280, 4.2.1.3): digitalSignature and contentCommitment. */
const signingUsages: ReadonlySet<number> = new Set([0, 1]);
/** The bit keyCertSign. */
const certifying = 5;

function usages(certificate: Certificate): readonly number[] {
  const parsed = certificate.extensions?.find(({ extnID }) => extnID === extensions.keyUsage)?.parsedValue;
  if (!(parsed instanceof BitString)) return [];
  const bytes = parsed.valueBlock.valueHexView;
  return [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => ((bytes[0] ?? 0) & (0x80 >> bit)) !== 0);
}

function isAuthority(certificate: Certificate): boolean {
  const parsed = certificate.extensions?.find(({ extnID }) => extnID === extensions.basicConstraints)?.parsedValue;
  return parsed instanceof BasicConstraints && parsed.cA;
}

function mayIssue(certificate: Certificate): boolean {
  return isAuthority(certificate) && usages(certificate).includes(certifying);
}

function stated(signer: Certificate, patterns: readonly DocumentPattern[]): Checked<SignerCertificate> {
  const values = (type: string) =>
    signer.subject.typesAndValues.filter((one) => one.type === type).map((one) => String(one.value.valueBlock.value));
  const numbers = new Set(
    patterns.flatMap(({ attribute, pattern }) =>
      values(attributeTypes[attribute]).flatMap((value) => new RegExp(pattern).exec(value)?.[1] ?? []),
    ),
  );
  const [document, ...others] = numbers;
  if (document === undefined || others.length > 0) return notSigned("no-document");
  const certificate = nodeCertificate(signer);
  const issuer = signer.issuer.typesAndValues.findLast((one) => one.type === attributeTypes.commonName);
  return ok({
    name: values(attributeTypes.commonName).at(-1) ?? "",
    document,
    issuer: issuer ? String(issuer.value.valueBlock.value) : certificate.issuer,
    serial: certificate.serialNumber.toLowerCase(),
    fingerprint: certificate.fingerprint256.replaceAll(":", "").toLowerCase(),
    validFrom: signer.notBefore.value.toISOString(),
    validUntil: signer.notAfter.value.toISOString(),
  });
}
