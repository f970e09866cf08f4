import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { Certificate } from "pkijs";
import * as z from "zod";
import { seededStaff } from "../people.ts";
import type { Records } from "../records.ts";
import { type Credential, madeCertificate, pemOf } from "./certificates.ts";
import { signedCms } from "./signed-cms.ts";
import { signedPdf } from "./signed-pdf.ts";

/** A certificate authority without legal value, whose certificates serve to try out the signature. */
export interface TestAuthority {
  /** Its root certificate, PEM. */
  readonly root: string;
  /**
   * Returns the PDF signed with the seeded signer's certificate, as their own signing program would outside the office.
   */
  sign(pdf: Uint8Array): Uint8Array;
}

const name = "AUTORIDAD DE PRUEBA — SIN VALOR LEGAL";
const kept = z.object({ key: z.string(), certificate: z.string() });

/**
 * Opens a stack's test authority. The first time, makes the keys and certificates of the authority and of the seeded
 * signer, and stores them in `records`; later, reads these, so the root stays the same. A new certificate is valid from
 * two years before the year of `now` until 20 years after it. Each signature has the instant of `now`.
 */
export function openTestAuthority(records: Records, now: () => string): TestAuthority {
  const year = Number(now().slice(0, 4));
  const life = { from: `${year - 2}-01-01T00:00:00.000Z`, until: `${year + 20}-01-01T00:00:00.000Z` };
  const credential = (of: string, make: (key: Credential["key"]) => Credential): Credential => {
    if (!records.get(of)) {
      const { key, certificate } = make(generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey);
      records.set(of, {
        key: key.export({ type: "pkcs8", format: "pem" }),
        certificate: Buffer.from(certificate.toSchema(false).toBER(false)).toString("base64"),
      });
    }
    const { key, certificate } = kept.parse(records.get(of));
    return {
      key: createPrivateKey(key),
      certificate: Certificate.fromBER(Uint8Array.from(Buffer.from(certificate, "base64"))),
    };
  };
  const root = credential("root", (key) => madeCertificate({ of: { name }, key, ...life, isAuthority: true }));
  const { name: person, document } = seededStaff.signer;
  const signer = credential("signer", (key) =>
    madeCertificate({
      of: { name: `${person} FIR ${document}`, document: `PNOPE-${document}` },
      key,
      by: root,
      ...life,
    }),
  );
  return {
    root: pemOf(root),
    sign: (pdf) => {
      const at = now();
      return signedPdf(pdf, { at, cms: (bytes) => signedCms(bytes, { ...signer, issuers: [root.certificate], at }) });
    },
  };
}
