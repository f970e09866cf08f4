import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { exportMessages } from "../../../../functions/export-case-files/export-messages.ts";
import { caseNow } from "../../../../shared/casework/case/case-at.ts";
import { coverFacts } from "../../../../shared/casework/case-copy/cover-facts.ts";
import * as copyRoutes from "../../../../shared/contract/case-copy/case-file-routes.ts";
import { elevateFile } from "../../../../shared/contract/recourse/recourse-routes.ts";
import { lastEntry } from "../../../../shared/domain/case/case-events.ts";
import type { ExportId } from "../../../../shared/storage/case-copy/case-exports.ts";
import { keptEvidence } from "../../../doubles/kept-evidence.ts";
import { sealKey } from "../../../doubles/seal-key.ts";
import { pdfRenderer } from "../../../shared/documents/document-examples.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { evidence } from "../../export-case-files/export-world.ts";
import { captureLog } from "../../log-lines.ts";
import { appeals, type CaseworkWorld, caseworkWorld, steps, type Worker } from "../casework-world.ts";

let local: TestTables;
let world: CaseworkWorld;
let claimId: string;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  captureLog();
  world = await caseworkWorld(local);
  const appealed = await steps.appealed(world);
  claimId = appealed.claimId;
  at(appealed.now);
});
afterEach(() => void vi.useRealTimers());

const at = (now: string) => void vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
const clerk: Worker = ["clerk-1", "clerk"];
const show = async () => (await world.as(clerk, copyRoutes.showCaseFile, { params: { claimId } })).body;
const order = async (copy = "tribunal") =>
  (await world.as(clerk, copyRoutes.orderCaseFile, { params: { claimId }, body: { copy } })).body;
const download = (copyId: string, name: string) =>
  world.as(clerk, copyRoutes.downloadCaseFile, { params: { claimId, copyId, name } });

/** What was asked for and not taken by the function yet. */
const waiting = (): ExportId[] => world.ordered;

/**
 * The function, for so many messages; the resolution's bytes were never kept in this world, and what is there is not
 * them.
 */
async function copies(most = 100): Promise<void> {
  const documents = { ...keptEvidence(), read: async () => new Uint8Array(10) };
  const handle = exportMessages({
    ...world,
    exportFiles: () => ({ write: async () => {} }),
    attachments: documents,
    pictures: documents,
    documents,
    seals: sealKey().seals,
    pdfRenderer,
    siteAddress: "https://example.pe",
    piecesPerPart: 6,
    now: () => new Date().toISOString(),
  });
  for (let step = 0; step < most && waiting().length > 0; step += 1) await handle(waiting().shift());
}

