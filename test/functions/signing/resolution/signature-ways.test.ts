import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { api } from "../../../../functions/runtime/api.ts";
import { signing as signingOf } from "../../../../functions/signing/signing.ts";
import { type Credential, pemOf } from "../../../../local/authority/certificates.ts";
import { toUsted } from "../../../../shared/contract/counter/to-usted.ts";
import * as signingRoutes from "../../../../shared/contract/resolution/signing-routes.ts";
import { lastEntry } from "../../../../shared/domain/case/case-events.ts";
import type { AttachmentState } from "../../../../shared/domain/filing/claim-form.ts";
import type { SignatureWay } from "../../../../shared/domain/resolution/signature.ts";
import { signatureRefusals } from "../../../../shared/signatures/signature-refusals.ts";
import { openUploads } from "../../../../shared/storage/attachment/uploads.ts";
import { openTrustedRoots } from "../../../../shared/storage/resolution/trusted-roots.ts";
import { assumed } from "../../../../shared/tenant/tenant-value.ts";
import { mortal } from "../../../doubles/mortal.ts";
import { authority, certified, document as dni, signedBy, signing } from "../../../shared/signatures/signing-people.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { call, originKey, staff } from "../../api-call.ts";
import { drafting, type SigningWorld, signer, signingWorld } from "../signing-world.ts";

const { signResolution } = signingRoutes;
const signedAt = "2026-12-24T15:02:00.000Z";
/** The day after it was sent to signature, at 10:00 in Lima. */
const tomorrow = "2026-12-28T15:00:00.000Z";

let local: TestTables;
let world: SigningWorld;
let root: Credential;
let officer: Credential;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(drafting) });
  world = await signingWorld(local);
  root = authority();
  officer = certified(root);
  await openTrustedRoots(world.claims).add(pemOf(root));
  await register(dni);
});
afterEach(() => {
  vi.useRealTimers();
});

const register = (document: string | undefined) =>
  world.staffRegister.save("MOQ", {
    sub: "signer-1",
    name: "FIRMANTE DE PRUEBA",
    extension: "110",
    roles: ["signer"],
    onDuty: true,
    document,
  });

let uploads = 0;
/** A file one of the staff sent, as its check left it. */
async function sent(
  bytes: Uint8Array,
  { by = "signer-1", state = "received" }: { readonly by?: string; readonly state?: AttachmentState } = {},
): Promise<string> {
  uploads += 1;
  const documentId = `upload-${uploads}`;
  const contentType = "application/pdf";
  const about = { fileName: "firmada.pdf", sizeBytes: bytes.length, sha256: "a".repeat(64), contentType } as const;
  await openUploads(world.claims).announce({ documentId, by, createdAt: drafting, state: "pending", ...about }, 100);
  if (state !== "pending") await openUploads(world.claims).settle(documentId, state);
  world.attachments.kept.set(documentId, bytes);
  return documentId;
}

/** A claim whose resolution waits, and what may be sent as its signature. */
async function waiting() {
  const { claimId, sha256, documentId } = await world.issued();
  const frozen = world.documents.kept.get(documentId) ?? new Uint8Array();
  const entry = lastEntry(await world.events(claimId), "resolution-issued");
  vi.setSystemTime(new Date("2026-12-24T15:04:00.000Z"));
  return { claimId, sha256, documentId, frozen, code: entry?.details.document.verificationCode ?? "" };
}

const sign = (claimId: string, sha256: string, signature: object, more: object = {}) =>
  world.as({ ...signer, at: new Date(Date.now()).toISOString() }, signResolution, claimId, {
    body: { sha256, signature },
    ...more,
  });

const entryOf = async (claimId: string) => lastEntry(await world.events(claimId), "resolution-signed");

