import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { renderMessages } from "../../../../functions/render-documents/render-messages.ts";
import { type ApiHandler, api } from "../../../../functions/runtime/api.ts";
import { verifications } from "../../../../functions/verifications/verifications.ts";
import { letters, tenant } from "../../../../settings.ts";
import { type PublishedRecord, publishedDocuments } from "../../../../shared/casework/case-copy/published-documents.ts";
import {
  rectifyResolution,
  returnResolution,
  signDocuments,
  signResolution,
} from "../../../../shared/contract/resolution/signing-routes.ts";
import * as verificationRoutes from "../../../../shared/contract/seal/verification-routes.ts";
import { lastEntry } from "../../../../shared/domain/case/case-events.ts";
import type { OfficeDocument } from "../../../../shared/domain/case/issued-documents.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { transact } from "../../../../shared/storage/dynamodb.ts";
import { openSealKeys } from "../../../../shared/storage/seal/seals.ts";
import { openPrintedDocuments, openVerificationIndex } from "../../../../shared/storage/seal/verification-index.ts";
import { maria, person } from "../../../shared/casework/case-world.ts";
import { pdfRenderer } from "../../../shared/documents/document-examples.ts";
import { readPdf } from "../../../shared/documents/pdf-reader.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { type ApiAnswer, call, originKey } from "../../api-call.ts";
import { captureLog } from "../../log-lines.ts";
import { drafting, filedAt, resolver, type SigningWorld, signer, signingWorld } from "../../signing/signing-world.ts";

const rendered = "2026-11-23T15:00:05.000Z";

let local: TestTables;
let world: SigningWorld;
let handler: ApiHandler;
let attachments: Awaited<ReturnType<typeof publishedDocuments>>;
let published: PublishedRecord[];
/** The claims each day's digest names. */
const digests = new Map<string, readonly string[]>();
let log: ReturnType<typeof captureLog>;
beforeAll(async () => {
  local = await testTables();
  attachments = await publishedDocuments({ ...tenant, letters }, pdfRenderer);
  // A law after it has its own.
  published = attachments.map(({ record }) => ({ ...record, replaced: record.name === "formato-apelacion" }));
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(drafting) });
  world = await signingWorld(local);
  const deps = {
    ...world,
    verificationIndex: openVerificationIndex(world.claims),
    published,
    digests: { names: async (day: string, code: string) => digests.get(day)?.includes(code) },
    sealKeys: openSealKeys(world.claims),
    sealKey: async () => ({ keyId: "key-2", publicKey: world.key.publicKey }),
  };
  handler = api(verificationRoutes, verifications(deps), { originKey });
  log = captureLog();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const renderDeps = () => {
  const { submissions, problems, outages, supplyLinks, caseAccess, supplyClaims } = world;
  const stores = { submissions, problems, outages, supplyLinks, caseAccess, supplyClaims };
  return { ...world.deps, ...stores, now: () => rendered };
};
const ofCode = (code: string): Promise<ApiAnswer> =>
  call(handler, verificationRoutes.showVerification, { params: { code } });
const ofBytes = (sha256: string): Promise<ApiAnswer> =>
  call(handler, verificationRoutes.verifyFile, { body: { sha256 } });

/** A claim with its cargo and its «No cortar». */
async function cargo(): Promise<{ claimId: string; code: string; cargo: OfficeDocument; doNotCut: OfficeDocument }> {
  const { head } = (await world.fileOne(filedAt)).file;
  await renderMessages(renderDeps())({
    claimId: head.claimId,
    seq: 1,
  });
  const [first, second] = (await world.events(head.claimId)).flatMap(({ details }) =>
    "document" in details ? (details.document ?? []) : [],
  );
  if (!first || !second) throw new Error("nothing was made");
  return { claimId: head.claimId, code: head.code, cargo: first, doNotCut: second };
}

/** A resolution sent to signature, and its claim. */
async function issued() {
  const answer = await world.issued();
  const entry = lastEntry(await world.events(answer.claimId), "resolution-issued");
  if (!entry) throw new Error("nothing was issued");
  return { claimId: answer.claimId, document: entry.details.document, number: entry.number };
}