describe("a copy of the case file", () => {
  it("is asked for, made, downloaded; asked again it is the same, and another once something came in", async () => {
    expect((await show()).copies).toEqual([]);
    const ordered = await order();
    expect(ordered).toMatchObject({ copy: "tribunal", state: "making", pieces: 0, files: [] });
    await copies();
    const again = await order();
    expect(waiting()).toEqual([]);
    expect(again).toMatchObject({ copyId: ordered.copyId, state: "done", pieces: ordered.ofPieces });
    const { copies: shown, pieces } = await show();
    expect(shown).toEqual([again]);
    expect(pieces.every(({ folios }: { folios?: object }) => folios)).toBe(true);
    const answer = await download(again.copyId, "indice.pdf");
    expect(answer.body).toMatchObject({ sha256: again.files[0].sha256 });
    expect(answer.body.url).toContain(`packages/`);
    await world.elsewhere(claimId, "2026-12-31T16:30:00.000Z", [evidence()]);
    at("2026-12-31T16:31:00.000Z");
    expect((await order()).copyId).not.toBe(again.copyId);
  });

  it("that stopped is set going again from where it is, by asking for it", async () => {
    await order("print");
    await copies(1);
    world.ordered.length = 0;
    at("2026-12-31T16:05:00.000Z");
    expect(await order("print")).toMatchObject({ state: "making", pieces: 6 });
    expect(waiting()).toEqual([]);
    at("2026-12-31T16:07:00.000Z");
    expect((await show()).copies).toMatchObject([{ state: "stopped", pieces: 6 }]);
    expect(await order("print")).toMatchObject({ pieces: 6 });
    expect(waiting()).toHaveLength(1);
    await copies();
    expect(await order("print")).toMatchObject({ state: "done" });
  });

  it.each<readonly [why: string, asked: (copyId: string) => readonly [copyId: string, name: string]]>([
    ["not made yet", (copyId) => [copyId, "indice.pdf"]],
    ["of another reader", () => ["claimant-00012-2026-12-31", "indice.pdf"]],
    ["of no reader", () => ["todos-00012-2026-12-31", "indice.pdf"]],
    ["with a name of nothing", (copyId) => [copyId, "..%2F..%2Fpapers"]],
  ])("%s: there is nothing to download", async (_, asked) => {
    const { copyId } = await order();
    expect(await download(...asked(copyId))).toMatchObject({ status: 404 });
  });

  it("is named where the file is recorded as sent", async () => {
    const sent = { receivedAt: "2026-12-31T16:00:00.000Z", reference: "TRASS-1" };
    const early = await world.as(clerk, elevateFile, { params: { claimId }, body: sent });
    expect([early.status, early.body.detail]).toEqual([409, expect.stringContaining("Falta firmar el oficio")]);
    await world.signLetter(claimId, new Date().toISOString());
    const bare = await world.as(clerk, elevateFile, { params: { claimId }, body: sent });
    expect([bare.status, bare.body.detail]).toEqual([409, expect.stringContaining("Falta la copia del expediente")]);
    await order();
    await copies();
    const answer = await world.as(clerk, elevateFile, { params: { claimId }, body: sent });
    expect(answer, answer.text).toMatchObject({ status: 200 });
    const { events = [] } = (await world.caseFiles.read(claimId)) ?? {};
    const { manifestSha256 } = lastEntry(events, "case-file-exported")?.details ?? {};
    expect(manifestSha256).toHaveLength(64);
    expect(lastEntry(events, "file-elevated")?.details).toEqual({ reference: "TRASS-1", manifestSha256 });
  });

  it("of before the appeal is not what was sent: the file went on paper", async () => {
    const notified = await steps.notified(world);
    claimId = notified.claimId;
    at(notified.now);
    await order();
    await copies();
    await world.elsewhere(claimId, notified.now, [appeals(notified.now)]);
    at("2026-12-31T16:31:00.000Z");
    await world.signLetter(claimId, new Date().toISOString());
    const sent = { receivedAt: "2026-12-31T16:31:00.000Z", reference: "TRASS-2" };
    const bare = await world.as(clerk, elevateFile, { params: { claimId }, body: sent });
    expect([bare.status, bare.body.detail]).toEqual([409, expect.stringContaining("Falta la copia del expediente")]);
    const answer = await world.as(clerk, elevateFile, { params: { claimId }, body: { ...sent, onPaper: true } });
    expect(answer, answer.text).toMatchObject({ status: 200 });
    const { events = [] } = (await world.caseFiles.read(claimId)) ?? {};
    expect(lastEntry(events, "file-elevated")?.details).toEqual({ reference: "TRASS-2", onPaper: true });
  });
});

