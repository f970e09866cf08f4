import { createHash } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import {
  showStaffUpload,
  showUpload,
  startStaffUpload,
  startUpload,
} from "../../../../shared/contract/attachment/upload-routes.ts";
import {
  downloadSubmissionProof,
  fileDocument,
  listSubmissions,
  showSubmission,
} from "../../../../shared/contract/submission/customer-submission-routes.ts";
import {
  downloadFiledAttachment,
  listDeskSubmissions,
  receiveSubmission,
  showDeskSubmission,
} from "../../../../shared/contract/submission/desk-submission-routes.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { type ApiRequest, call, customer, staff } from "../../api-call.ts";
import { captureLog } from "../../log-lines.ts";
import { filedAt, type SubmissionsWorld, submissionsHandler, submissionsWorld } from "../submissions-world.ts";

let local: TestTables;
let world: SubmissionsWorld;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(filedAt) });
  captureLog();
  world = await submissionsWorld(local);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const maria = customer("maria");
const eva = customer("eva");
const clerk = staff("clerk");
const attachments = { presenter: "CLIENTE DE PRUEBA UNO", subject: "Carta", text: "Adjunto mi carta." };
const file = (body: object, request: ApiRequest = {}) =>
  call(world.handler, fileDocument, { claims: maria, body: { ...attachments, ...body }, ...request });
const filed = async (documentId: string, body: object = {}): Promise<string> => {
  await world.send("maria", documentId);
  const { status, body: submission } = await file({ uploadIds: [documentId], ...body });
  expect(status).toBe(201);
  return submission.submissionId;
};
const receive = (submissionId: string, body: object) =>
  call(world.handler, receiveSubmission, { claims: clerk, params: { submissionId }, body });
const as = (type: string) => ({ body: { type: `urn:caudal:${type}` } });

describe("documents of a day", () => {
  it("are thirty at most of an account; the next day there are more, and others are not held up", async () => {
    const say = (body: object = {}) => file({ kind: "observation", text: "Otra vez.", uploadIds: [], ...body });
    for (let at = 0; at < 30; at += 1) expect((await say()).status).toBe(201);
    expect(await say()).toMatchObject({ status: 429, ...as("too-many-submissions") });
    vi.setSystemTime(new Date("2026-11-24T05:00:00.000Z"));
    expect((await say()).status).toBe(201);
  }, 60_000);
});

describe("limits", () => {
  it("are the utility's own, and are said in what is refused", async () => {
    const { deps } = world;
    const laws = deps.tenant.laws.map((law) => ({
      ...law,
      submission: {
        ...law.submission,
        submissionsPerDay: { ...law.submission.submissionsPerDay, value: 1 },
        uploadsPerDay: { ...law.submission.uploadsPerDay, value: 2 },
        staffUploadsPerDay: { ...law.submission.staffUploadsPerDay, value: 3 },
        uploadTypes: { ...law.submission.uploadTypes, value: ["application/pdf", "image/jpeg"] as const },
        uploadMaxMb: { ...law.submission.uploadMaxMb, value: 1 },
      },
    }));
    const handler = submissionsHandler({ ...deps, tenant: { ...deps.tenant, laws } });
    const said = async (route: typeof startUpload | typeof startStaffUpload, more: object = {}) => {
      const claims = route === startUpload ? maria : clerk;
      const body = { fileName: "a.pdf", contentType: "application/pdf", sizeBytes: 9, sha256: "b".repeat(64), ...more };
      const { status, body: answer } = await call(handler, route, { claims, body });
      return status === 201 ? 201 : `${status} ${answer.detail}`;
    };
    expect(await said(startUpload, { contentType: "image/heic" })).toMatch(/400 .*Envíalo como PDF, JPG\./);
    expect(await said(startUpload, { sizeBytes: 1_000_001 })).toMatch(/400 .*1 MB/);
    expect([await said(startUpload), await said(startUpload)]).toEqual([201, 201]);
    expect(await said(startUpload)).toMatch(/429 .*hasta 2 archivos/);
    for (let at = 0; at < 3; at += 1) expect(await said(startStaffUpload)).toBe(201);
    expect(await said(startStaffUpload)).toMatch(/429 .*hasta 3 archivos/);
    const body = { ...attachments, kind: "observation", uploadIds: [] };
    expect((await call(handler, fileDocument, { claims: maria, body })).status).toBe(201);
    expect((await call(handler, fileDocument, { claims: maria, body })).body.detail).toMatch(
      /hasta 1 documentos al día/,
    );
  });
});

