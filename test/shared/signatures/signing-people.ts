import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { type Credential, madeCertificate, type NewCertificate, pemOf } from "../../../local/authority/certificates.ts";
import { type CmsSigning, signedCms } from "../../../local/authority/signed-cms.ts";
import { type Appended, signedPdf } from "../../../local/authority/signed-pdf.ts";
import { buildTimePdfRenderer } from "../../../scripts/bundle.ts";
import type { ExpectedSignature } from "../../../shared/signatures/verify-signed-pdf.ts";

const year = { from: "2026-01-01T00:00:00.000Z", until: "2027-12-31T23:59:59.000Z" } as const;
export const issuedAt = "2026-12-24T15:00:00.000Z";
export const signedAt = "2026-12-24T15:10:00.000Z";
const now = "2026-12-24T15:20:00.000Z";
export const document = "00000009";

export const ecKey = (): KeyObject => generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
export const rsaKey = (bits = 2048): KeyObject => generateKeyPairSync("rsa", { modulusLength: bits }).privateKey;

/** Makes a root authority, or what `more` makes of it. */
export function authority(name = "RAÍZ DE PRUEBA", more: Partial<NewCertificate> = {}): Credential {
  return madeCertificate({ of: { name }, key: ecKey(), ...year, isAuthority: true, ...more });
}

/** Makes the certificate of a person, by an authority. */
export function certified(by: Credential, more: Partial<NewCertificate> = {}): Credential {
  const of = { name: `FIRMANTE DE PRUEBA FIR ${document}`, document: `PNOPE-${document}` };
  return madeCertificate({ of, key: ecKey(), by, ...year, ...more });
}

/** Returns how a credential signs at an instant, with the certificates of these issuers in the CMS. */
export function signing(
  credential: Credential,
  issuers: readonly Credential[] = [],
  at: string = signedAt,
): CmsSigning {
  return { ...credential, issuers: issuers.map(({ certificate }) => certificate), at };
}

/** Prints a document with the office's PDF renderer, as it is sent to signature. */
export function frozenPdf(): Promise<Uint8Array> {
  const letterhead = {
    name: "EPS DE PRUEBA",
    legalName: "EPS DE PRUEBA S.A.",
    ruc: "20000000001",
    address: "Calle de prueba 1",
    telephone: "000000",
    regulatorLine: "1899",
  };
  return buildTimePdfRenderer().print({
    letterhead,
    title: "Resolución N.° 00001-2026-MOQ",
    code: "00001-2026-MOQ",
    madeAt: issuedAt,
    blocks: [{ text: "Declarar FUNDADO el reclamo." }],
  });
}

/** Returns a PDF signed by a credential, with what else `more` appends. */
export function signedBy(frozen: Uint8Array, how: CmsSigning, more: Partial<Appended> = {}): Uint8Array {
  return signedPdf(frozen, { at: how.at, cms: (bytes) => signedCms(bytes, how), ...more });
}

export function expecting(
  frozen: Uint8Array,
  root: Credential,
  more: Partial<ExpectedSignature> = {},
): ExpectedSignature {
  return {
    frozen,
    issuedAt,
    now,
    signerDocument: document,
    roots: [pemOf(root)],
    patterns: [
      { attribute: "serialNumber", pattern: "^(?:PNOPE-|IDCPE-|DNI:? ?)?([0-9]{8})$" },
      { attribute: "commonName", pattern: " FIR ([0-9]{8})\\b" },
    ],
    largestShare: 0.08,
    ...more,
  };
}
