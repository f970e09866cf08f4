import { createHash, type KeyObject, verify, X509Certificate } from "node:crypto";
import { fromBER, GeneralizedTime, ObjectIdentifier, OctetString, Sequence, UTCTime } from "asn1js";
import { type Attribute, Certificate, ContentInfo, IssuerAndSerialNumber, SignedData, type SignerInfo } from "pkijs";
import { ok } from "../domain/case/result.ts";
import { type Checked, notSigned } from "./signature-refusals.ts";

/** A signature of the given bytes, by the key of the certificate it names; that certificate is not judged yet. */
export interface CmsSignature {
  readonly signer: Certificate;
  /** The certificates in the CMS, the signer's included. */
  readonly certificates: readonly Certificate[];
  /** When the signature says it was made, ISO 8601 in UTC. */
  readonly signingTime?: string | undefined;
}

const data = "1.2.840.113549.1.7.1";
const signedData = "1.2.840.113549.1.7.2";
const attributes = {
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingTime: "1.2.840.113549.1.9.5",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
} as const;

const digests: Readonly<Record<string, string>> = {
  "2.16.840.1.101.3.4.2.1": "sha256",
  "2.16.840.1.101.3.4.2.2": "sha384",
  "2.16.840.1.101.3.4.2.3": "sha512",
};
/** The key of each signature algorithm and, if the algorithm fixes one, its digest. */
const signings: Readonly<Record<string, { readonly key: "rsa" | "ec"; readonly digest?: string }>> = {
  "1.2.840.113549.1.1.1": { key: "rsa" },
  "1.2.840.113549.1.1.11": { key: "rsa", digest: "sha256" },
  "1.2.840.113549.1.1.12": { key: "rsa", digest: "sha384" },
  "1.2.840.113549.1.1.13": { key: "rsa", digest: "sha512" },
  "1.2.840.10045.4.3.2": { key: "ec", digest: "sha256" },
  "1.2.840.10045.4.3.3": { key: "ec", digest: "sha384" },
  "1.2.840.10045.4.3.4": { key: "ec", digest: "sha512" },
};

/**
 * Returns whether a certificate may be signed with an algorithm, given by its OID: RSA (PKCS #1 v1.5) or ECDSA with
 * SHA-256, SHA-384 or SHA-512. False for RSA-PSS, and for plain `rsaEncryption`, which names no digest.
 */
export function isStrongSigning(oid: string): boolean {
  return signings[oid]?.digest !== undefined;
}

/**
 * Returns whether a key is strong enough to sign with: RSA of 2048 bits or more, or one of the curves P-256, P-384 and
 * P-521. False for any other kind of key.
 */
