import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { pemOf } from "../../../local/authority/certificates.ts";
import { cadesAttributes, cmsOf, signerInfoOf } from "../../../local/authority/signed-cms.ts";
import { signatureRefusals } from "../../../shared/signatures/signature-refusals.ts";
import { type ExpectedSignature, verifySignedPdf } from "../../../shared/signatures/verify-signed-pdf.ts";
import { named, ofCertificate, ofFile, ofRevisions, ofSignature } from "./hostile-signatures.ts";
import { frozen, officer, root, signFrozen } from "./signed-world.ts";
import {
  authority,
  certified,
  document,
  ecKey,
  expecting,
  issuedAt,
  rsaKey,
  signedAt,
  signedBy,
  signing,
} from "./signing-people.ts";

signFrozen();

describe("a signature is accepted", () => {
  it.each([
    ["ECDSA on P-256", ecKey],
    ["RSA of 2048 bits", rsaKey],
  ])("by %s, of the officer, on the frozen document", async (_, key) => {
    const own = certified(root, { key: key() });
    const verified = await verifySignedPdf(signedBy(frozen, signing(own)), expecting(frozen, root));
    expect(verified).toEqual({
      ok: true,
      value: {
        signedAt,
        certificate: {
          name: `FIRMANTE DE PRUEBA FIR ${document}`,
          document,
          issuer: "RAÍZ DE PRUEBA",
          serial: expect.stringMatching(/^4a[0-9a-f]{22}$/),
          fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
          validFrom: "2026-01-01T00:00:00.000Z",
          validUntil: "2027-12-31T23:59:59.000Z",
        },
      },
    });
  });

  it.each<[string, () => readonly [Uint8Array, Partial<ExpectedSignature>?]]>([
    [
      "of a certificate by an intermediate authority",
      () => {
        const between = authority("INTERMEDIA DE PRUEBA", { by: root });
        return [signedBy(frozen, signing(certified(between), [between]))];
      },
    ],
    [
      "of a certificate by one of several roots",
      () => [signedBy(frozen, signing(officer)), { roots: [pemOf(authority("OTRA")), pemOf(root)] }],
    ],
    [
      "in the older form of detached signatures",
      () => [signedBy(frozen, signing(officer), { subFilter: "adbe.pkcs7.detached" })],
    ],
    [
      "that states its time outside the CMS only",
      () => [
        signedBy(frozen, signing(officer), {
          cms: (bytes) => {
            const attributes = cadesAttributes(bytes, signing(officer)).filter(({ type }) => !type.endsWith(".9.5"));
            return cmsOf([signerInfoOf(signing(officer), attributes)], [officer.certificate]);
          },
        }),
      ],
    ],
    [
      "in the very second it was sent to signature",
      () => [signedBy(frozen, signing(officer, [], issuedAt)), { issuedAt: "2026-12-24T15:00:00.900Z" }],
    ],
    [
      "whose certificate expired since",
      () => [signedBy(frozen, signing(certified(root, { until: "2026-12-24T15:15:00.000Z" })))],
    ],
    [
      "with new metadata and an entry that a program added to the root",
      () => [
        signedBy(frozen, signing(officer), {
          entries: { root: "/Extensions << /ADBE << /BaseVersion /1.7 /ExtensionLevel 8 >> >>" },
        }),
      ],
    ],
  ])("%s", async (_, made) => {
    const [bytes, more] = made();
    expect(await verifySignedPdf(bytes, expecting(frozen, root, more))).toMatchObject({ ok: true });
  });
});

it("a CMS made by OpenSSL is accepted if its root is trusted, and refused otherwise", async () => {
  const bytes = await readFile(join(import.meta.dirname, "openssl-signed.pdf"));
  const first = bytes.subarray(0, bytes.indexOf("%%EOF\n") + "%%EOF\n".length);
  const expected = expecting(first, root, { issuedAt: "2026-11-25T15:00:00.000Z" });
  const own = { ...expected, roots: [await readFile(join(import.meta.dirname, "openssl-root.pem"), "utf8")] };
  expect(await verifySignedPdf(bytes, own)).toMatchObject({ ok: true, value: { certificate: { document } } });
  expect(await verifySignedPdf(bytes, expected)).toEqual({ ok: false, error: "untrusted" });
});

describe("a file that is not the frozen document with one signature is refused", () => {
  it.each(named([...ofFile, ...ofRevisions]))("$why: $refusal", async ({ refusal, made, more }) => {
    expect(await verifySignedPdf(made(), expecting(frozen, root, more))).toEqual({ ok: false, error: refusal });
  });
});

describe("a signature that is wrong in itself is refused", () => {
  it.each(named(ofSignature))("$why: $refusal", async ({ refusal, made, more }) => {
    expect(await verifySignedPdf(made(), expecting(frozen, root, more))).toEqual({ ok: false, error: refusal });
  });
});

describe("a signature by a certificate that does not count is refused", () => {
  it.each(named(ofCertificate))("$why: $refusal", async ({ refusal, made, more }) => {
    expect(await verifySignedPdf(made(), expecting(frozen, root, more))).toEqual({ ok: false, error: refusal });
  });
});

it("every refusal has a case here and a sentence of its own", () => {
  const tried = new Set([...ofFile, ...ofRevisions, ...ofSignature, ...ofCertificate].map(([, refusal]) => refusal));
  expect([...tried].toSorted()).toEqual(Object.keys(signatureRefusals).toSorted());
  expect(new Set(Object.values(signatureRefusals)).size).toBe(tried.size);
});