describe("an entry in the Libro de Observaciones", () => {
  it("must be answered in ten working days of the company, which the clerk's list shows", async () => {
    const entry = await filed("u-book", { kind: "observation" });
    const letter = await filed("u-letter");
    const { body } = await call(world.handler, listDeskSubmissions, { claims: clerk });
    const shown = body.submissions.map(({ submissionId, kind, answerBy }: Record<string, string>) => [
      submissionId,
      kind,
      answerBy,
    ]);
    // From Monday 23 November 2026: the 8th of December is a holiday, the 25th of November is not for the company.
    expect(shown).toHaveLength(2);
    expect(shown).toEqual(
      expect.arrayContaining([
        [entry, "observation", "2026-12-07"],
        [letter, "document", undefined],
      ]),
    );
    expect((await receive(entry, { outcome: "received" })).body).toMatchObject({
      state: "received",
      answerBy: "2026-12-07",
    });
    expect((await file({ uploadIds: [], kind: "queja" })).status).toBe(400);
  });
});

describe("a ticket", () => {
  const announced = {
    fileName: "recibo.pdf",
    contentType: "application/pdf",
    sizeBytes: 1234,
    sha256: "b".repeat(64),
  };
  it.each([
    ["a customer", startUpload, showUpload, maria, eva],
    [
      "one of the staff",
      startStaffUpload,
      showStaffUpload,
      staff("inspector"),
      { ...staff("inspector"), sub: "staff-2" },
    ],
  ])("of %s is for the announced file, which its own person alone sees", async (_, start, show, claims, others) => {
    const { status, body } = await call(world.handler, start, { claims, body: announced });
    expect(status).toBe(201);
    const { uploadId, upload } = body;
    expect(upload.fields).toEqual({
      key: uploadId,
      "Content-Type": "application/pdf",
      size: "1234",
      sha256: announced.sha256,
    });
    const seen = await call(world.handler, show, { claims, params: { uploadId } });
    expect(seen.body).toEqual({ uploadId, fileName: "recibo.pdf", sizeBytes: 1234, state: "pending" });
    expect(await call(world.handler, show, { claims: others, params: { uploadId } })).toMatchObject(
      as("upload-not-found"),
    );
  });

  it("is not given once a day's files are used up; the next day it is", async () => {
    for (let at = 0; at < 100; at += 1) await world.send("maria", `u${at}`, "pending");
    const again = () => call(world.handler, startUpload, { claims: maria, body: announced });
    expect(await again()).toMatchObject({ status: 429, ...as("too-many-uploads") });
    vi.setSystemTime(new Date("2026-11-24T04:59:00.000Z"));
    expect((await again()).status).toBe(429);
    vi.setSystemTime(new Date("2026-11-24T05:00:00.000Z"));
    expect((await again()).status).toBe(201);
  });

  it.each([
    ["a program", { contentType: "application/x-msdownload" }],
    ["more than 10 MB", { sizeBytes: 10_000_001 }],
    ["nothing", { sizeBytes: 0 }],
    ["no fingerprint", { sha256: "abc" }],
  ])("is not given for %s", async (_, replaced) => {
    const answer = await call(world.handler, startUpload, { claims: maria, body: { ...announced, ...replaced } });
    expect(answer.status).toBe(400);
  });

  it("that was used says what the check found", async () => {
    await world.send("maria", "u1", "refused");
    const { body } = await call(world.handler, showUpload, { claims: maria, params: { uploadId: "u1" } });
    expect(body).toMatchObject({ state: "refused", reason: "No." });
  });
});

