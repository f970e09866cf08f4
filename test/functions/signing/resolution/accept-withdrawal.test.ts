import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { api } from "../../../../functions/runtime/api.ts";
import { signing } from "../../../../functions/signing/signing.ts";
import { caseNow } from "../../../../shared/casework/case/case-at.ts";
import { shownDocuments } from "../../../../shared/casework/case-copy/shown-documents.ts";
import { documentStandingOf } from "../../../../shared/casework/seal/document-standing.ts";
import { clocksView } from "../../../../shared/casework/term/clocks-view.ts";
import * as signingRoutes from "../../../../shared/contract/resolution/signing-routes.ts";
import { lastEntry } from "../../../../shared/domain/case/case-events.ts";
import { calendarDay, limaInstant } from "../../../../shared/domain/term/calendar-day.ts";
import { openUploads } from "../../../../shared/storage/attachment/uploads.ts";
import { maria, person } from "../../../shared/casework/case-world.ts";
import { readPdf } from "../../../shared/documents/pdf-reader.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { call, originKey, staff } from "../../api-call.ts";
import { appeals, reconsiders } from "../../casework/casework-world.ts";
import { captureLog } from "../../log-lines.ts";
import { drafting, filedAt, resolver, type SigningWorld, signer, signingWorld } from "../signing-world.ts";

const { acceptWithdrawal, confirmHandSignature, listSignatures, returnDocument, signDocuments } = signingRoutes;

let local: TestTables;
let world: SigningWorld;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(drafting) });
  captureLog();
  world = await signingWorld(local);
});
afterEach(() => void vi.useRealTimers());

const clerk = { sub: "clerk-1", role: "clerk" } as const;
const number = "00001-2026-MOQ";
const series = { office: "MOQ", year: 2026 };

const asks = (claimId: string, of: "claim" | "procedure" = "procedure") =>
  world.write(claimId, drafting, [
    {
      type: "withdrawal-requested",
      effectiveAt: drafting,
      by: maria,
      of,
      standing: { as: "holder" },
      details: { reason: "Ya pagué." },
    },
  ]);

/** A claim whose holder asks to withdraw. */
async function asked(of: "claim" | "procedure" = "procedure"): Promise<string> {
  const { file } = await world.fileOne(filedAt);
  await asks(file.head.claimId, of);
  return file.head.claimId;
}

async function sent(claimId: string, who = resolver) {
  const answer = await world.as(who, acceptWithdrawal, claimId, { body: {} });
  expect(answer.status, answer.text).toBe(200);
  return answer.body;
}

const sign = async (claimId: string, sha256: string, who = signer) =>
  (
    await world.as(who, signDocuments, claimId, {
      body: { documents: [{ claimId, sha256 }], signature: { way: "second-factor" } },
    })
  ).body.outcomes[0];
const atNow = async (claimId: string) => caseNow(await world.file(claimId), world.tenant, new Date().toISOString());
const stateOf = async (claimId: string) => (await atNow(claimId)).claim.state;
const textOf = (documentId: string) =>
  readPdf(world.documents.kept.get(documentId) ?? new Uint8Array()).text.replaceAll("\n", " ");

