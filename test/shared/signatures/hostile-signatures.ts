import { OctetString } from "asn1js";
import { Attribute } from "pkijs";
import { type Credential, madeCertificate } from "../../../local/authority/certificates.ts";
import { cadesAttributes, cmsOf, signedCms, signerInfoOf } from "../../../local/authority/signed-cms.ts";
import { objectText, revision } from "../../../local/authority/signed-pdf.ts";
import type { SignatureRefusal } from "../../../shared/signatures/signature-refusals.ts";
import type { ExpectedSignature } from "../../../shared/signatures/verify-signed-pdf.ts";
import { bytesOf, changed, changedFirst, frozen, latin, officer, pageOf, root, rootOf } from "./signed-world.ts";
import { authority, certified, document, ecKey, rsaKey, signedBy, signing } from "./signing-people.ts";

export type Hostile = readonly [
  why: string,
  refusal: SignatureRefusal,
  made: () => Uint8Array,
  more?: Partial<ExpectedSignature>,
];

export const named = (rows: readonly Hostile[]) =>
  rows.map(([why, refusal, made, more]) => ({ why, refusal, made, more }));

/** Returns the page object with these boxes as its annotations. */
const boxed = (file: string, boxes: readonly number[]): string =>
  objectText(file, pageOf(file)).replace(/>>$/, `/Annots [${boxes.map((box) => `${box} 0 R`).join(" ")}] >>`);

/** Returns a signed document with further signature fields, which nobody signed. */
function withFields(count: number, { areShown }: { readonly areShown: boolean }): Uint8Array {
  return signedBy(frozen, signing(officer), {
    more: (free, file) => {
      const empty = Array.from({ length: count }, (_, at) => free + at);
      const field = (at: number) =>
        `<< /Type /Annot /Subtype /Widget /FT /Sig /T (F${at}) /Rect [0 ${at * 70} 595 ${at * 70 + 60}] >>`;
      const all = [free - 1, ...empty].map((one) => `${one} 0 R`).join(" ");
      return new Map([
        [rootOf(file), objectText(file, rootOf(file)).replace(/>>$/, `/AcroForm << /Fields [${all}] >> >>`)],
        [pageOf(file), boxed(file, [free - 1, ...(areShown ? empty : [])])],
        ...empty.map((one, at) => [one, field(at)] as const),
      ]);
    },
  });
}

export const ofFile: readonly Hostile[] = [
  ["nothing at all", "not-a-pdf", () => new Uint8Array()],
  ["a photo", "not-a-pdf", () => bytesOf("\u00ff\u00d8\u00ff".repeat(20_000))],
  ["cut before its end", "not-a-pdf", () => signedBy(frozen, signing(officer)).slice(0, -60)],
  ["the document without a signature", "unsigned", () => frozen],
  ["the document with one more line end", "unsigned", () => bytesOf(`${latin(frozen)}\n`)],
  [
    "a byte of the first revision changed after signing",
    "other-document",
    () => changed(signedBy(frozen, signing(officer)), 900),
  ],
  [
    "a byte of the first revision changed before signing",
    "other-document",
    () => signedBy(changed(frozen, 900), signing(officer)),
  ],
  [
    "a revision that changes nothing and signs nothing",
    "unsigned",
    () => bytesOf(revision(latin(frozen), new Map([[900, "<< >>"]]), rootOf(latin(frozen)))),
  ],
  [
    "bytes after the signed revision",
    "unreadable",
    () => bytesOf(`${latin(signedBy(frozen, signing(officer)))}% and more`),
  ],
  [
    "a byte of the signed part changed",
    "other-bytes",
    () => changed(signedBy(frozen, signing(officer)), latin(signedBy(frozen, signing(officer))).indexOf("(Firma)") + 1),
  ],
];

