import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { remindMissing } from "../../../../functions/sweep/remind-missing.ts";
import {
  attendAttachment,
  listWaitingAttachments,
} from "../../../../shared/contract/attachment/waiting-attachment-routes.ts";
import {
  fileDocument,
  remedySubmission,
  showSubmission,
} from "../../../../shared/contract/submission/customer-submission-routes.ts";
import { countDeskSubmissions } from "../../../../shared/contract/submission/desk-submission-routes.ts";
import { entriesOf } from "../../../../shared/domain/case/case-events.ts";
import { attachmentOf } from "../../../../shared/storage/attachment/uploads.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { call, customer, staff } from "../../api-call.ts";
import { captureLog, type LogLine } from "../../log-lines.ts";
import { filedAt, type SubmissionsWorld, submissionsWorld } from "../submissions-world.ts";

let local: TestTables;
let world: SubmissionsWorld;
let lines: () => readonly LogLine[];
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  on(filedAt);
  lines = captureLog();
  world = await submissionsWorld(local);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const on = (instant: string) => vi.useFakeTimers({ toFake: ["Date"], now: new Date(instant) });
const nextDay = "2026-11-24T15:00:00.001Z";
const maria = customer("maria");
const clerk = staff("clerk");
const as = (type: string) => ({ body: { type: `urn:caudal:${type}` } });

/** A document filed with one file. */
async function filed(documentId: string, state: "pending" | "unreadable"): Promise<string> {
  await world.send("maria", documentId, state);
  const body = { presenter: "CLIENTE DE PRUEBA UNO", subject: "Carta", email: "c@example.pe", uploadIds: [documentId] };
  const { status, body: submission } = await call(world.handler, fileDocument, { claims: maria, body });
  expect(status).toBe(201);
  return submission.submissionId;
}

/** A claim filed with one file that never came. */
async function claimed(documentId: string): Promise<string> {
  const upload = await world.send("maria", documentId, "pending");
  const { file } = await world.fileOne(filedAt, {
    attachments: [attachmentOf(upload)],
    also: (claimId: string) => [world.uploads.attach(upload, { claimId })],
  });
  return file.head.claimId;
}

const list = async (query: Record<string, string> = {}) =>
  (await call(world.handler, listWaitingAttachments, { claims: clerk, query })).body;
const idsIn = ({ attachments }: { attachments: readonly { uploadId: string }[] }) =>
  attachments.map(({ uploadId }) => uploadId);
const attend = (uploadId: string, body: object, key?: string) =>
  call(world.handler, attendAttachment, { claims: clerk, params: { uploadId }, body, ...(key && { key }) });
const show = async (submissionId: string) =>
  (await call(world.handler, showSubmission, { claims: maria, params: { submissionId } })).body;
const notesOf = async (claimId: string, type: "copy-asked" | "attachment-missing" | "attachment-attended") =>
  entriesOf((await world.caseFiles.read(claimId))?.events ?? [], type).map(({ details }) => details);
const close = { act: "close", text: "Trajo la copia a la oficina." };