async function signed() {
  const one = await issued();
  const answer = await world.as(signer, signResolution, one.claimId, {
    body: { sha256: one.document.sha256, signature: { way: "second-factor" } },
  });
  expect(answer.status, answer.text).toBe(200);
  return one;
}

const clerk = person("clerk-1", "clerk");

async function notified() {
  const one = await signed();
  await world.write(one.claimId, drafting, [
    {
      type: "resolution-dispatched",
      effectiveAt: drafting,
      by: clerk,
      channel: "personal",
      details: { noticeId: "n1", to: "CALLE FICTICIA 101" },
    },
    {
      type: "resolution-notified",
      effectiveAt: drafting,
      by: clerk,
      evidence: [],
      details: { noticeId: "n1", how: "delivered", photos: [] },
    },
  ]);
  return one;
}

describe("a document of ours", () => {
  it("is found by its code, however it is typed, and by its bytes; nothing of any person is shown", async () => {
    const { cargo: document, code } = await cargo();
    const { status, body, text } = await ofCode(document.verificationCode);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      verificationCode: document.verificationCode,
      kind: "claim-cargo",
      number: code,
      issuedAt: rendered,
      sha256: document.sha256,
      standing: "record",
      kept: "whole",
    });
    expect(world.key.vouchesFor(body.seal)).toBe(true);
    expect(JSON.parse(body.seal.statement)).toMatchObject({ sha256: document.sha256, claimCode: code });
    for (const personal of ["CLIENTE", "00000001", "00012345", "900000001", "example.pe", "maria"])
      expect(text).not.toContain(personal);
    expect(await ofCode(` ${document.verificationCode.toLowerCase().replaceAll("-", " ")} `)).toMatchObject({ body });
    expect(await ofBytes(document.sha256.toUpperCase())).toMatchObject({ body });
  });

  it("of the document desk is found too, without a case", async () => {
    const submissionId = "f1";
    await transact(
      world.claims.client,
      world.submissions.file({
        submissionId,
        number: "MP-2026-000001-1",
        kind: "document",
        subject: "Carta de prueba",
        text: "",
        presenter: "CLIENTE DE PRUEBA DOS",
        channel: "web",
        office: "MOQ",
        presentedAt: filedAt,
        filedOn: calendarDay("2026-11-23"),
        state: "presented",
        attachments: [],
      }),
    );
    await renderMessages(renderDeps())({
      submissionId,
    });
    const made = (await world.submissions.find(submissionId))?.constancia;
    const { body, text } = await ofCode(made?.verificationCode ?? "");
    expect(body).toMatchObject({
      kind: "submission-constancia",
      number: "MP-2026-000001-1",
      standing: "record",
      kept: "whole",
    });
    expect(text).not.toContain("PRUEBA DOS");
  });

  it("the certificate of an outage is found, by its code and by its bytes", async () => {
    const instant = (time: string) => `2026-11-23T${time}.000+0000`;
    await renderMessages(renderDeps())({
      outage: { alarm: "Down", began: { timestamp: instant("15:05:00"), reason: "87.5" }, to: instant("21:00:00") },
    });
    const [{ certificate } = { certificate: undefined }] = await world.outages.since("2026-11-23T00:00:00.000Z", 1);
    for (const { body } of [
      await ofCode(certificate?.verificationCode ?? ""),
      await ofBytes(certificate?.sha256 ?? ""),
    ])
      expect(body).toMatchObject({ kind: "outage-certificate", standing: "record", kept: "whole" });
  });

  it("that the office no longer keeps whole says so, and the log says which", async () => {
    const { cargo: document } = await cargo();
    const bytes = world.documents.kept.get(document.documentId) ?? new Uint8Array();
    const changed = Uint8Array.from(bytes);
    changed[100] = (changed[100] ?? 0) ^ 1;
    world.documents.kept.set(document.documentId, changed);
    expect((await ofCode(document.verificationCode)).body).toMatchObject({ kept: "changed" });
    world.documents.kept.delete(document.documentId);
    expect((await ofBytes(document.sha256)).body).toMatchObject({ kept: "missing" });
    const logged = log().filter(({ event }) => event === "evidence-not-whole");
    expect(logged).toMatchObject(["changed", "missing"].map((kept) => ({ documentId: document.documentId, kept })));
  });

  it.each([
    ["a code nobody gave", () => ofCode("0000-0000-0000-0000")],
    ["bytes that are not ours", () => ofBytes("a".repeat(64))],
  ])("is not %s", async (_, ask) => {
    await cargo();
    expect(await ask()).toMatchObject({ status: 404, body: { type: "urn:caudal:document-unknown" } });
  });

  it.each([
    ["K7QF-2M9X", () => ofCode("K7QF-2M9X"), "16 letras y números"],
    ["U is no sign of a code", () => ofCode("UUUU-UUUU-UUUU-UUUU"), "16 letras y números"],
    ["no fingerprint", () => ofBytes("abc"), "64 letras y números"],
  ])("is asked for by what it is asked by: %s", async (_, ask, help) => {
    const { status, text } = await ask();
    expect(status).toBe(400);
    expect(text).toContain(help);
  });

  it("whose entry does not name it is none of ours, whatever an index says", async () => {
    const { cargo: document } = await cargo();
    await world.claims.client.send(
      new PutCommand({
        TableName: world.claims.name,
        Item: {
          pk: "VERIFICATION#1111-1111-1111-1111",
          sk: "VERIFICATION",
          claimId: "none",
          seq: 1,
          ...document,
        },
      }),
    );
    expect((await ofCode("1111-1111-1111-1111")).status).toBe(404);
  });
});