describe("the resolution that accepts a withdrawal", () => {
  it("ends the claim when another person signs it, and not before: until then its terms run", async () => {
    const claimId = await asked();
    const silence = async () => clocksView(await atNow(claimId)).clocks.find(({ id }) => id === "T10");
    const before = await silence();
    expect(before).toMatchObject({ status: "running" });
    const { sha256, documentId, state } = await sent(claimId);
    expect(state).toBe("filed");
    expect(await silence()).toEqual(before);
    const { hold, steps } = (await world.file(claimId)).head;
    expect([hold.held, steps[0]?.queue]).toEqual([true, "signature"]);
    expect(lastEntry(await world.events(claimId), "withdrawal-accepted")).toBeUndefined();
    // The claimant sees nothing that nobody signed, nor does anybody who checks it.
    expect(shownDocuments(await atNow(claimId), "claimant").map(({ document }) => document.kind)).not.toContain(
      "withdrawal-acceptance",
    );
    const frozen = lastEntry(await world.events(claimId), "document-frozen");
    expect(documentStandingOf(await atNow(claimId), frozen?.seq ?? 0)).toBe("unsigned");

    vi.setSystemTime(new Date("2026-12-24T15:03:00.000Z"));
    expect(await sign(claimId, sha256)).toEqual({ claimId, sha256, outcome: "signed" });
    expect(await stateOf(claimId)).toBe("withdrawn");
    expect(lastEntry(await world.events(claimId), "withdrawal-accepted")).toMatchObject({
      effectiveAt: "2026-12-24T15:03:00.000Z",
      by: { sub: "signer-1" },
      details: { reason: "", number, frozen: frozen?.seq, signer: "signer-1", way: "second-factor" },
    });
    expect((await world.file(claimId)).head.hold.held).toBe(false);
    expect(world.documents.kept.has(`${documentId}.seal.json`)).toBe(true);
    expect(documentStandingOf(await atNow(claimId), frozen?.seq ?? 0)).toBe("in-force");
    expect(shownDocuments(await atNow(claimId), "claimant")).toContainEqual(
      expect.objectContaining({ document: expect.objectContaining({ kind: "withdrawal-acceptance", documentId }) }),
    );
  });

  it("states what is left against it, by its form and in how many days, as any that ends a procedure", async () => {
    const { documentId } = await sent(await asked("claim"));
    const text = textOf(documentId);
    for (const said of [
      `Resolución N.° ${number}`,
      "Aceptar el desistimiento de lo reclamado",
      "Recurso de reconsideración (Formato 8)",
      "Recurso de apelación (Formato 9)",
      "TRASS",
      "15 días hábiles",
      "Folio, si se firma a mano",
    ])
      expect(text).toContain(said);
  });

  it("is not made by a utility whose words leave the recourses out", async () => {
    const claimId = await asked();
    const { tenant } = world.deps;
    const { withdrawalAcceptance } = tenant.letters;
    const letters = {
      ...tenant.letters,
      withdrawalAcceptance: (facts: Parameters<typeof withdrawalAcceptance>[0]) => ({
        ...withdrawalAcceptance(facts),
        blocks: [],
      }),
    };
    const handler = api(signingRoutes, signing({ ...world.deps, tenant: { ...tenant, letters } }), { originKey });
    const answer = await call(handler, acceptWithdrawal, {
      params: { claimId },
      claims: { ...staff("resolver"), sub: "resolver-1" },
      version: (await world.file(claimId)).head.version,
      body: {},
    });
    expect(answer.status).toBe(500);
    expect(lastEntry(await world.events(claimId), "document-frozen")).toBeUndefined();
  });

  it("is signed by hand on its day once another person has seen the scan", async () => {
    const claimId = await asked();
    const { sha256, documentId } = await sent(claimId);
    const cites = lastEntry(await world.events(claimId), "document-frozen")?.details.document.verificationCode ?? "";
    const about = {
      fileName: "scan.pdf",
      sizeBytes: 9,
      sha256: "a".repeat(64),
      contentType: "application/pdf",
    } as const;
    const uploads = openUploads(world.claims);
    await uploads.announce(
      { documentId: "scan", by: "signer-1", createdAt: drafting, state: "pending", ...about },
      100,
    );
    await uploads.settle("scan", "received");
    world.attachments.kept.set("scan", Buffer.from("%PDF-1.4 un papel"));
    const attachment = { uploadId: "scan", folio: "7", cites, signedOn: "2026-12-24" };
    const signed = await world.as(signer, signDocuments, claimId, {
      body: { documents: [{ claimId, sha256 }], signature: { way: "hand", attachments: [attachment] } },
    });
    expect(signed.body.outcomes, signed.text).toMatchObject([{ outcome: "to-confirm" }]);
    expect(await stateOf(claimId)).toBe("filed");
    const seen = await world.as(clerk, confirmHandSignature, claimId, {
      params: { claimId, documentId },
      body: { look: { shows: true, cites, folio: "7" } },
    });
    expect(seen.body, seen.text).toMatchObject({ outcome: "signed", state: "withdrawn" });
  });

  it("is signed by another than who sent it; a newer one replaces it and voids its number", async () => {
    const claimId = await asked();
    const own = await sent(claimId, signer);
    expect(await sign(claimId, own.sha256)).toMatchObject({
      outcome: "refused",
      reason: expect.stringContaining("Debe firmar otra persona"),
    });
    const next = await sent(claimId);
    expect(next.number).toBe("00002-2026-MOQ");
    expect(await world.deps.resolutionNumbers.find(series, 1)).toMatchObject({ claimId, state: "voided" });
    expect(await sign(claimId, own.sha256)).toMatchObject({ outcome: "refused" });
    expect(await sign(claimId, next.sha256)).toMatchObject({ outcome: "signed" });
  });

  it("returned, accepts nothing: the withdrawal still waits and its number is voided", async () => {
    const claimId = await asked();
    const { documentId, sha256 } = await sent(claimId);
    const reason = "El poder no nombra este acto.";
    const back = await world.as(signer, returnDocument, claimId, {
      params: { claimId, documentId },
      body: { reason },
    });
    expect(back.status, back.text).toBe(200);
    expect(await world.deps.resolutionNumbers.find(series, 1)).toEqual({ claimId, state: "voided", reason });
    expect(await sign(claimId, sha256)).toMatchObject({ outcome: "refused" });
    expect((await world.file(claimId)).head.steps[0]?.queue).toBe("resolution");
    expect((await sent(claimId)).number).toBe("00002-2026-MOQ");
  });

  it("voids the number of the resolution that waited, when it is signed and not when it is sent", async () => {
    const { claimId } = await world.issued();
    await asks(claimId);
    const { sha256 } = await sent(claimId);
    expect(await world.deps.resolutionNumbers.find(series, 1)).toMatchObject({ state: "issued" });
    expect(await sign(claimId, sha256)).toMatchObject({ outcome: "signed" });
    expect(await world.deps.resolutionNumbers.find(series, 1)).toMatchObject({ state: "voided" });
    expect(await world.deps.resolutionNumbers.find(series, 2)).toMatchObject({ state: "issued" });
  });

  it("stops no silence while it waits: that one stands, and nobody signs it any more", async () => {
    const claimId = await asked();
    const { sha256 } = await sent(claimId);
    const day = limaInstant(calendarDay("2027-01-16"), "10:00");
    vi.setSystemTime(new Date(day));
    expect(await stateOf(claimId)).toBe("positive-silence");
    expect(await sign(claimId, sha256, { ...signer, at: day })).toMatchObject({ outcome: "refused" });
    expect(await stateOf(claimId)).toBe("positive-silence");
  });

  it("sent and overtaken by the notice of the decision, is not signed: it waits to be returned", async () => {
    const { claimId, sha256: decision } = await world.issued();
    await asks(claimId);
    const { sha256, documentId } = await sent(claimId);
    expect(await sign(claimId, decision)).toMatchObject({ outcome: "signed" });
    const by = person("clerk-1", "clerk");
    const details = { noticeId: "n1", how: "delivered", photos: [] } as const;
    await world.write(claimId, drafting, [
      { type: "resolution-notified", effectiveAt: drafting, by, evidence: [], details },
    ]);
    expect(await sign(claimId, sha256)).toMatchObject({ outcome: "refused" });
    const { body } = await world.as(signer, listSignatures, claimId, { params: {} });
    expect(body.documents).toMatchObject([{ kind: "withdrawal-acceptance", documentId }]);
    const params = { claimId, documentId };
    await world.as(signer, returnDocument, claimId, { params, body: { reason: "La decisión ya se notificó." } });
    expect((await world.as(signer, listSignatures, claimId, { params: {} })).body.documents).toEqual([]);
    expect(await world.deps.resolutionNumbers.find(series, 2)).toMatchObject({ state: "voided" });
    expect(await stateOf(claimId)).toBe("notified");
  });

  it("of an earlier request is not signed for another: a new one is sent instead", async () => {
    const { claimId, sha256: decision } = await world.issued();
    expect(await sign(claimId, decision)).toMatchObject({ outcome: "signed" });
    const by = person("clerk-1", "clerk");
    const details = { noticeId: "n1", how: "delivered", photos: [] } as const;
    await world.write(claimId, drafting, [
      { type: "resolution-notified", effectiveAt: drafting, by, evidence: [], details },
      appeals(drafting),
    ]);
    await asks(claimId);
    const first = await sent(claimId);
    await world.write(claimId, drafting, [reconsiders(drafting)]);
    expect(await sign(claimId, first.sha256)).toMatchObject({ outcome: "refused" });
    await asks(claimId);
    expect(await sign(claimId, first.sha256)).toMatchObject({
      outcome: "refused",
      reason: expect.stringContaining("Es de un desistimiento anterior"),
    });
    const next = await sent(claimId);
    expect(textOf(first.documentId)).toMatch(/concluido ese recurso\. Queda firme lo que se había decidido/);
    expect(textOf(next.documentId)).toMatch(/concluido ese recurso\. La apelación que se guardó sigue/);
    expect(textOf(next.documentId)).not.toContain("Recurso de reconsideración (Formato 8)");
    expect(await sign(claimId, next.sha256)).toMatchObject({ outcome: "signed" });
    expect(await world.deps.resolutionNumbers.find(series, 2)).toMatchObject({ state: "voided" });
  });

  it("of a claim that the tribunal sent back ends the claim, and not the recourse of before", async () => {
    const { claimId, sha256 } = await world.issued();
    await sign(claimId, sha256);
    const by = person("clerk-1", "clerk");
    await world.write(claimId, drafting, [
      {
        type: "resolution-notified",
        effectiveAt: drafting,
        by,
        evidence: [],
        details: { noticeId: "n1", how: "delivered", photos: [] },
      },
      appeals(drafting),
      { type: "file-elevated", effectiveAt: drafting, by, details: { reference: "OFICIO 0001-2026" } },
      {
        type: "tribunal-decided",
        effectiveAt: drafting,
        by,
        outcome: "back-to-resolution",
        termDays: 10,
        details: { number: "0001-2026", summary: "Que decida otra vez.", attachments: [] },
      },
    ]);
    await asks(claimId);
    expect(textOf((await sent(claimId)).documentId)).toMatch(
      /desistimiento del procedimiento y dar por concluido el procedimiento\. Se puede presentar otro reclamo/,
    );
  });

  it("is not sent where nobody asked, and takes no number", async () => {
    const { file } = await world.fileOne(filedAt);
    const answer = await world.as(resolver, acceptWithdrawal, file.head.claimId, { body: {} });
    expect(answer.status).toBe(409);
    expect(answer.body.detail).toContain("Nadie pidió desistir");
    expect(await world.deps.resolutionNumbers.next(series)).toBe(1);
  });
});