describe("files that were filed and nobody read", () => {
  it("are listed the oldest first, page by page, each with what it was filed with, and counted", async () => {
    const [first, second] = [await filed("aa", "pending"), await filed("bb", "unreadable")];
    const claimId = await claimed("cc");
    const whole = await list();
    expect(idsIn(whole)).toEqual(["aa", "bb", "cc"]);
    expect(whole.attachments).toMatchObject([
      { state: "pending", onItsWay: true, waits: true, submission: { submissionId: first } },
      { state: "unreadable", onItsWay: false, submission: { submissionId: second } },
      { state: "pending", claim: { claimId, code: expect.stringMatching(/^RE-/) } },
    ]);
    const page = await list({ limit: "2" });
    expect(idsIn(page)).toEqual(["aa", "bb"]);
    expect(idsIn(await list({ limit: "2", cursor: page.cursor }))).toEqual(["cc"]);
    const { body } = await call(world.handler, countDeskSubmissions, { claims: clerk });
    expect(body.attachments).toBe(3);
    await world.uploads.settle("aa", "received");
    expect(idsIn(await list())).toEqual(["bb", "cc"]);
  });

  it.each(["!!!!", Buffer.from("CLAIM#1").toString("base64url")])("refuse the cursor %s", async (cursor) => {
    const answer = await call(world.handler, listWaitingAttachments, { claims: clerk, query: { cursor } });
    expect(answer).toMatchObject({ status: 400, ...as("malformed-cursor") });
  });

  it("may come for a day before anybody is asked for them", async () => {
    const submissionId = await filed("aa", "pending");
    expect(await attend("aa", { act: "ask" })).toMatchObject({
      status: 409,
      body: { type: "urn:caudal:not-now", detail: expect.stringContaining("todavía puede llegar") },
    });
    expect((await show(submissionId)).entries).toEqual([]);
    on(nextDay);
    expect((await attend("aa", { act: "ask" })).body).toMatchObject({ waits: true, askedAt: nextDay });
  });

  it("are asked for once for a key, and the copy may then be sent; the document keeps its state", async () => {
    const submissionId = await filed("bb", "unreadable");
    const ask = { act: "ask", text: "Tiene contraseña." };
    const first = await attend("bb", ask, "a-key-that-a-page-made");
    expect((await attend("bb", ask, "a-key-that-a-page-made")).body).toEqual(first.body);
    expect(await show(submissionId)).toMatchObject({
      state: "presented",
      copyAsked: true,
      entries: [{ type: "copy-asked", text: "«bb.pdf». Tiene contraseña." }],
    });
    await world.send("maria", "copy");
    const body = { uploadIds: ["copy"] };
    const sent = await call(world.handler, remedySubmission, { claims: maria, params: { submissionId }, body });
    expect(sent.body).toMatchObject({ state: "presented", copyAsked: false });
    expect(sent.body.entries.map(({ type }: { type: string }) => type)).toEqual(["copy-asked", "copy-sent"]);
    expect(sent.body.attachments).toHaveLength(2);
    await world.send("maria", "another");
    expect(
      await call(world.handler, remedySubmission, {
        claims: maria,
        params: { submissionId },
        body: { uploadIds: ["another"] },
      }),
    ).toMatchObject({ status: 409, ...as("not-now") });
  });

  it("leave the list once it is said how they were attended to, in those words", async () => {
    const submissionId = await filed("bb", "unreadable");
    expect(await attend("bb", { act: "close" })).toMatchObject({ status: 400, ...as("invalid-request") });
    expect((await attend("bb", close)).body).toMatchObject({ waits: false });
    expect(await list()).toEqual({ attachments: [] });
    expect((await show(submissionId)).entries).toMatchObject([{ type: "attachment-attended" }]);
    expect(await attend("bb", close)).toMatchObject({ status: 409, ...as("not-now") });
    expect(await attend("none", close)).toMatchObject({ status: 404, ...as("upload-not-found") });
  });

  it("of a claim are asked for and attended to in its case", async () => {
    const claimId = await claimed("cc");
    on(nextDay);
    const ask = { act: "ask", text: "No llegó." };
    for (let time = 0; time < 2; time += 1)
      expect((await attend("cc", ask, "a-key-that-a-page-made")).status).toBe(200);
    expect(await notesOf(claimId, "copy-asked")).toEqual([{ documentId: "cc", fileName: "cc.pdf", text: "No llegó." }]);
    expect((await attend("cc", close)).status).toBe(200);
    expect(await notesOf(claimId, "attachment-attended")).toHaveLength(1);
    expect(await list()).toEqual({ attachments: [] });
  });

  it("turn up again when malware is found in them after somebody saw to them", async () => {
    await filed("bb", "unreadable");
    await attend("bb", close);
    const upload = await world.uploads.find("bb");
    if (!upload) throw new Error("the file is gone");
    await world.uploads.condemn(upload, "El archivo tiene un virus.");
    expect((await list()).attachments).toMatchObject([
      { uploadId: "bb", state: "refused", reason: "El archivo tiene un virus." },
    ]);
    expect((await attend("bb", close)).body).toMatchObject({ waits: false });
  });
});

describe("what a day later has not come", () => {
  const remind = (now: string) => remindMissing(world.deps, now);

  it("is reminded of once, in its submission or its case, and raises an alarm", async () => {
    const submissionId = await filed("aa", "pending");
    const claimId = await claimed("cc");
    await filed("bb", "unreadable");
    expect(await remind("2026-11-24T15:00:00.000Z")).toEqual({ reminded: 0, failed: 0 });
    expect(await remind(nextDay)).toEqual({ reminded: 2, failed: 0 });
    expect(await remind(nextDay)).toEqual({ reminded: 0, failed: 0 });
    expect((await show(submissionId)).entries).toMatchObject([{ type: "attachment-missing", text: "«aa.pdf»" }]);
    expect(await notesOf(claimId, "attachment-missing")).toEqual([{ documentId: "cc", fileName: "cc.pdf" }]);
    expect(lines().filter(({ event }) => event === "attachment-missing")).toEqual([
      { level: "error", event: "attachment-missing", uploadId: "aa", submissionId },
      { level: "error", event: "attachment-missing", uploadId: "cc", claimId },
    ]);
    expect((await list()).attachments).toMatchObject([{ remindedAt: nextDay }, {}, { remindedAt: nextDay }]);
    expect((await show(submissionId)).state).toBe("presented");
  });

  it("and was of a request for attention leaves the list in silence: its photo was not needed", async () => {
    const upload = await world.send("maria", "pp", "pending");
    const { problemId } = await world.fileProblem(filedAt, { attachments: [attachmentOf(upload)] });
    await world.deps.transact([world.uploads.attach(upload, { problemId })]);
    expect((await list()).attachments).toMatchObject([{ uploadId: "pp", problemId, onItsWay: true }]);
    expect((await attend("pp", close)).body.type).toBe("urn:caudal:upload-not-found");
    expect(await remind(nextDay)).toEqual({ reminded: 0, failed: 0 });
    expect((await list()).attachments).toEqual([]);
    expect(lines().filter(({ event }) => event === "attachment-missing")).toEqual([]);
  });

  it("is left alone where its document was returned, or the file came meanwhile", async () => {
    await filed("aa", "pending");
    await world.uploads.settle("aa", "received");
    expect(await remind(nextDay)).toEqual({ reminded: 0, failed: 0 });
  });
});