describe("the digest of its day", () => {
  it.each<[string, string, readonly string[] | undefined, string]>([
    ["is to come for what is of today", drafting, undefined, "to-come"],
    ["is to come while the hour after its day is not over", "2026-12-25T06:59:00.000Z", undefined, "to-come"],
    ["names it", "2026-12-26T15:00:00.000Z", [], "named"],
    ["that is missing, or none before the first, is said to be none", "2026-12-26T15:00:00.000Z", undefined, "none"],
  ])("%s", async (_, at, own, state) => {
    digests.clear();
    const { claimId, document } = await signed();
    if (own) digests.set("2026-12-24", [(await world.file(claimId)).head.code]);
    vi.setSystemTime(Date.parse(at));
    expect((await ofBytes(document.sha256)).body.digest).toEqual({ day: "2026-12-24", state });
  });
});

describe("a resolution", () => {
  it("that waits for its signature, or was returned, rules nothing and shows no seal", async () => {
    const { claimId, document, number } = await issued();
    const waits = await ofCode(document.verificationCode);
    expect(waits.body).toMatchObject({ kind: "resolution", number, standing: "unsigned" });
    expect(waits.body.seal).toBeUndefined();
    const back = await world.as(resolver, returnResolution, claimId, { body: { reason: "Falta algo." } });
    expect(back.status, back.text).toBe(200);
    expect((await ofCode(document.verificationCode)).body).toMatchObject({ standing: "unsigned" });
  });

  it("takes effect at its notice, then rules", async () => {
    const { claimId, document } = await signed();
    const { body } = await ofBytes(document.sha256);
    expect(body).toMatchObject({ standing: "not-notified", kept: "whole" });
    expect(world.key.vouchesFor(body.seal)).toBe(true);
    expect(claimId).toBeDefined();
    const decision = await notified();
    expect((await ofCode(decision.document.verificationCode)).body).toMatchObject({ standing: "in-force" });
  });

  it("under a recourse is not yet firm; rectified, it says when", async () => {
    const { claimId, document, number } = await notified();
    const rectified = await world.as(resolver, rectifyResolution, claimId, {
      body: { of: number, says: "Callle", should: "Calle" },
    });
    expect(rectified.status, rectified.text).toBe(200);
    const { sha256 } = rectified.body;
    expect((await ofBytes(sha256)).body).toMatchObject({
      kind: "rectification",
      number: "00002-2026-MOQ",
      standing: "unsigned",
    });
    expect((await ofBytes(sha256)).body.seal).toBeUndefined();
    expect((await ofCode(document.verificationCode)).body.rectifiedAt).toBeUndefined();
    const act = await world.as(signer, signDocuments, claimId, {
      body: { documents: [{ claimId, sha256 }], signature: { way: "second-factor" } },
    });
    expect(act.body.outcomes, act.text).toMatchObject([{ outcome: "signed" }]);
    expect((await ofCode(document.verificationCode)).body).toMatchObject({
      standing: "in-force",
      rectifiedAt: drafting,
    });
    const rectification = (await ofBytes(sha256)).body;
    expect(world.key.vouchesFor(rectification.seal)).toBe(true);
    expect(rectification).toMatchObject({ kind: "rectification", number: "00002-2026-MOQ", standing: "in-force" });
    const appealed = "2026-12-28T15:00:00.000Z";
    vi.setSystemTime(Date.parse(appealed));
    await world.write(claimId, appealed, [
      {
        type: "appeal-filed",
        effectiveAt: appealed,
        by: maria,
        filedOn: calendarDay("2026-12-28"),
        details: { submissionId: "f1", submissionNumber: "MP-1", grounds: "No estoy de acuerdo.", attachments: [] },
      },
    ]);
    expect((await ofCode(document.verificationCode)).body).toMatchObject({ standing: "under-review" });
  });
});