describe("with the officer's own certificate", () => {
  it("the signed file becomes the document, sealed, with whose certificate it was and when it was signed", async () => {
    const { claimId, sha256, documentId, frozen, code } = await waiting();
    const bytes = signedBy(frozen, signing(officer, [], signedAt));
    const uploadId = await sent(bytes);
    const { status, body } = await sign(claimId, sha256, { way: "certificate", uploadId });
    expect(status, JSON.stringify(body)).toBe(200);
    const entry = await entryOf(claimId);
    expect(entry).toMatchObject({
      effectiveAt: signedAt,
      details: {
        way: "certificate",
        uploadId,
        document: { kind: "resolution", sizeBytes: bytes.length, verificationCode: code },
        certificate: { document: dni, issuer: "RAÍZ DE PRUEBA" },
      },
    });
    const signedFile = entry?.details.document;
    if (!entry || !signedFile) throw new Error("not signed");
    expect(world.documents.kept.get(signedFile.documentId)).toEqual(bytes);
    expect(world.documents.kept.get(documentId)).toEqual(frozen);
    expect(world.key.vouchesFor(entry.details.seal)).toBe(true);
    expect(JSON.parse(entry.details.seal.statement)).toMatchObject({ sha256: signedFile.sha256, signedAt });
    expect(world.documents.kept.has(`${signedFile.documentId}.seal.json`)).toBe(true);
  });

  it.each<[string, () => Credential, keyof typeof signatureRefusals]>([
    ["another person's certificate", () => certified(root, { of: { name: "OTRA FIR 00000008" } }), "other-person"],
    ["a stranger's authority", () => certified(authority("OTRA")), "untrusted"],
    ["an expired certificate", () => certified(root, { until: "2026-12-24T15:01:00.000Z" }), "expired"],
  ])("is refused in a sentence of its own by %s, and leaves nothing", async (_, of, why) => {
    const { claimId, sha256, frozen } = await waiting();
    const uploadId = await sent(signedBy(frozen, signing(of(), [], signedAt)));
    const before = world.documents.kept.size;
    const { status, body } = await sign(claimId, sha256, { way: "certificate", uploadId });
    expect({ status, detail: body.detail }).toEqual({ status: 409, detail: toUsted(signatureRefusals[why]) });
    expect(await entryOf(claimId)).toBeUndefined();
    expect(world.documents.kept.size).toBe(before);
    expect(world.key.asked).toHaveLength(0);
    // The file is free to be looked at again, and another one is taken.
    const good = await sent(signedBy(frozen, signing(officer, [], signedAt)));
    expect((await sign(claimId, sha256, { way: "certificate", uploadId: good })).status).toBe(200);
  });

  it("is refused on the signed document of another claim", async () => {
    const { frozen } = await waiting();
    vi.setSystemTime(new Date(drafting));
    const other = await waiting();
    const uploadId = await sent(signedBy(frozen, signing(officer, [], signedAt)));
    const { body } = await sign(other.claimId, other.sha256, { way: "certificate", uploadId });
    expect(body.detail).toBe(toUsted(signatureRefusals["other-document"]));
  });

  it("asks who the office knows by their document", async () => {
    await register(undefined);
    const { claimId, sha256, frozen } = await waiting();
    const uploadId = await sent(signedBy(frozen, signing(officer, [], signedAt)));
    const { status, body } = await sign(claimId, sha256, { way: "certificate", uploadId });
    expect([status, body.detail]).toEqual([409, expect.stringContaining("no consta su documento")]);
  });

  it.each([
    ["somebody else's", { by: "clerk-1" }, 404, "vuelva a agregarlo"],
    ["not readable, or not scanned", { state: "unreadable" }, 409, "No pudimos revisar"],
    ["still being checked", { state: "pending" }, 409, "todavía se está revisando"],
  ] as const)("does not take a file that is %s", async (_, how, status, words) => {
    const { claimId, sha256, frozen } = await waiting();
    const uploadId = await sent(signedBy(frozen, signing(officer, [], signedAt)), how);
    const answer = await sign(claimId, sha256, { way: "certificate", uploadId });
    expect([answer.status, answer.body.detail]).toEqual([status, expect.stringContaining(words)]);
  });

  it("is one act: again it is the same, and no other file is taken after it", async () => {
    const { claimId, sha256, frozen } = await waiting();
    const { head } = await world.file(claimId);
    const uploadId = await sent(signedBy(frozen, signing(officer, [], signedAt)));
    const again = { key: "one-signature-one-key", version: head.version };
    expect((await sign(claimId, sha256, { way: "certificate", uploadId }, again)).status).toBe(200);
    expect((await sign(claimId, sha256, { way: "certificate", uploadId }, again)).status).toBe(200);
    expect(world.key.asked).toHaveLength(1);
    const other = await sent(signedBy(frozen, signing(officer, [], "2026-12-24T15:03:00.000Z")));
    const { status } = await sign(claimId, sha256, { way: "certificate", uploadId: other });
    expect(status).toBe(409);
    expect((await world.events(claimId)).filter(({ type }) => type === "resolution-signed")).toHaveLength(1);
  });

  it("killed at any call leaves all of it or nothing, and sent again it is done", async () => {
    const { claimId, sha256, frozen } = await waiting();
    const bytes = signedBy(frozen, signing(officer, [], signedAt));
    const uploadId = await sent(bytes);
    const { head } = await world.file(claimId);
    const request = {
      body: { sha256, signature: { way: "certificate", uploadId } },
      params: { claimId },
      claims: { ...staff("signer"), sub: "signer-1", auth_time: String(Date.now() / 1000) },
      version: head.version,
      key: "killed-and-sent-again",
    };
    for (let death = 2; ; death += 1) {
      const life = mortal({ nth: Math.floor(death / 2), when: death % 2 === 0 ? "before" : "after" });
      const { deps } = world;
      const dying = {
        ...deps,
        caseFiles: { ...deps.caseFiles, ...life.wrap({ append: deps.caseFiles.append, read: deps.caseFiles.read }) },
        documents: life.wrap(deps.documents),
        seals: life.wrap(deps.seals),
      };
      const { status } = await call(api(signingRoutes, signingOf(dying), { originKey }), signResolution, request);
      const entry = await entryOf(claimId);
      if (entry) expect(world.documents.kept.get(entry.details.document?.documentId ?? "")).toEqual(bytes);
      if (status === 200) break;
      expect(death, "it never lives to its end").toBeLessThan(40);
    }
    expect((await world.events(claimId)).filter(({ type }) => type === "resolution-signed")).toHaveLength(1);
    const entry = await entryOf(claimId);
    expect(world.documents.kept.has(`${entry?.details.document?.documentId}.seal.json`)).toBe(true);
  });
});

