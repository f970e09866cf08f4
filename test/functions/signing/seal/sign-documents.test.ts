import { unzipSync } from "fflate";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { api } from "../../../../functions/runtime/api.ts";
import { signing as signingOf } from "../../../../functions/signing/signing.ts";
import { type Credential, pemOf } from "../../../../local/authority/certificates.ts";
import { caseNow } from "../../../../shared/casework/case/case-at.ts";
import { shownDocuments } from "../../../../shared/casework/case-copy/shown-documents.ts";
import { sha256Of } from "../../../../shared/casework/seal/issue-document.ts";
import * as signingRoutes from "../../../../shared/contract/resolution/signing-routes.ts";
import { entriesOf, lastEntry } from "../../../../shared/domain/case/case-events.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { openUploads } from "../../../../shared/storage/attachment/uploads.ts";
import { openTrustedRoots } from "../../../../shared/storage/resolution/trusted-roots.ts";
import { mortal } from "../../../doubles/mortal.ts";
import { maria, person } from "../../../shared/casework/case-world.ts";
import { readPdf } from "../../../shared/documents/pdf-reader.ts";
import { authority, certified, document as dni, signedBy, signing } from "../../../shared/signatures/signing-people.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { call, originKey, staff } from "../../api-call.ts";
import { captureLog } from "../../log-lines.ts";
import { drafting, resolver, type SigningWorld, signer, signingWorld } from "../signing-world.ts";

const { signDocuments, listSignatures, downloadToSign, prepareElevation, confirmHandSignature } = signingRoutes;
const later = "2026-12-24T15:04:00.000Z";
const signedAt = "2026-12-24T15:02:00.000Z";

let local: TestTables;
let world: SigningWorld;
let officer: Credential;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(drafting) });
  captureLog();
  world = await signingWorld(local);
  const root = authority();
  officer = certified(root);
  await openTrustedRoots(world.claims).add(pemOf(root));
  const of = { name: "FIRMANTE DE PRUEBA", extension: "110", onDuty: true, document: dni } as const;
  await world.staffRegister.save("MOQ", { ...of, sub: "signer-1", roles: ["signer"] });
}, 30_000);
afterEach(() => void vi.useRealTimers());

const now = () => ({ ...signer, at: new Date(Date.now()).toISOString() });
const clerk = { sub: "clerk-1", role: "clerk" } as const;
/** No claim is in the address of these: any serves to read a version, which they do not ask for. */
const ask = (route: Parameters<SigningWorld["as"]>[1], claimId: string, body: object, more: object = {}) =>
  world.as(now(), route, claimId, { params: {}, body, ...more });
const listed = async (claimId: string, query: object = {}, who: Parameters<SigningWorld["as"]>[0] = signer) =>
  world.as(who, listSignatures, claimId, { params: {}, query: query as Record<string, string> });

async function sent(bytes: Uint8Array, documentId: string): Promise<string> {
  const about = { fileName: `${documentId}.pdf`, sizeBytes: bytes.length, sha256: "a".repeat(64) } as const;
  const uploads = openUploads(world.claims);
  const contentType = "application/pdf";
  await uploads.announce(
    { documentId, by: "signer-1", createdAt: drafting, state: "pending", contentType, ...about },
    100,
  );
  await uploads.settle(documentId, "received");
  world.attachments.kept.set(documentId, bytes);
  return documentId;
}

interface Waiting {
  readonly claimId: string;
  readonly sha256: string;
}

/** Resolutions that wait for their signature. */
async function waiting(count: number): Promise<readonly Waiting[]> {
  const made: Waiting[] = [];
  for (let one = 0; one < count; one += 1) {
    const { claimId, sha256 } = await world.issued();
    made.push({ claimId, sha256 });
  }
  vi.setSystemTime(new Date(later));
  return made;
}

const frozenOf = (sha256: string) => world.documents.kept.get(sha256.slice(0, 32)) ?? new Uint8Array();
const signedFile = (sha256: string) => signedBy(frozenOf(sha256), signing(officer, [], signedAt));
const first = <One>(all: readonly One[]): One => {
  const [one] = all;
  if (one === undefined) throw new Error("there is none");
  return one;
};