describe("filing a document", () => {
  it("gives it a number and the day it was sent, with its attachments, checked or not", async () => {
    await world.send("maria", "u1", "pending");
    await world.send("maria", "u2");
    vi.setSystemTime(new Date("2026-11-29T04:59:59.000Z"));
    const { status, body } = await file({ uploadIds: ["u1", "u2"] });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...attachments,
      number: expect.stringMatching(/^MP-2026-\d{6}-\d$/),
      kind: "document",
      presentedAt: "2026-11-29T04:59:59.000Z",
      filedOn: "2026-11-28",
      state: "presented",
      constancia: "preparing",
      attachments: [
        { documentId: "u1", state: "pending" },
        { documentId: "u2", state: "received" },
      ],
    });
    expect(JSON.stringify(body)).not.toContain('"sub"');
    expect((await world.uploads.find("u1"))?.submissionId).toBe(body.submissionId);
    const shown = await call(world.handler, showSubmission, {
      claims: maria,
      params: { submissionId: body.submissionId },
    });
    expect(shown.body).toEqual(body);
  });

  it("again with its key is the same submission; with other content it is refused", async () => {
    await world.send("maria", "u1");
    await world.send("maria", "u2");
    const key = "la-misma-clave-de-envio";
    const [one, other] = await Promise.all([
      file({ uploadIds: ["u1"] }, { key }),
      file({ uploadIds: ["u1"] }, { key }),
    ]);
    expect([one.status, other.status]).toEqual([201, 201]);
    expect(other.body).toEqual(one.body);
    expect((await file({ uploadIds: ["u1"] }, { key })).body).toEqual(one.body);
    expect(await file({ uploadIds: ["u2"] }, { key })).toMatchObject({ status: 409, ...as("write-key-used") });
    expect((await file({ uploadIds: ["u2"] }, { key, claims: eva })).body.type).toBe("urn:caudal:upload-not-found");
    expect((await call(world.handler, listSubmissions, { claims: maria })).body.submissions).toHaveLength(1);
  });

  it("with a key that made a claim is refused", async () => {
    const key = "la-clave-de-un-reclamo";
    const hers = createHash("sha256").update(`maria\0${key}`).digest("base64url");
    await world.fileOne(filedAt, { write: { key: hers, contentHash: "a claim" } });
    await world.send("maria", "u1");
    expect(await file({ uploadIds: ["u1"] }, { key })).toMatchObject({ status: 409, ...as("write-key-used") });
  });

  it.each([
    ["of somebody else", () => world.send("eva", "u1")],
    ["nobody announced", async () => undefined],
    ["that was refused", () => world.send("maria", "u1", "refused")],
    ["filed already", () => filed("u1")],
  ])("refuses an attachment %s", async (_, prepare) => {
    await prepare();
    expect(await file({ uploadIds: ["u1"] })).toMatchObject({ status: 404, ...as("upload-not-found") });
  });

  it("asks for an attachment or words", async () => {
    expect((await file({ uploadIds: [], text: "" })).status).toBe(400);
    expect((await file({ uploadIds: [] })).status).toBe(201);
  });

  it("takes the same attachment for one of two submissions only", async () => {
    await world.send("maria", "u1");
    const answers = await Promise.all([file({ uploadIds: ["u1"] }), file({ uploadIds: ["u1"] })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404]);
  });

  it("says what the check found when it ended in that moment", async () => {
    await world.send("maria", "u1", "pending");
    const { transact } = world.deps;
    let checked = false;
    const handler = submissionsHandler({
      ...world.deps,
      transact: async (writes) => {
        if (!checked) await world.uploads.settle("u1", "received");
        checked = true;
        return transact(writes);
      },
    });
    const { status, body } = await call(handler, fileDocument, {
      claims: maria,
      body: { ...attachments, uploadIds: ["u1"] },
    });
    expect(status).toBe(201);
    expect(body.attachments).toMatchObject([{ documentId: "u1", state: "received" }]);
  });

  it("draws another number when the first is somebody's", async () => {
    await world.send("maria", "u1");
    const { file: fileWrites } = world.submissions;
    await filed("u0");
    const [{ number: taken } = { number: "" }] = await world.submissions.ofAccount("maria", 1);
    let drawn = 0;
    const handler = submissionsHandler({
      ...world.deps,
      submissions: {
        ...world.submissions,
        file: (submission, write) => {
          drawn += 1;
          return fileWrites(drawn === 1 ? { ...submission, number: taken } : submission, write);
        },
      },
    });
    const { status } = await call(handler, fileDocument, {
      claims: maria,
      body: { ...attachments, uploadIds: ["u1"] },
    });
    expect([status, drawn]).toEqual([201, 2]);
  });

  it("of a claim carries its code; of somebody else's claim it is refused", async () => {
    const { head } = (await world.fileOne(filedAt)).file;
    await world.send("maria", "u1");
    const { body } = await file({ uploadIds: ["u1"], claimId: head.claimId });
    expect(body.claim).toEqual({ claimId: head.claimId, code: head.code });
    await world.send("eva", "u2");
    const others = await file({ uploadIds: ["u2"], claimId: head.claimId }, { claims: eva });
    expect(others).toMatchObject({ status: 404, ...as("claim-not-found") });
  });
});