describe("by hand", () => {
  const scan = Buffer.from("%PDF-1.4 un escaneo");
  const attachment = async (code: string, more: object = {}) => ({
    way: "hand",
    uploadId: await sent(scan),
    folio: "123",
    cites: code,
    signedOn: "2026-12-24",
    ...more,
  });

  const look = (claimId: string, documentId: string, seen: object, by = "clerk-1") =>
    world.as({ sub: by, role: "clerk" }, signingRoutes.confirmHandSignature, claimId, {
      params: { claimId, documentId },
      body: { look: seen },
    });

  it("the scan becomes the document, with its folio and the code it cites, once another person has seen it", async () => {
    const { claimId, sha256, documentId, code } = await waiting();
    const spaced = code.toLowerCase().replaceAll("-", " ");
    const { status, body } = await sign(claimId, sha256, await attachment(spaced));
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body).toMatchObject({ state: "in-resolution", outcome: "to-confirm" });
    expect(await entryOf(claimId)).toBeUndefined();
    expect(lastEntry(await world.events(claimId), "hand-signature-claimed")).toMatchObject({
      effectiveAt: "2026-12-24T15:04:00.000Z",
      by: { sub: "signer-1" },
      details: {
        scan: { sizeBytes: scan.length },
        uploadId: expect.any(String),
        hand: { folio: "123", cites: code, signedOn: "2026-12-24" },
      },
    });
    const again = await sign(claimId, sha256, { way: "second-factor" });
    expect([again.status, again.body.detail]).toEqual([409, expect.stringContaining("Falta que otra persona")]);
    const seen = await look(claimId, documentId, { shows: true, cites: spaced, folio: " 123" });
    expect(seen.status, seen.text).toBe(200);
    expect(seen.body).toMatchObject({ state: "resolved", outcome: "signed" });
    const entry = await entryOf(claimId);
    expect(entry).toMatchObject({
      effectiveAt: "2026-12-24T15:04:00.000Z",
      by: { sub: "signer-1" },
      details: {
        way: "hand",
        signer: "FIRMANTE DE PRUEBA",
        secondPerson: { sub: "clerk-1" },
        hand: { folio: "123", cites: code, signedOn: "2026-12-24" },
        document: { sizeBytes: scan.length },
      },
    });
    if (!entry) throw new Error("not signed");
    expect(world.key.vouchesFor(entry.details.seal)).toBe(true);
    expect(world.documents.kept.has(`${entry.details.document?.documentId}.seal.json`)).toBe(true);
  });

  it("is cited by the beginning of the SHA-256 that a hand wrote on it, for who signs and for who looks", async () => {
    const { claimId, sha256, documentId } = await waiting();
    const written = sha256.slice(0, 8).toUpperCase();
    expect((await sign(claimId, sha256, await attachment(written))).status).toBe(200);
    const seen = (cites: string) => look(claimId, documentId, { shows: true, cites, folio: "123" });
    for (const wrong of [sha256.slice(0, 7), sha256.slice(1, 9)]) expect((await seen(wrong)).status).toBe(409);
    expect((await seen(`${written.slice(0, 4)} ${written.slice(4)}`)).status).toBe(200);
    expect(await entryOf(claimId)).toBeDefined();
  });

  it.each([
    ["too little of the SHA-256", (sha256: string) => sha256.slice(0, 7)],
    ["another's SHA-256", (sha256: string) => sha256.slice(1, 9)],
  ])("is refused with %s", async (_, cites) => {
    const { claimId, sha256 } = await waiting();
    expect((await sign(claimId, sha256, await attachment(cites(sha256)))).status).toBe(409);
    expect(await entryOf(claimId)).toBeUndefined();
  });

  it.each([
    [
      "another code",
      { cites: "AAAA-AAAA-AAAA-AAAA", folio: "123" },
      "clerk-1",
      "no es del documento que dice quien firmó",
    ],
    ["another folio", { folio: "124" }, "clerk-1", "no es del documento que dice quien firmó"],
    ["the signer's own eyes", { folio: "123" }, "signer-1", "no quien firmó"],
  ])("does not count with %s", async (_, seen, by, words) => {
    const { claimId, sha256, documentId, code } = await waiting();
    await sign(claimId, sha256, await attachment(code));
    const { status, body } = await look(claimId, documentId, { shows: true, cites: code, ...seen }, by);
    expect([status, body.detail]).toEqual([409, expect.stringContaining(words)]);
    expect(await entryOf(claimId)).toBeUndefined();
  });

  it("that the scan does not show waits for a signature again, by any way", async () => {
    const { claimId, sha256, documentId, code } = await waiting();
    await sign(claimId, sha256, await attachment(code));
    const { status, body } = await look(claimId, documentId, { shows: false, reason: "Falta la segunda hoja." });
    expect([status, body.outcome, body.state]).toEqual([200, "to-sign", "in-resolution"]);
    expect((await look(claimId, documentId, { shows: true, cites: code, folio: "123" })).status).toBe(404);
    const signed = await sign(claimId, sha256, { way: "second-factor" });
    expect(signed.body).toMatchObject({ state: "resolved", outcome: "signed" });
  });

  it("looked at once the silence came counts no more: no late look takes a right away", async () => {
    const { claimId, sha256, documentId, code } = await waiting();
    await sign(claimId, sha256, await attachment(code));
    vi.setSystemTime(new Date("2027-02-15T15:00:00.000Z"));
    const { status, body } = await look(claimId, documentId, { shows: true, cites: code, folio: "123" });
    expect([status, body.detail]).toEqual([409, expect.stringContaining("esa firma ya no puede contar")]);
    expect(await entryOf(claimId)).toBeUndefined();
  });

  it.each(["the frozen document", "another claim's"])(
    "does not take as a scan a document of the office: %s",
    async (whose) => {
      const other = await waiting();
      vi.setSystemTime(new Date(drafting));
      const own = await waiting();
      const { frozen, sha256 } = whose === "the frozen document" ? own : other;
      const index = () => world.deps.verificationIndex.ofBytes(sha256);
      const before = { found: await index(), kept: world.documents.kept.size };
      const uploadId = await sent(frozen);
      const { status, body } = await sign(own.claimId, own.sha256, { ...(await attachment(own.code)), uploadId });
      expect([status, body.detail]).toEqual([409, expect.stringContaining("la oficina ya tiene")]);
      expect({ found: await index(), kept: world.documents.kept.size }).toEqual(before);
    },
  );

  it("on an earlier day, with its reason, it has effect from that day: so the days to notify run", async () => {
    const { claimId, sha256, documentId, code } = await waiting();
    vi.setSystemTime(new Date(tomorrow));
    const { status } = await sign(claimId, sha256, await attachment(code, { reason: "El escáner no funcionaba." }));
    expect(status).toBe(200);
    vi.setSystemTime(new Date("2026-12-29T15:00:00.000Z"));
    expect((await look(claimId, documentId, { shows: true, cites: code, folio: "123" })).status).toBe(200);
    expect(await entryOf(claimId)).toMatchObject({
      effectiveAt: "2026-12-24T17:00:00.000Z",
      recordedAt: "2026-12-29T15:00:00.000Z",
      // To notify it: five working days from the 24th, with the 25th and the New Year off.
      clocks: expect.arrayContaining([expect.objectContaining({ clock: "T09" })]),
    });
  });

  it.each([
    ["another code", { cites: "AAAA-AAAA-AAAA-AAAA" }, drafting, "Ni el código ni la huella son de este documento"],
    ["a day before it was sent", { signedOn: "2026-12-23" }, drafting, "todavía no se había enviado"],
    ["a day to come", { signedOn: "2026-12-29" }, drafting, "todavía no llega"],
    ["an earlier day without a reason", {}, tomorrow, "escriba por qué"],
    ["an earlier day and a blank reason", { reason: "  " }, tomorrow, "escriba por qué"],
  ])("is refused with %s", async (_, more, now, words) => {
    const { claimId, sha256, code } = await waiting();
    vi.setSystemTime(new Date(now));
    const { status, body } = await sign(claimId, sha256, await attachment(code, more));
    expect([status, body.detail]).toEqual([409, expect.stringContaining(words)]);
    expect(await entryOf(claimId)).toBeUndefined();
  });
});

it.each<[SignatureWay, readonly SignatureWay[], number]>([
  ["second-factor", ["certificate", "hand"], 409],
  ["second-factor", ["second-factor"], 200],
  ["hand", ["certificate"], 409],
  ["certificate", ["hand"], 409],
])("%s, where the utility allows %s: %i", async (way, ways, status) => {
  const { claimId, sha256, frozen, code } = await waiting();
  const uploadId = await sent(signedBy(frozen, signing(officer, [], signedAt)));
  const all = {
    certificate: { way, uploadId },
    hand: { way, uploadId, folio: "1", cites: code, signedOn: "2026-12-24" },
    "second-factor": { way },
  };
  const tenant = { ...world.deps.tenant, signature: { ...world.deps.tenant.signature, ways: assumed(ways, "a test") } };
  const handler = api(signingRoutes, signingOf({ ...world.deps, tenant }), { originKey });
  const answer = await call(handler, signResolution, {
    params: { claimId },
    claims: { ...staff("signer"), sub: "signer-1", auth_time: String(Date.now() / 1000) },
    version: (await world.file(claimId)).head.version,
    body: { sha256, signature: all[way] },
  });
  expect(answer.status, answer.text).toBe(status);
});