describe("a «No cortar»", () => {
  it("rules while the hold stands", async () => {
    const { claimId, doNotCut } = await cargo();
    expect((await ofCode(doNotCut.verificationCode)).body).toMatchObject({ kind: "do-not-cut", standing: "in-force" });
    await world.write(claimId, drafting, [
      {
        type: "withdrawal-requested",
        effectiveAt: drafting,
        by: maria,
        of: "procedure",
        standing: { as: "holder" },
        details: { reason: "" },
      },
      {
        type: "withdrawal-accepted",
        effectiveAt: drafting,
        by: person("signer-1", "signer"),
        details: { reason: "Lo pidió." },
      },
    ]);
    expect((await ofCode(doNotCut.verificationCode)).body).toMatchObject({ standing: "released" });
  });
});

it("the key of today is listed with those of the past", async () => {
  const { status, body } = await call(handler, verificationRoutes.listSealKeys);
  expect(status).toBe(200);
  expect(body.keys).toEqual([{ keyId: "key-2", publicKey: world.key.publicKey }]);
});

describe("documents of no case", () => {
  it("are found by their code and by their bytes, as the build prints them", async () => {
    for (const { record, bytes } of attachments) {
      const { text } = readPdf(bytes);
      expect(text.replaceAll(/\s+/g, " ")).toContain(`escribe ${record.verificationCode}`);
      const { status, body } = await ofCode(record.verificationCode);
      expect(status).toBe(200);
      expect(body).toMatchObject({
        kind: record.kind,
        number: tenant.laws.at(-1)?.version,
        sha256: record.sha256,
        standing: record.name === "formato-apelacion" ? "by-newer" : "record",
        kept: "not-kept",
      });
      expect((await ofBytes(record.sha256)).body).toEqual(body);
    }
    expect(new Set(attachments.map(({ record }) => record.verificationCode)).size).toBe(attachments.length);
  });

  it("a receipt that was printed is shown by its number and day alone, and another is not", async () => {
    const attachment = {
      kind: "receipt",
      number: "S001-00045001",
      verificationCode: "0000-0000-0000-00R1",
      sha256: "e".repeat(64),
      printedAt: drafting,
    } as const;
    const noted = openPrintedDocuments(world.claims);
    await noted.note(attachment);
    await noted.note({ ...attachment, printedAt: "2026-11-30T15:00:00.000Z" });
    const { printedAt: issuedAt, ...said } = attachment;
    for (const asked of [await ofCode(attachment.verificationCode), await ofBytes(attachment.sha256)])
      expect(asked.body).toEqual({ ...said, issuedAt, standing: "record", kept: "not-kept" });
    expect((await ofBytes("f".repeat(64))).status).toBe(404);
  });
});