describe("what is filed", () => {
  it("is listed for its account, the last first, and page by page", async () => {
    const ids: string[] = [];
    for (let at = 0; at < 5; at += 1) {
      vi.setSystemTime(new Date(Date.parse(filedAt) + at * 60_000));
      ids.unshift(await filed(`u${at}`));
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: "2", ...(cursor && { cursor }) };
      const { body } = await call(world.handler, listSubmissions, { claims: maria, query });
      seen.push(...body.submissions.map(({ submissionId }: { submissionId: string }) => submissionId));
      cursor = body.cursor;
    } while (cursor);
    expect(seen).toEqual(ids);
    expect((await call(world.handler, listSubmissions, { claims: eva })).body.submissions).toEqual([]);
  });

  it("waits for the clerk, the oldest first, until it is checked", async () => {
    const ids: string[] = [];
    for (let at = 0; at < 3; at += 1) {
      vi.setSystemTime(new Date(Date.parse(filedAt) + at * 60_000));
      ids.push(await filed(`u${at}`));
    }
    const list = async (query = {}) => (await call(world.handler, listDeskSubmissions, { claims: clerk, query })).body;
    const first = await list({ limit: "2" });
    const rest = await list({ limit: "2", cursor: first.cursor });
    const idOf = ({ submissionId }: { submissionId: string }) => submissionId;
    expect([...first.submissions, ...rest.submissions].map(idOf)).toEqual(ids);
    expect(first.submissions[0]).toMatchObject({ waitedDays: 0 });
    expect((await receive(ids[0] ?? "", { outcome: "received" })).status).toBe(200);
    expect((await list()).submissions.map(idOf)).toEqual(ids.slice(1));
  });

  it.each(["%%%", "bm8gaGF5", Buffer.from("CLAIM#x").toString("base64url")])("%s is no page", async (cursor) => {
    const mine = await call(world.handler, listSubmissions, {
      claims: maria,
      query: { cursor: cursor },
    });
    expect(mine).toMatchObject({ status: 400, ...as("malformed-cursor") });
    const deps = await call(world.handler, listDeskSubmissions, { claims: clerk, query: { cursor } });
    expect(deps).toMatchObject({ status: 400, ...as("malformed-cursor") });
  });

  it("of another account is not there, byte by byte like what never was", async () => {
    const submissionId = await filed("u1");
    for (const [route, more] of [
      [showSubmission, {}],
      [downloadSubmissionProof, { document: "constancia" }],
      [downloadSubmissionProof, { document: "answer" }],
    ] as const) {
      const others = await call(world.handler, route, { claims: eva, params: { submissionId, ...more } });
      expect(others).toEqual(
        await call(world.handler, route, { claims: eva, params: { submissionId: "nunca", ...more } }),
      );
      expect(others).toMatchObject({ status: 404, ...as("submission-not-found") });
    }
  });

  it("gives its constancia once it is made", async () => {
    const submissionId = await filed("u1");
    const download = () =>
      call(world.handler, downloadSubmissionProof, { claims: maria, params: { submissionId, document: "constancia" } });
    expect(await download()).toMatchObject({ status: 409, ...as("document-not-ready") });
    const cargo = {
      documentId: "d1",
      kind: "submission-constancia",
      fileName: "cargo.pdf",
      sizeBytes: 9,
      sha256: "c".repeat(64),
      verificationCode: "0000-0000-0000-0000",
    };
    await world.submissions.addDocument(submissionId, "constancia", { ...cargo, kind: "submission-constancia" });
    expect(await download()).toMatchObject({
      status: 200,
      body: {
        url: "https://evidence.example.pe/documents/d1?as=cargo.pdf",
        sha256: cargo.sha256,
        expiresAt: "2026-11-23T15:01:00.000Z",
      },
    });
    const { body } = await call(world.handler, showSubmission, { claims: maria, params: { submissionId } });
    expect(body.constancia).toBe("ready");
    expect(body).not.toHaveProperty("cargo");
  });
});

