import { createHash, sign } from "node:crypto";
import { ObjectIdentifier, OctetString, Sequence, UTCTime } from "asn1js";
import {
  AlgorithmIdentifier,
  Attribute,
  type Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from "pkijs";
import { algorithmOf, type Credential } from "./certificates.ts";

const data = "1.2.840.113549.1.7.1";
const sha256 = "2.16.840.1.101.3.4.2.1";

/** The credential a person signs with, and the instant of the signature. */
export interface CmsSigning extends Credential {
  /** The certificates up to the authority's root. */
  readonly issuers: readonly Certificate[];
  readonly at: string;
}

/**
 * Returns the attributes that a CAdES signature over `bytes` signs: the content type, the instant `at`, the SHA-256 of
 * `bytes`, and the SHA-256 of the signer's certificate.
 */
export function cadesAttributes(bytes: Uint8Array, { certificate, at }: CmsSigning): readonly Attribute[] {
  const own = new Uint8Array(certificate.toSchema(false).toBER(false));
  const certificateHash = new OctetString({ valueHex: Uint8Array.from(createHash("sha256").update(own).digest()) });
  const named = new Sequence({ value: [new Sequence({ value: [new Sequence({ value: [certificateHash] })] })] });
  const digest = new OctetString({ valueHex: Uint8Array.from(createHash("sha256").update(bytes).digest()) });
  return [
    new Attribute({ type: "1.2.840.113549.1.9.3", values: [new ObjectIdentifier({ value: data })] }),
    new Attribute({ type: "1.2.840.113549.1.9.5", values: [new UTCTime({ valueDate: new Date(at) })] }),
    new Attribute({ type: "1.2.840.113549.1.9.4", values: [digest] }),
    new Attribute({ type: "1.2.840.113549.1.9.16.2.47", values: [named] }),
  ];
}

/**
 * Returns a CMS signer info: the person's signature over these attributes, made with their key and hashed by `digest`.
 */
export function signerInfoOf(
  { key, certificate }: CmsSigning,
  attributes: readonly Attribute[],
  digest: "sha256" | "sha1" = "sha256",
): SignerInfo {
  const signedAttrs = new SignedAndUnsignedAttributes({ type: 0, attributes: [...attributes] });
  const encoded = Buffer.from(signedAttrs.toSchema().toBER(false));
  // The signature covers the attributes as a SET, not with the tag they have in the structure (RFC 5652, 5.4).
  encoded[0] = 0x31;
  return new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
    digestAlgorithm: new AlgorithmIdentifier({ algorithmId: digest === "sha1" ? "1.3.14.3.2.26" : sha256 }),
    signatureAlgorithm: algorithmOf(key, digest),
    signature: new OctetString({ valueHex: Uint8Array.from(sign(digest, encoded, key)) }),
    signedAttrs,
  });
}

/**
 * Returns a CMS in DER with these signatures and certificates, each list in its order. The signed bytes are not in the
 * CMS. It always declares SHA-256 as its digest, whatever the signatures use.
 */
export function cmsOf(infos: readonly SignerInfo[], certificates: readonly Certificate[]): Uint8Array {
  const signed = new SignedData({
    version: 1,
    digestAlgorithms: [new AlgorithmIdentifier({ algorithmId: sha256 })],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: data }),
    signerInfos: [...infos],
    certificates: [...certificates],
  });
  const content = new ContentInfo({ contentType: "1.2.840.113549.1.7.2", content: signed.toSchema(true) });
  return new Uint8Array(content.toSchema().toBER(false));
}

/**
 * Returns a CMS in DER with one CAdES signature over `bytes` (SHA-256), the signer's certificate and those of its
 * issuers. The signed bytes are not in the CMS.
 */
export function signedCms(bytes: Uint8Array, signing: CmsSigning): Uint8Array {
  const info = signerInfoOf(signing, cadesAttributes(bytes, signing));
  return cmsOf([info], [signing.certificate, ...signing.issuers]);
}