export const ofRevisions: readonly Hostile[] = [
  [
    "a revision appended after the signature",
    "not-whole",
    () => {
      const signed = latin(signedBy(frozen, signing(officer)));
      return bytesOf(revision(signed, new Map([[900, "<< /Type /Metadata >>"]]), rootOf(signed)));
    },
  ],
  [
    "a page's content replaced before signing",
    "page-changed",
    () =>
      changedFirst(
        (file) =>
          new Map([
            [pageOf(file), objectText(file, pageOf(file)).replace(/\/Contents \d+ 0 R/, "/Contents 900 0 R")],
            [900, "<< /Length 4 >>\nstream\nq Q \nendstream"],
          ]),
      ),
  ],
  [
    "the stream of a page replaced before signing",
    "document-changed",
    () =>
      changedFirst((file) => {
        const [, content] = /\/Contents (\d+) 0 R/.exec(objectText(file, pageOf(file))) ?? [];
        return new Map([[Number(content), "<< /Length 4 >>\nstream\nq Q \nendstream"]]);
      }),
  ],
  [
    "a font replaced before signing",
    "document-changed",
    () => changedFirst((file) => new Map([[Number(/\/F1 (\d+) 0 R/.exec(file)?.[1]), "<< /Type /Font >>"]])),
  ],
  [
    "the tree of pages replaced",
    "document-changed",
    () =>
      changedFirst(
        (file) =>
          new Map([
            [
              Number(/\/Pages (\d+) 0 R/.exec(file)?.[1]),
              objectText(file, Number(/\/Pages (\d+) 0 R/.exec(file)?.[1])).replace("/Count 1", "/Count 0"),
            ],
          ]),
      ),
  ],
  [
    "an entry of the root that opens something",
    "document-changed",
    () => signedBy(frozen, signing(officer), { entries: { root: "/OpenAction << /S /URI >>" } }),
  ],
  [
    "an entry added to the page",
    "page-changed",
    () => signedBy(frozen, signing(officer), { entries: { page: "/Rotate 180" } }),
  ],
  [
    "a note on the page besides the signature",
    "page-changed",
    () =>
      signedBy(frozen, signing(officer), {
        more: (free, file) => {
          const page = objectText(file, pageOf(file)).replace(/>>$/, `/Annots [${free - 1} 0 R ${free} 0 R] >>`);
          return new Map([
            [pageOf(file), page],
            [free, "<< /Type /Annot /Subtype /FreeText /Rect [0 0 9 9] >>"],
          ]);
        },
      }),
  ],
  [
    "small boxes that nobody signed, side by side over the page",
    "page-changed",
    () => withFields(12, { areShown: true }),
  ],
  ["a field that nobody signed and that no page shows", "document-changed", () => withFields(1, { areShown: false })],
  [
    "the box of the signature twice",
    "page-changed",
    () =>
      signedBy(frozen, signing(officer), {
        more: (free, file) => new Map([[pageOf(file), boxed(file, [free - 1, free - 1])]]),
      }),
  ],
  ["a box that covers the page", "seal-too-large", () => signedBy(frozen, signing(officer), { box: [0, 0, 595, 842] })],
  [
    "a box a little over what it may cover",
    "seal-too-large",
    () => signedBy(frozen, signing(officer), { box: [0, 0, 595, 70] }),
  ],
  [
    "a field with an action",
    "document-changed",
    () => signedBy(frozen, signing(officer), { entries: { field: "/AA << >> " } }),
  ],
  [
    "an object packed in a stream",
    "packed-objects",
    () =>
      signedBy(frozen, signing(officer), {
        more: (free) => new Map([[free, "<< /Type /ObjStm /N 0 /First 0 /Length 0 >>\nstream\n\nendstream"]]),
      }),
  ],
  [
    "an entry twice in a dictionary",
    "unreadable",
    () => signedBy(frozen, signing(officer), { more: (free) => new Map([[free, "<< /A 1 /A 2 >>"]]) }),
  ],
  [
    "values nested without end",
    "unreadable",
    () => signedBy(frozen, signing(officer), { more: (free) => new Map([[free, "[".repeat(5000)]]) }),
  ],
  [
    "an object its table does not list",
    "unreadable",
    () =>
      bytesOf(
        latin(frozen) +
          latin(signedBy(frozen, signing(officer)))
            .slice(frozen.length)
            .replace("\nxref\n", "\n901 0 obj\n<< >>\nendobj\nxref\n"),
      ),
  ],
  [
    "a revision that names another previous table",
    "unreadable",
    () => bytesOf(latin(signedBy(frozen, signing(officer))).replace(/\/Prev \d/, "/Prev 9")),
  ],
];