describe("several at once, with the officer's certificate", { timeout: 120_000 }, () => {
  it("are downloaded as one file, signed outside, and each is matched by its bytes, in any order and by any name", async () => {
    const documents = await waiting(3);
    const { claimId } = first(documents);
    const shown = (await listed(claimId)).body.documents;
    expect(shown.map(({ result }: { result: unknown }) => result)).toEqual(
      documents.map(() => ({ outcome: "rejected", before: "156.61", after: "156.61" })),
    );
    const reads = vi.spyOn(world.deps.caseFiles, "read");
    const set = await ask(downloadToSign, claimId, { documents });
    expect(set.status, set.text).toBe(200);
    // After the version that the test itself asks for: each case for half the units.
    expect(reads.mock.calls.slice(1).map(([, how]) => how)).toEqual(documents.map(() => "recent"));
    const files = unzipSync(world.sets.kept.get(set.body.url) ?? new Uint8Array());
    expect(Object.values(files).map((bytes) => Buffer.from(bytes))).toEqual(
      documents.map(({ sha256 }) => Buffer.from(frozenOf(sha256))),
    );
    const ids = await Promise.all(
      documents.toReversed().map(({ sha256 }, at) => sent(signedFile(sha256), `file-${at}`)),
    );
    const stray = await sent(Buffer.from("%PDF-1.4 de otra cosa"), "stray");
    const answer = await ask(signDocuments, claimId, {
      documents,
      signature: { way: "certificate", uploadIds: [...ids, stray, "no-file-of-theirs"] },
    });
    expect(answer.status, answer.text).toBe(200);
    expect(answer.body.outcomes).toEqual(documents.map((one) => ({ ...one, outcome: "signed" })));
    expect(answer.body.unmatched).toEqual([
      { uploadId: stray, reason: expect.stringContaining("no es ninguno de los documentos") },
      { uploadId: "no-file-of-theirs", reason: expect.any(String) },
    ]);
    for (const { claimId: of } of documents) {
      const entry = lastEntry(await world.events(of), "resolution-signed");
      expect(entry).toMatchObject({ effectiveAt: signedAt, details: { way: "certificate" } });
      expect(world.documents.kept.has(`${entry?.details.document?.documentId}.seal.json`)).toBe(true);
    }
    expect((await listed(claimId)).body.documents).toEqual([]);
  });

  it("have each their own outcome: one without its file, one signed before, one that nobody sent", async () => {
    const [one, two] = await waiting(2);
    if (!one || !two) throw new Error("two were to wait");
    const before = await ask(signDocuments, one.claimId, { documents: [one], signature: { way: "second-factor" } });
    expect(before.body.outcomes).toEqual([{ ...one, outcome: "signed" }]);
    const unknown = { claimId: two.claimId, sha256: "f".repeat(64) };
    const uploadId = await sent(signedFile(one.sha256), "again");
    const { body } = await ask(signDocuments, one.claimId, {
      documents: [one, two, unknown],
      signature: { way: "certificate", uploadIds: [uploadId] },
    });
    expect(body.outcomes).toEqual([
      { ...one, outcome: "already" },
      { ...two, outcome: "refused", reason: "Falta el archivo firmado de este documento." },
      { ...unknown, outcome: "refused", reason: expect.any(String) },
    ]);
    expect(body.unmatched).toMatchObject([{ uploadId }]);
  });

  it("killed at any call and sent again, each is signed once", { timeout: 120_000 }, async () => {
    const documents = await waiting(2);
    const { claimId } = first(documents);
    const ids = await Promise.all(documents.map(({ sha256 }, at) => sent(signedFile(sha256), `file-${at}`)));
    const request = {
      claims: { ...staff("signer"), sub: "signer-1", auth_time: String(Date.now() / 1000) },
      body: { documents, signature: { way: "certificate", uploadIds: ids } },
      key: "a-batch-killed-and-sent-again",
    };
    let outcomes: readonly { readonly outcome: string }[] = [];
    for (let death = 4; ; death += 3) {
      const life = mortal({ nth: Math.floor(death / 2), when: death % 2 === 0 ? "before" : "after" });
      const { deps } = world;
      const dying = {
        ...deps,
        caseFiles: { ...deps.caseFiles, ...life.wrap({ append: deps.caseFiles.append, read: deps.caseFiles.read }) },
        documents: life.wrap(deps.documents),
        seals: life.wrap(deps.seals),
      };
      const answer = await call(api(signingRoutes, signingOf(dying), { originKey }), signDocuments, request);
      outcomes = answer.body?.outcomes ?? [];
      if (answer.status === 200) break;
      expect(death, "it never lives to its end").toBeLessThan(150);
    }
    // What an earlier try signed is answered as this act's, by its key.
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["signed", "signed"]);
    for (const { claimId: of } of documents) {
      const signed = entriesOf(await world.events(of), "resolution-signed");
      expect(signed).toHaveLength(1);
      expect(world.documents.kept.has(`${signed[0]?.details.document?.documentId}.seal.json`)).toBe(true);
    }
    const again = await ask(signDocuments, claimId, { documents, signature: { way: "second-factor" } });
    expect(again.body.outcomes).toEqual(documents.map((one) => ({ ...one, outcome: "already" })));
  });

  it("of more than fifty are refused with what to do instead", async () => {
    const [one] = await waiting(1);
    if (!one) throw new Error("one was to wait");
    const documents = Array.from({ length: 51 }, (_, at) => ({ ...one, claimId: `${one.claimId}${at}` }));
    for (const [route, body] of [
      [signDocuments, { documents, signature: { way: "second-factor" } }],
      [downloadToSign, { documents }],
    ] as const) {
      const { status, body: problem } = await ask(route, one.claimId, body);
      expect(status).toBe(400);
      expect(problem.errors[0].message).toContain("Elija hasta 50 documentos por vez");
    }
  });
});