export function isStrongKey({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): boolean {
  if (asymmetricKeyType === "rsa") return (asymmetricKeyDetails?.modulusLength ?? 0) >= 2048;
  const curve = asymmetricKeyDetails?.namedCurve ?? "";
  return asymmetricKeyType === "ec" && ["prime256v1", "secp384r1", "secp521r1"].includes(curve);
}

/** Returns the signed data of a CMS; undefined if it cannot be read, or if other bytes than zeros follow it. */
function signedDataOf(cms: Uint8Array): SignedData | undefined {
  const bytes = Uint8Array.from(cms);
  const { offset, result } = fromBER(bytes);
  if (offset <= 0 || bytes.subarray(offset).some((byte) => byte !== 0)) return undefined;
  try {
    const content = new ContentInfo({ schema: result });
    return content.contentType === signedData ? new SignedData({ schema: content.content }) : undefined;
  } catch {
    // The library throws for what is not of its schema: that is a broken file, not a failure of ours.
    return undefined;
  }
}

/**
 * Returns the signature of `signedBytes` in a detached CMS (RFC 5652); does not judge the certificate. Refuses, in
 * order: `two-signatures`; `broken-signature` if none can be read or it is not detached; `weak-algorithm` for the
 * digest; `no-signed-attributes` if type or digest is missing; `other-bytes`; `no-certificate` of the signer;
 * `other-certificate` if the attributes name another or none; `weak-algorithm` for the key; `wrong-signature`.
 */
export function cmsSignatureOf(cms: Uint8Array, signedBytes: Uint8Array): Checked<CmsSignature> {
  const signed = signedDataOf(cms);
  const [info, ...more] = signed?.signerInfos ?? [];
  if (more.length > 0) return notSigned("two-signatures");
  if (!signed || !info || !isDetached(signed)) return notSigned("broken-signature");
  const digest = digestOf(info);
  if (digest === undefined) return notSigned("weak-algorithm");
  const read = readAttributes(info);
  if (!read) return notSigned("no-signed-attributes");
  if (!createHash(digest).update(signedBytes).digest().equals(read.messageDigest)) return notSigned("other-bytes");
  const certificates = (signed.certificates ?? []).filter((one) => one instanceof Certificate);
  const signer = certificates.find((one) => isOf(one, info));
  if (!signer) return notSigned("no-certificate");
  if (!read.named || !names(read.named, signer)) return notSigned("other-certificate");
  const { publicKey } = nodeCertificate(signer);
  if (!isStrongKey(publicKey)) return notSigned("weak-algorithm");
  const signature = Buffer.from(info.signature.valueBlock.valueHexView);
  const isOfKey =
    publicKey.asymmetricKeyType === signings[info.signatureAlgorithm.algorithmId]?.key &&
    verify(digest, read.bytes, publicKey, signature);
  return isOfKey ? ok({ signer, certificates, signingTime: read.signingTime }) : notSigned("wrong-signature");
}

function isDetached({ encapContentInfo: { eContent, eContentType } }: SignedData): boolean {
  return eContent === undefined && eContentType === data;
}

/** Returns the digest of a signature; undefined if it may not be used, or if the two algorithms name different ones. */
function digestOf({ digestAlgorithm, signatureAlgorithm }: SignerInfo): string | undefined {
  const digest = digests[digestAlgorithm.algorithmId];
  const signing = signings[signatureAlgorithm.algorithmId];
  return signing && (signing.digest ?? digest) === digest ? digest : undefined;
}

export function nodeCertificate(certificate: Certificate): X509Certificate {
  return new X509Certificate(derOf(certificate));
}

/** Returns the DER bytes of a certificate, as they were received. */
export function derOf(certificate: Certificate): Buffer {
  return Buffer.from(certificate.toSchema(false).toBER(false));
}

function isOf(certificate: Certificate, { sid }: SignerInfo): boolean {
  return (
    sid instanceof IssuerAndSerialNumber &&
    certificate.issuer.isEqual(sid.issuer) &&
    certificate.serialNumber.isEqual(sid.serialNumber)
  );
}

/** A certificate as signed attributes name it: by its hash. */
interface NamedCertificate {
  readonly digest: string;
  readonly hash: Buffer;
}

interface SignedAttributes {
  /** The attributes as they are signed: encoded as a SET OF. */
  readonly bytes: Buffer;
  readonly messageDigest: Buffer;
  readonly signingTime?: string | undefined;
  readonly named?: NamedCertificate | undefined;
}

/** Returns the signed attributes; undefined if content type or message digest is missing or stands twice. */
function readAttributes({ signedAttrs }: SignerInfo): SignedAttributes | undefined {
  if (!signedAttrs) return undefined;
  const one = (type: string) => {
    const found = signedAttrs.attributes.filter((attribute: Attribute) => attribute.type === type);
    return found.length === 1 && found[0]?.values.length === 1 ? found[0].values[0] : undefined;
  };
  const contentType = one(attributes.contentType);
  const messageDigest = one(attributes.messageDigest);
  const time = one(attributes.signingTime);
  if (!(contentType instanceof ObjectIdentifier) || contentType.valueBlock.toString() !== data) return undefined;
  if (!(messageDigest instanceof OctetString)) return undefined;
  return {
    bytes: Buffer.from(signedAttrs.encodedValue),
    messageDigest: Buffer.from(messageDigest.valueBlock.valueHexView),
    signingTime: time instanceof UTCTime || time instanceof GeneralizedTime ? time.toDate().toISOString() : undefined,
    named: namedBy(one(attributes.signingCertificateV2)),
  };
}

/**
 * Returns the first certificate of an ESS SigningCertificateV2 (RFC 5035), the signer's; its default digest is SHA-256.
 */
function namedBy(value: unknown): NamedCertificate | undefined {
  const [list] = value instanceof Sequence ? value.valueBlock.value : [];
  const [first] = list instanceof Sequence ? list.valueBlock.value : [];
  const parts = first instanceof Sequence ? first.valueBlock.value : [];
  const hash = parts.find((part) => part instanceof OctetString);
  const [algorithm] = parts;
  const [oid] = algorithm instanceof Sequence ? algorithm.valueBlock.value : [];
  const digest = oid instanceof ObjectIdentifier ? digests[oid.valueBlock.toString()] : "sha256";
  return hash && digest ? { digest, hash: Buffer.from(hash.valueBlock.valueHexView) } : undefined;
}

function names({ digest, hash }: NamedCertificate, certificate: Certificate): boolean {
  return createHash(digest).update(derOf(certificate)).digest().equals(hash);
}