export const ofSignature: readonly Hostile[] = [
  [
    "a range that leaves a hole",
    "not-whole",
    () => signedBy(frozen, signing(officer), { range: ([a = 0, b = 0, c = 0, d = 0]) => [a, b - 50, c, d] }),
  ],
  [
    "a range that ends before the file",
    "not-whole",
    () => signedBy(frozen, signing(officer), { range: ([a = 0, b = 0, c = 0, d = 0]) => [a, b, c, d - 20] }),
  ],
  [
    "a range of the first revision alone",
    "not-whole",
    () => signedBy(frozen, signing(officer), { range: ([a = 0]) => [a, frozen.length, frozen.length, 0] }),
  ],
  [
    "a range of three pieces",
    "not-whole",
    () =>
      signedBy(frozen, signing(officer), { range: ([a = 0, b = 0, c = 0, d = 0]) => [a, b, c, d - 9, c + d - 9, 9] }),
  ],
  [
    "the form of a time stamp",
    "signature-form",
    () => signedBy(frozen, signing(officer), { subFilter: "ETSI.RFC3161" }),
  ],
  [
    "the form that signs SHA-1",
    "signature-form",
    () => signedBy(frozen, signing(officer), { subFilter: "adbe.pkcs7.sha1" }),
  ],
  [
    "two signatures in two revisions",
    "two-signatures",
    () => {
      const first = latin(signedBy(frozen, signing(officer)));
      const field = Number(/\/Fields \[(\d+) 0 R/.exec(first)?.[1]);
      return signedBy(frozen, signing(officer), {
        more: (free, file) =>
          new Map([
            [free, objectText(first, field - 1)],
            [
              rootOf(file),
              objectText(file, rootOf(file)).replace(/>>$/, `/AcroForm << /Fields [${free - 1} 0 R] >> >>`),
            ],
          ]),
      });
    },
  ],
  [
    "two signers in one CMS",
    "two-signatures",
    () =>
      signedBy(frozen, signing(officer), {
        cms: (bytes) => {
          const info = signerInfoOf(signing(officer), cadesAttributes(bytes, signing(officer)));
          return cmsOf([info, info], [officer.certificate]);
        },
      }),
  ],
  [
    "a CMS without a signer",
    "broken-signature",
    () => signedBy(frozen, signing(officer), { cms: () => cmsOf([], [officer.certificate]) }),
  ],
  [
    "no bytes where the signature belongs",
    "broken-signature",
    () => signedBy(frozen, signing(officer), { cms: () => new Uint8Array() }),
  ],
  [
    "noise where the signature belongs",
    "broken-signature",
    () =>
      signedBy(frozen, signing(officer), {
        cms: () => Uint8Array.from({ length: 500 }, (_, index) => (index * 37) % 251),
      }),
  ],
  [
    "a good signature with noise after it",
    "broken-signature",
    () =>
      signedBy(frozen, signing(officer), {
        cms: (bytes) => Buffer.concat([signedCms(bytes, signing(officer)), Buffer.from("00ff", "hex")]),
      }),
  ],
  [
    "a signature of another document",
    "other-bytes",
    () => signedBy(frozen, signing(officer), { cms: () => signedCms(Buffer.from("otra cosa"), signing(officer)) }),
  ],
  [
    "no signed attributes",
    "no-signed-attributes",
    () =>
      signedBy(frozen, signing(officer), {
        cms: (bytes) =>
          cmsOf(
            [
              Object.assign(signerInfoOf(signing(officer), cadesAttributes(bytes, signing(officer))), {
                signedAttrs: undefined,
              }),
            ],
            [officer.certificate],
          ),
      }),
  ],
  [
    "no digest among the signed attributes",
    "no-signed-attributes",
    () => withAttributes((all) => all.filter(({ type }) => !type.endsWith(".9.4"))),
  ],
  [
    "the digest twice among the signed attributes",
    "no-signed-attributes",
    () =>
      withAttributes((all) => [
        ...all,
        new Attribute({ type: "1.2.840.113549.1.9.4", values: [new OctetString({ valueHex: new Uint8Array(32) })] }),
      ]),
  ],
  [
    "signed attributes that do not name the certificate",
    "other-certificate",
    () => withAttributes((all) => all.filter(({ type }) => !type.endsWith(".2.47"))),
  ],
  [
    "signed attributes that name another certificate",
    "other-certificate",
    () =>
      signedBy(frozen, signing(officer), {
        cms: (bytes) =>
          cmsOf(
            [signerInfoOf(signing(officer), cadesAttributes(bytes, signing(certified(root))))],
            [officer.certificate],
          ),
      }),
  ],
  [
    "the digest SHA-1",
    "weak-algorithm",
    () =>
      signedBy(frozen, signing(officer), {
        cms: (bytes) =>
          cmsOf(
            [signerInfoOf(signing(officer), cadesAttributes(bytes, signing(officer)), "sha1")],
            [officer.certificate],
          ),
      }),
  ],
  ["a key RSA of 1024 bits", "weak-algorithm", () => signedBy(frozen, signing(certified(root, { key: rsaKey(1024) })))],
  [
    "made with another key than the certificate's",
    "wrong-signature",
    () => signedBy(frozen, signing({ ...officer, key: ecKey() })),
  ],
  [
    "made with another kind of key than the certificate's",
    "wrong-signature",
    () => signedBy(frozen, signing({ ...officer, key: rsaKey() })),
  ],
  [
    "no certificate in the CMS",
    "no-certificate",
    () =>
      signedBy(frozen, signing(officer), {
        cms: (bytes) => cmsOf([signerInfoOf(signing(officer), cadesAttributes(bytes, signing(officer)))], []),
      }),
  ],
];

function withAttributes(change: (all: readonly Attribute[]) => readonly Attribute[]): Uint8Array {
  return signedBy(frozen, signing(officer), {
    cms: (bytes) =>
      cmsOf([signerInfoOf(signing(officer), change(cadesAttributes(bytes, signing(officer))))], [officer.certificate]),
  });
}

/** A self-signed certificate with the officer's name. */
const selfSigned = (): Credential =>
  madeCertificate({
    of: { name: `FIRMANTE DE PRUEBA FIR ${document}`, document: `PNOPE-${document}` },
    key: ecKey(),
    from: "2026-01-01T00:00:00.000Z",
    until: "2027-01-01T00:00:00.000Z",
  });

export const ofCertificate: readonly Hostile[] = [
  [
    "of an authority nobody trusts, with the name of the trusted one",
    "untrusted",
    () => signedBy(frozen, signing(certified(authority()), [authority()])),
  ],
  ["self-signed", "untrusted", () => signedBy(frozen, signing(selfSigned()))],
  ["when no authority is trusted", "untrusted", () => signedBy(frozen, signing(officer)), { roots: [] }],
  ["issued by a person's certificate", "untrusted", () => signedBy(frozen, signing(certified(officer), [officer]))],
  [
    "issued by an authority that may not certify",
    "untrusted",
    () => {
      const between = authority("INTERMEDIA", { by: root, usages: [0] });
      return signedBy(frozen, signing(certified(between), [between]));
    },
  ],
  [
    "issued by an authority whose certificate is not in the CMS",
    "untrusted",
    () => signedBy(frozen, signing(certified(authority("INTERMEDIA", { by: root })))),
  ],
  ["certified with SHA-1", "weak-algorithm", () => signedBy(frozen, signing(certified(root, { digest: "sha1" })))],
  [
    "expired when it signed",
    "expired",
    () => signedBy(frozen, signing(certified(root, { until: "2026-12-24T15:09:59.000Z" }))),
  ],
  [
    "not valid yet when it signed",
    "not-yet-valid",
    () => signedBy(frozen, signing(certified(root, { from: "2026-12-24T15:10:01.000Z" }))),
  ],
  [
    "that is to encipher, not to sign",
    "not-for-signing",
    () => signedBy(frozen, signing(certified(root, { usages: [2] }))),
  ],
  [
    "of an authority, which signs certificates",
    "not-for-signing",
    () => signedBy(frozen, signing(authority(`FIRMANTE FIR ${document}`, { by: root, usages: [1, 5] }))),
  ],
  ["the root itself", "not-for-signing", () => signedBy(frozen, signing(root))],
  [
    "without an identity document",
    "no-document",
    () => signedBy(frozen, signing(certified(root, { of: { name: "FIRMANTE DE PRUEBA" } }))),
  ],
  [
    "with two identity documents",
    "no-document",
    () => signedBy(frozen, signing(certified(root, { of: { name: "FIRMANTE FIR 00000008", document: "00000009" } }))),
  ],
  [
    "of another person",
    "other-person",
    () =>
      signedBy(
        frozen,
        signing(certified(root, { of: { name: "OTRA DE PRUEBA FIR 00000008", document: "PNOPE-00000008" } })),
      ),
  ],
  [
    "of the officer, in a case of another signer",
    "other-person",
    () => signedBy(frozen, signing(officer)),
    { signerDocument: "00000007" },
  ],
  [
    "that signed before the document was sent to signature",
    "before-issue",
    () => signedBy(frozen, signing(officer, [], "2026-12-24T14:59:58.000Z")),
  ],
  [
    "that signed in the future",
    "in-the-future",
    () => signedBy(frozen, signing(officer, [], "2026-12-24T15:22:01.000Z")),
  ],
  [
    "with no time, neither in the CMS nor outside",
    "no-time",
    () =>
      signedBy(frozen, signing(officer), {
        at: "never",
        cms: (bytes) =>
          cmsOf(
            [
              signerInfoOf(
                signing(officer),
                cadesAttributes(bytes, signing(officer)).filter(({ type }) => !type.endsWith(".9.5")),
              ),
            ],
            [officer.certificate],
          ),
      }),
  ],
];