describe("the list", () => {
  it("is read page by page, each document once", async () => {
    const [one, two] = (await waiting(2)).toSorted((a, b) => (a.claimId < b.claimId ? -1 : 1));
    if (!one || !two) throw new Error("two were to wait");
    const mine = await listed(one.claimId);
    expect(mine.body.documents).toMatchObject([
      // As the work list: the target to decide is no day on which anything is lost.
      {
        ...{ claimId: one.claimId, kind: "resolution", isOthers: false },
        days: { lostOn: "2027-01-15", left: 14, meta: { act: "decide", on: "2027-01-08", left: 9 } },
      },
      { claimId: two.claimId },
    ]);
    const pages = await listed(one.claimId, { limit: "1" });
    expect(pages.body.documents).toMatchObject([{ claimId: one.claimId }]);
    const next = await listed(one.claimId, { limit: "1", cursor: pages.body.cursor });
    expect(next.body.documents).toMatchObject([{ claimId: two.claimId }]);
    const rest = await listed(one.claimId, { limit: "1", cursor: next.body.cursor });
    expect(rest.body).toEqual({ documents: [], most: 50, ways: expect.any(Array) });
    expect((await listed(one.claimId, { cursor: "nada" })).status).toBe(400);
    expect((await listed(one.claimId, {}, resolver)).status).toBe(403);
  });

  it("has no document signed on paper: it is on that of who looks, without what they must see for themselves", async () => {
    const [one] = await waiting(1);
    if (!one) throw new Error("one was to wait");
    const issued = lastEntry(await world.events(one.claimId), "resolution-issued");
    const uploadId = await sent(Buffer.from("%PDF-1.4 un papel"), "scan");
    const attachment = {
      uploadId,
      folio: "7",
      cites: issued?.details.document.verificationCode,
      signedOn: "2026-12-24",
    };
    const signed = await ask(signDocuments, one.claimId, {
      documents: [one],
      signature: { way: "hand", attachments: [attachment] },
    });
    expect(signed.body.outcomes, signed.text).toEqual([{ ...one, outcome: "to-confirm" }]);
    expect((await listed(one.claimId)).body.documents).toEqual([]);
    const looks = await listed(one.claimId, { waitsFor: "second-look" }, clerk);
    expect(looks.body.documents).toMatchObject([{ claimId: one.claimId, isOthers: false, scanId: expect.any(String) }]);
    expect(JSON.stringify(looks.body)).not.toContain(attachment.cites);
    const seen = await world.as(clerk, confirmHandSignature, one.claimId, {
      params: { claimId: one.claimId, documentId: issued?.details.document.documentId ?? "" },
      body: { look: { shows: true, cites: attachment.cites, folio: "7" } },
    });
    expect(seen.body, seen.text).toMatchObject({ outcome: "signed", state: "resolved" });
    expect((await listed(one.claimId, { waitsFor: "second-look" }, clerk)).body.documents).toEqual([]);
  });
});