describe("a copy for a claimant without internet", () => {
  const handOver = (copyId: string, body: object) =>
    world.as(clerk, copyRoutes.handOverCopy, { params: { claimId, copyId }, body });
  const receiver = { name: "CLIENTE DE PRUEBA UNO", document: "DNI 00000001", relation: "titular" };

  it("is made and downloaded by the office, and who got it is written down beside the file", async () => {
    const early = await handOver("handed-over-00012-2026-12-31", { handedAt: "2026-12-31T16:00:00Z", receiver });
    expect(early.status).toBe(404);
    await order("handed-over");
    await copies();
    const done = await order("handed-over");
    expect(done).toMatchObject({ state: "done", keptUntil: expect.any(String) });
    const file = await download(done.copyId, "indice.pdf");
    expect(file, file.text).toMatchObject({ status: 200, body: { sha256: done.files[0].sha256 } });
    expect(file.body.url).toContain("copies/");
    at("2026-12-31T17:00:00.000Z");
    const handedAt = "2026-12-31T16:40:00.000Z";
    const future = await handOver(done.copyId, { handedAt: "2026-12-31T18:00:00Z", receiver });
    expect(future).toMatchObject({ status: 409, body: { detail: expect.stringContaining("todavía no llega") } });
    const before = await handOver(done.copyId, { handedAt: "2026-12-30T16:00:00Z", receiver });
    expect(before).toMatchObject({ status: 409, body: { detail: expect.stringContaining("revise cuándo") } });
    const nobody = await handOver(done.copyId, { handedAt, receiver: { ...receiver, name: "" } });
    expect(nobody.status).toBe(400);
    const given = await handOver(done.copyId, { handedAt, receiver });
    expect(given, given.text).toMatchObject({ status: 200 });
    const { events = [] } = (await world.caseFiles.read(claimId)) ?? {};
    expect(lastEntry(events, "copy-handed-over")).toMatchObject({
      effectiveAt: handedAt,
      by: { sub: "clerk-1" },
      details: { copyId: done.copyId, receiver, folios: done.folios },
    });
    // It changes nothing of the file: the same day it is the same copy.
    expect((await order("handed-over")).copyId).toBe(done.copyId);
  });

  it("is of that reader alone: what was made for another is not handed over so", async () => {
    await order("print");
    await copies();
    const { copyId } = await order("print");
    expect((await handOver(copyId, { handedAt: "2026-12-31T16:00:00Z", receiver })).status).toBe(404);
  });
});

describe("what a reader may have", () => {
  const decide = (seq: number, copy = "claimant") =>
    world.as(clerk, copyRoutes.decideAccess, {
      params: { claimId },
      body: { seq, copy, open: true, reason: "Habla solo de su predio." },
    });

  it("is decided of what the company added, and of nothing that is the claimant's already", async () => {
    await world.elsewhere(claimId, "2026-12-31T16:00:00.000Z", [evidence()]);
    const seq = await world.versionOf(claimId);
    expect(await decide(1)).toMatchObject({ status: 409 });
    expect(await decide(999)).toMatchObject({ status: 409 });
    const before = (await show()).pieces.find((piece: { seq: number }) => piece.seq === seq);
    expect(before.access).toContainEqual({ copy: "claimant", state: "others-data" });
    const answer = await decide(seq);
    expect(answer, answer.text).toMatchObject({ status: 200 });
    const after = (await show()).pieces.find((piece: { seq: number }) => piece.seq === seq);
    expect(after.access).toEqual([
      { copy: "third-party", state: "others-data" },
      { copy: "claimant", state: "whole" },
    ]);
  });
});

it("the first sheet has the days of each term, by the law at its act", async () => {
  const file = await world.caseFiles.read(claimId);
  if (!file) throw new Error("no case");
  const { dates, terms } = coverFacts(caseNow(file, world.tenant, "2026-12-31T16:00:00.000Z"));
  expect(dates.map(({ on }) => on)).toEqual(["2026-11-23", "2026-12-28", "2026-12-29", "2026-12-30"]);
  // Without Saturdays, Sundays, 8, 9 and 25 December, and 1 January.
  expect(terms).toEqual([
    {
      name: "Resolver y notificar el reclamo",
      from: "2026-11-23",
      metOn: "2026-12-29",
      dueDate: "2027-01-15",
      days: 23,
      of: 35,
      late: false,
    },
    {
      name: "Recurrir",
      from: "2026-12-29",
      metOn: "2026-12-30",
      dueDate: expect.any(String),
      days: 1,
      of: 15,
      late: false,
    },
    { name: "Elevar el expediente", from: "2026-12-30", dueDate: "2027-01-07", days: 1, of: 5, late: false },
  ]);
});