describe("the clerk's check", () => {
  it.each([
    ["received", { outcome: "received" }, { state: "received", receivedAt: filedAt }],
    [
      "observed: no day of its person's runs yet",
      { outcome: "observed", remark: "Falta la hoja 2." },
      { state: "observed", remark: "Falta la hoja 2." },
    ],
    ["returned", { outcome: "returned", remark: "Es de otra empresa." }, { state: "returned" }],
  ])("%s", async (_, body, expected) => {
    const submissionId = await filed("u1");
    const answer = await receive(submissionId, body);
    expect(answer).toMatchObject({ status: 200, body: expected });
    const { body: shown } = await call(world.handler, showDeskSubmission, { claims: clerk, params: { submissionId } });
    expect(shown).toEqual(answer.body);
    expect(shown).not.toHaveProperty("remedyBy");
    expect(await receive(submissionId, { outcome: "received" })).toMatchObject({
      status: 409,
      ...as("already-checked"),
    });
  });

  it("is of who was first", async () => {
    const submissionId = await filed("u1");
    const answers = await Promise.all([
      receive(submissionId, { outcome: "received" }),
      receive(submissionId, { outcome: "returned", remark: "No es para la oficina." }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it("attaches a document to the claim that is named, however its code is written", async () => {
    const { head } = (await world.fileOne(filedAt)).file;
    const submissionId = await filed("u1");
    const claimCode = ` ${head.code.toLowerCase()} `;
    const { body } = await receive(submissionId, { outcome: "received", claimCode });
    expect(body.claim).toEqual({ claimId: head.claimId, code: head.code });
    const file = await world.caseFiles.read(head.claimId);
    expect(file?.events.at(-1)).toMatchObject({
      type: "submission-received",
      effectiveAt: filedAt,
      details: { submissionId, submissionNumber: body.number, attachments: [{ documentId: "u1" }] },
    });
  });

  it("does not put in the case what is returned", async () => {
    const { head } = (await world.fileOne(filedAt)).file;
    const check = { outcome: "returned", remark: "No es de aquí.", claimCode: head.code };
    expect((await receive(await filed("u1"), check)).status).toBe(200);
    expect((await world.caseFiles.read(head.claimId))?.events).toHaveLength(1);
  });

  it.each(["RE-2026-000000-0", "cualquiera"])(
    "to %s, which is no claim, is refused and nothing is checked",
    async (claimCode) => {
      const submissionId = await filed("u1");
      expect(await receive(submissionId, { outcome: "received", claimCode })).toMatchObject(as("claim-not-found"));
      expect((await world.submissions.find(submissionId))?.state).toBe("presented");
    },
  );

  it("leaves a recourse in its claim", async () => {
    const [one, other] = [(await world.fileOne(filedAt)).file.head, (await world.fileOne(filedAt)).file.head];
    const submission = await world.submissions.find(await filed("u1"));
    if (!submission) throw new Error("not filed");
    const claim = { claimId: one.claimId, code: one.code };
    const recourse = {
      ...submission,
      submissionId: "recurso",
      number: "MP-2026-999999-9",
      kind: "appeal",
      claim,
    } as const;
    await world.deps.transact(world.submissions.file(recourse));
    expect(await receive("recurso", { outcome: "received", claimCode: other.code })).toMatchObject(
      as("claim-not-found"),
    );
    expect((await receive("recurso", { outcome: "received", claimCode: one.code })).body.claim).toEqual(claim);
  });

  it.each(["observed", "returned"])("%s needs a reason", async (outcome) => {
    const submissionId = await filed("u1");
    expect((await receive(submissionId, { outcome, remark: "  " })).status).toBe(400);
  });

  it("of what was never filed is refused", async () => {
    expect(await receive("nunca", { outcome: "received" })).toMatchObject({
      status: 404,
      ...as("submission-not-found"),
    });
  });

  it("reads the attachments that came and passed, no others", async () => {
    await world.send("maria", "u2", "pending");
    const submissionId = await filed("u1", { uploadIds: ["u1", "u2"] });
    const download = (documentId: string) =>
      call(world.handler, downloadFiledAttachment, { claims: clerk, params: { submissionId, documentId } });
    expect((await download("u1")).body).toMatchObject({
      url: expect.stringMatching(/attachments\/u1\?as=MP-2026-\d{6}-\d-u1\.pdf$/),
      expiresAt: "2026-11-23T15:01:00.000Z",
    });
    expect(await download("u2")).toMatchObject({ status: 404, ...as("document-not-found") });
    expect(await download("u3")).toMatchObject({ status: 404, ...as("document-not-found") });
    await world.submissions.settleAttachment(submissionId, "u2", "received");
    expect((await download("u2")).status).toBe(200);
  });
});