describe("a certificate of silence", () => {
  it("is sealed and unsigned first; signed, it moves nothing that the law gave", async () => {
    const [one] = await waiting(1);
    if (!one) throw new Error("one was to wait");
    const { claimId } = one;
    vi.setSystemTime(new Date("2027-02-15T15:00:00.000Z"));
    const stale = await ask(signDocuments, claimId, { documents: [one], signature: { way: "second-factor" } });
    expect(stale.body.outcomes).toMatchObject([{ outcome: "refused", reason: expect.stringContaining("aprobado") }]);
    const bytes = Buffer.from("%PDF-1.4 una constancia");
    const sha256 = sha256Of(bytes);
    const documentId = sha256.slice(0, 32);
    world.documents.kept.set(documentId, bytes);
    const document = {
      documentId,
      kind: "silence-certificate",
      fileName: "silencio.pdf",
      sizeBytes: bytes.length,
    } as const;
    const at = new Date().toISOString();
    const by = { kind: "system", name: "render-documents" } as const;
    const details = { document: { ...document, sha256, verificationCode: "K7QF-2M9X-4TBD-R0ZA" }, corrected: [] };
    await world.write(claimId, at, [{ type: "silence-certified", effectiveAt: at, by, details }]);
    // The resolution that the silence came before is on it no more.
    expect((await listed(claimId)).body.documents).toMatchObject([{ kind: "silence-certificate", sha256 }]);
    const unsigned = shownDocuments(caseNow(await world.file(claimId), world.tenant, at), "claimant");
    expect(unsigned.find(({ document }) => document.kind === "silence-certificate")).toMatchObject({
      document: { documentId },
      unsigned: true,
    });
    const before = (await world.file(claimId)).head.steps;
    const { body } = await ask(signDocuments, claimId, {
      documents: [{ claimId, sha256 }],
      signature: { way: "second-factor" },
    });
    expect(body.outcomes).toEqual([{ claimId, sha256, outcome: "signed" }]);
    const file = await world.file(claimId);
    expect(file.head.steps).toEqual(before);
    expect(lastEntry(file.events, "document-signed")?.clocks).toBeUndefined();
    expect(shownDocuments(caseNow(file, world.tenant, at), "claimant").at(-1)).not.toHaveProperty("unsigned");
    expect((await listed(claimId)).body.documents).toEqual([]);
  });
});

describe("the letter by which a file goes to the tribunal", () => {
  const appealed = "2026-12-30T15:00:00.000Z";
  async function inAppeal(): Promise<string> {
    const [one] = await waiting(1);
    if (!one) throw new Error("one was to wait");
    await ask(signDocuments, one.claimId, { documents: [one], signature: { way: "second-factor" } });
    const at = "2026-12-28T15:00:00.000Z";
    const by = person("clerk-1", "clerk");
    const details = { noticeId: "n1", how: "delivered", photos: [] } as const;
    await world.write(one.claimId, at, [
      {
        type: "resolution-dispatched",
        effectiveAt: at,
        by,
        channel: "personal",
        details: { noticeId: "n1", to: "CALLE FICTICIA 101" },
      },
      { type: "resolution-notified", effectiveAt: at, by, evidence: [], details },
    ]);
    const recourse = { submissionId: "f1", submissionNumber: "MP-1", grounds: "No.", attachments: [] };
    await world.write(one.claimId, appealed, [
      { type: "appeal-filed", effectiveAt: appealed, by: maria, filedOn: calendarDay("2026-12-30"), details: recourse },
    ]);
    vi.setSystemTime(new Date(appealed));
    return one.claimId;
  }

  it("waits by the day of its own term, is signed by another person, and moves nothing", async () => {
    const claimId = await inAppeal();
    const made = await world.as(clerk, prepareElevation, claimId, { body: {} });
    expect(made.status, made.text).toBe(200);
    const text = readPdf(frozenOf(made.body.sha256)).text.replaceAll("\n", " ");
    for (const said of ["Oficio N.° 00001-2026-MOQ: elevación", "MP-1", "sin ella este documento es un proyecto"])
      expect(text).toContain(said);
    const again = await world.as(clerk, prepareElevation, claimId, { body: {} });
    const letters = { office: "MOQ", year: 2026, of: "letters" } as const;
    expect(await world.deps.resolutionNumbers.find(letters, 1)).toMatchObject({ state: "voided" });
    expect(await world.deps.resolutionNumbers.find(letters, 2)).toEqual({ claimId, state: "issued" });
    const { body } = await listed(claimId);
    // The newer replaced the first; five working days from the appeal, without the New Year.
    expect(body.documents).toMatchObject([
      { kind: "elevation-letter", sha256: again.body.sha256, days: { dueOn: "2027-01-07" }, isOthers: false },
    ]);
    const late = await ask(signDocuments, claimId, {
      documents: [{ claimId, sha256: made.body.sha256 }],
      signature: { way: "second-factor" },
    });
    expect(late.body.outcomes).toMatchObject([{ outcome: "refused" }]);
    const signed = await ask(signDocuments, claimId, {
      documents: [{ claimId, sha256: again.body.sha256 }],
      signature: { way: "second-factor" },
    });
    expect(signed.body.outcomes).toMatchObject([{ outcome: "signed" }]);
    const entry = lastEntry(await world.events(claimId), "document-signed");
    expect(entry).toMatchObject({ details: { number: "00002-2026-MOQ", way: "second-factor" } });
    expect(entry?.clocks).toBeUndefined();
    expect((await world.file(claimId)).head.steps[0]?.state).toBe("in-appeal");
  });

  it("is not prepared where nothing was appealed", async () => {
    const { claimId } = await world.issued();
    const { status, body } = await world.as(clerk, prepareElevation, claimId, { body: {} });
    expect([status, body.detail]).toEqual([409, expect.stringContaining("no hay una apelación")]);
  });
});
