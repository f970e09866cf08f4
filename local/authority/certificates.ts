import { createPublicKey, type KeyObject, randomBytes, sign } from "node:crypto";
import { BitString, Integer, PrintableString, Utf8String } from "asn1js";
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  Extension,
  PublicKeyInfo,
  RelativeDistinguishedNames,
} from "pkijs";

/** The person or authority that holds a certificate. */
export interface Holder {
  readonly name: string;
  /** The number of the person's identity document, as an authority writes it. */
  readonly document?: string | undefined;
}

/** A certificate with its private key. */
export interface Credential {
  readonly key: KeyObject;
  readonly certificate: Certificate;
}

/** A certificate to be made. */
export interface NewCertificate {
  readonly of: Holder;
  readonly key: KeyObject;
  /** The authority that issues the certificate; if absent, the certificate is signed with `key` itself. */
  readonly by?: Credential | undefined;
  readonly from: string;
  readonly until: string;
  readonly isAuthority?: boolean | undefined;
  /**
   * Bits of the key's usage (RFC 5280, 4.2.1.3). By default an authority's key may sign certificates (bit 5), and any
   * other key may commit to contents (bit 1).
   */
  readonly usages?: readonly number[] | undefined;
  /** @default sha256 */
  readonly digest?: "sha256" | "sha1" | undefined;
}

const oids = { commonName: "2.5.4.3", country: "2.5.4.6", organization: "2.5.4.10", serialNumber: "2.5.4.5" } as const;
const contentCommitment = 1;
const certifying = 5;

/**
 * Returns the identifier that certificates and CMS give to a signature by this key over this digest. A key that is not
 * RSA is taken as EC, and a digest that is not `sha1` as `sha256`.
 */
export function algorithmOf(key: KeyObject, digest: string): AlgorithmIdentifier {
  const rsa = { sha1: "1.2.840.113549.1.1.5", sha256: "1.2.840.113549.1.1.11" };
  const ec = { sha1: "1.2.840.10045.4.1", sha256: "1.2.840.10045.4.3.2" };
  const algorithmId = (key.asymmetricKeyType === "rsa" ? rsa : ec)[digest === "sha1" ? "sha1" : "sha256"];
  return new AlgorithmIdentifier({ algorithmId });
}

function namesOf({ name, document }: Holder): RelativeDistinguishedNames {
  const entries = [
    [oids.country, new PrintableString({ value: "PE" })],
    [oids.organization, new Utf8String({ value: "PRUEBA" })],
    ...(document === undefined ? [] : [[oids.serialNumber, new PrintableString({ value: document })] as const]),
    [oids.commonName, new Utf8String({ value: name })],
  ] as const;
  return new RelativeDistinguishedNames({
    typesAndValues: entries.map(([type, value]) => new AttributeTypeAndValue({ type, value })),
  });
}

function usageExtension(usages: readonly number[]): Extension {
  const bits = usages.reduce((all, bit) => all | (0x80 >> bit), 0);
  const usage = new BitString({ valueHex: Uint8Array.of(bits), unusedBits: 0 });
  return new Extension({ extnID: "2.5.29.15", critical: true, extnValue: usage.toBER(false) });
}

/**
 * Makes a certificate of `key` for the holder `of`, valid from `from` until `until`, and returns it with `key`. The
 * certificate is signed by `by`, or with `key` itself if `by` is absent. Checks nothing: a test may ask for a
 * certificate that no authority would issue.
 */
export function madeCertificate(asked: NewCertificate): Credential {
  const { of, key, by, from, until, isAuthority = false, digest = "sha256" } = asked;
  const certificate = new Certificate();
  const issuerKey = by?.key ?? key;
  certificate.version = 2;
  certificate.serialNumber = new Integer({ valueHex: Uint8Array.from([0x4a, ...randomBytes(11)]) });
  certificate.subject = namesOf(of);
  certificate.issuer = by?.certificate.subject ?? certificate.subject;
  certificate.notBefore.value = new Date(from);
  certificate.notAfter.value = new Date(until);
  certificate.subjectPublicKeyInfo = PublicKeyInfo.fromBER(
    Uint8Array.from(createPublicKey(key).export({ type: "spki", format: "der" })),
  );
  const constraints = new BasicConstraints({ cA: isAuthority });
  certificate.extensions = [
    new Extension({ extnID: "2.5.29.19", critical: true, extnValue: constraints.toSchema().toBER(false) }),
    usageExtension(asked.usages ?? [isAuthority ? certifying : contentCommitment]),
  ];
  certificate.signature = algorithmOf(issuerKey, digest);
  certificate.signatureAlgorithm = algorithmOf(issuerKey, digest);
  const tbs = Buffer.from(certificate.encodeTBS().toBER(false));
  certificate.signatureValue = new BitString({ valueHex: Uint8Array.from(sign(digest, tbs, issuerKey)) });
  // It is parsed again from its bytes, so that what it returns is what a reader gets.
  return { key, certificate: Certificate.fromBER(certificate.toSchema(true).toBER(false)) };
}

/** Returns a certificate as PEM. */
export function pemOf({ certificate }: Pick<Credential, "certificate">): string {
  const base64 = Buffer.from(certificate.toSchema(false).toBER(false)).toString("base64");
  return `-----BEGIN CERTIFICATE-----\n${base64.replaceAll(/.{64}(?=.)/g, "$&\n")}\n-----END CERTIFICATE-----\n`;
}
