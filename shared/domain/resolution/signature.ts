/**
 * How an officer signs: with their own digital certificate, outside Caudal; by hand, on paper that is scanned; or with
 * the second factor of their sign-in alone, which proves who acts in each way.
 */
export const signatureWays = ["certificate", "hand", "second-factor"] as const;
export type SignatureWay = (typeof signatureWays)[number];

/** The most documents signed at once: each must be read first, and nobody reads more. */
export const mostSignedAtOnce = 50;

/** Where an authority's certificates state the number of the holder's document. */
export interface DocumentPattern {
  readonly attribute: "serialNumber" | "commonName";
  /** A regular expression; its first group is the number. */
  readonly pattern: string;
}

/** The holder and the issuer of a certificate. */
export interface SignerCertificate {
  /** The holder's name, and the number of their document. */
  readonly name: string;
  readonly document: string;
  readonly issuer: string;
  /** Hexadecimal. */
  readonly serial: string;
  /** SHA-256 of the certificate, hexadecimal. */
  readonly fingerprint: string;
  readonly validFrom: string;
  readonly validUntil: string;
}

/** A signature on paper: the folio it was filed under, the code of the document it cites, the day it bears. */
export interface HandSignature {
  readonly folio: string;
  readonly cites: string;
  readonly signedOn: string;
  /** Why it is recorded on a later day. */
  readonly reason?: string | undefined;
}
