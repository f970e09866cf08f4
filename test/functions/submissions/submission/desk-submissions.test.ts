import { describe, expect, it } from "vitest";
import { lapseSubmissions } from "../../../../functions/sweep/lapse-submissions.ts";
import { renewStaffUpload, renewUpload } from "../../../../shared/contract/attachment/upload-routes.ts";
import { fileDocument, remedySubmission } from "../../../../shared/contract/submission/customer-submission-routes.ts";
import {
  discardRecourse,
  downloadSubmissionDocument,
  listDeskSubmissions,
  showDeskSubmission,
  takeSubmissionRemedy,
} from "../../../../shared/contract/submission/desk-submission-routes.ts";
import { call } from "../../api-call.ts";
import {
  answer,
  as,
  at,
  attachmentOf,
  clerk,
  document,
  eva,
  filed,
  goOnWith,
  identity,
  listed,
  maria,
  notify,
  observe,
  on,
  openSubmissionDesk,
  proof,
  receive,
  said,
  show,
  why,
  world,
} from "../desk-submissions-world.ts";
import { filedAt, submissionsHandler } from "../submissions-world.ts";

openSubmissionDesk();

describe("a document", () => {
  it("says as what it is presented: who for, and by what power", async () => {
    const standing = { as: "representative", of: "CLIENTE DE PRUEBA DOS", power: "simple-letter" };
    expect(await show(await filed({ standing }))).toMatchObject({ standing, channel: "web", entries: [] });
    expect((await show(await filed())).standing).toEqual({ as: "user" });
    const nobody = await call(world.handler, fileDocument, {
      claims: maria,
      body: { ...said, uploadIds: ["x"], standing: { as: "representative", power: "simple-letter" } },
    });
    expect(nobody.body.errors).toMatchObject([{ field: "body.standing.of" }]);
  });

  it("takes as many files as the utility says, and no more", async () => {
    const most = world.tenant.laws.at(-1)?.submission.maxFiles.value ?? 0;
    const uploadIds = Array.from({ length: most + 1 }, (_, index) => `f${index}`);
    for (const id of uploadIds) await world.send("maria", id);
    const body = { ...said, uploadIds };
    expect(await call(world.handler, fileDocument, { claims: maria, body })).toMatchObject({
      status: 400,
      ...as("upload-not-taken"),
    });
    const fits = { ...said, uploadIds: uploadIds.slice(1) };
    expect((await call(world.handler, fileDocument, { claims: maria, body: fits })).status).toBe(201);
  });

  it.each([
    ["data-access", "2026-12-23", "20 working days"],
    ["data-rectification", "2026-12-07", "10 working days"],
    ["data-cancellation", "2026-12-07", "10 working days"],
    ["data-opposition", "2026-12-07", "10 working days"],
  ])("asking for %s is answered by %s: %s; words alone will do", async (kind, answerBy) => {
    const submissionId = await filed({ kind, uploadIds: [], text: "Pido mis datos." });
    expect(await show(submissionId)).toMatchObject({ kind, answerBy, state: "presented" });
    // From the moment it is filed it is on the list by legal day.
    expect(await listed("to-answer")).toEqual([submissionId]);
    expect((await at(showDeskSubmission, clerk)(submissionId)).body.identity).toEqual(identity);
    const silent = { ...said, kind, identity, uploadIds: [] };
    expect((await call(world.handler, fileDocument, { claims: maria, body: silent })).status).toBe(400);
  });

  it.each([
    ["a right over their data without it", { kind: "data-access" }],
    ["a DNI of seven digits", { kind: "data-access", identity: { kind: "DNI", number: "0000001" } }],
    ["what needs none, with it", { kind: "document", identity }],
  ])("that says who asks is refused for %s", async (_, more) => {
    const body = { ...said, text: "Pido.", uploadIds: [await attachmentOf("maria")], ...more };
    const { status, body: answer } = await call(world.handler, fileDocument, { claims: maria, body });
    expect([status, answer.errors[0].field]).toEqual([400, "body.identity.number"]);
  });

  it("that is said to be against a decision says so to the clerk", async () => {
    const submissionId = await filed({ againstDecision: true });
    expect((await at(showDeskSubmission, clerk)(submissionId)).body.againstDecision).toBe(true);
    expect((await at(showDeskSubmission, clerk)(await filed())).body.againstDecision).toBe(false);
  });
});

describe("a document against a decision", () => {
  const discard = (submissionId: string, claims = clerk) =>
    at(discardRecourse, claims)(submissionId, { reason: "Solo pide copias." });
  const rowOf = async (list: string) =>
    (await call(world.handler, listDeskSubmissions, { claims: clerk, query: { list } })).body.submissions[0];

  it("waits with the term to elevate an appeal, received or not, and cannot be answered meanwhile", async () => {
    const { code } = (await world.fileOne(filedAt)).file.head;
    const submissionId = await filed({ againstDecision: true });
    const waits = { submissionId, recourseBy: "2026-11-30", dueOn: "2026-11-30", daysLeft: 5 };
    expect([await rowOf("to-check"), await rowOf("to-answer")]).toMatchObject([waits, waits]);
    expect(await receive(submissionId)).toMatchObject(why(/con el código de su reclamo/));
    expect(await receive(submissionId, { claimCode: code, kind: "observation" })).toMatchObject(why(/como documento/));
    expect((await receive(submissionId, { claimCode: code })).status).toBe(200);
    expect(await rowOf("to-answer")).toMatchObject(waits);
    expect(await listed("over")).toEqual([]);
    expect(await answer(submissionId)).toMatchObject(why(/diga por qué no lo es/));
  });

  it("leaves the list once a clerk says why it is no recourse, and its presenter reads it", async () => {
    const { code } = (await world.fileOne(filedAt)).file.head;
    const submissionId = await filed({ againstDecision: true });
    await receive(submissionId, { claimCode: code });
    const { status, body } = await discard(submissionId);
    expect([status, body.recourseBy]).toEqual([200, undefined]);
    expect(await listed("to-answer")).toEqual([]);
    const entry = { type: "not-recourse", text: "Solo pide copias." };
    expect((await show(submissionId)).entries).toMatchObject([{ type: "received" }, entry]);
    expect(await discard(submissionId)).toMatchObject(why(/no espera/));
    expect((await answer(submissionId)).status).toBe(200);
  });

  it("is none that nobody said to be against one", async () => {
    expect(await discard(await filed())).toMatchObject(why(/no espera/));
  });

  it("that was discarded first is received as any other", async () => {
    const submissionId = await filed({ againstDecision: true });
    await discard(submissionId);
    expect(await receive(submissionId)).toMatchObject({ status: 200, body: { state: "received" } });
    expect([await listed("to-answer"), await listed("over")]).toEqual([[submissionId], []]);
  });
});

describe("a file that did not arrive", () => {
  it("gets another ticket for the same upload, filed or not; one that arrived gets none", async () => {
    const pending = await attachmentOf("maria", "pending");
    const sha256 = "a".repeat(64);
    const renew = (uploadId: string, claims = maria, body = { sha256 }) =>
      call(world.handler, renewUpload, { claims, params: { uploadId }, body });
    const { status, body } = await renew(pending);
    expect([status, body.uploadId, body.upload.fields.key]).toEqual([201, pending, pending]);
    const submissionId = await filed({ uploadIds: [pending, await attachmentOf("maria")] });
    expect((await renew(pending)).body.upload.fields.sha256).toBe(sha256);
    expect(await renew(pending, maria, { sha256: "b".repeat(64) })).toMatchObject({
      status: 400,
      ...as("upload-not-taken"),
    });
    expect(await renew(pending, eva)).toMatchObject({ status: 404, ...as("upload-not-found") });
    await world.uploads.settle(pending, "received");
    await world.submissions.settleAttachment(submissionId, pending, "received");
    expect(await renew(pending)).toMatchObject({ status: 409, ...as("upload-settled") });
    const own = await attachmentOf("staff-1", "pending");
    const asked = { claims: clerk, params: { uploadId: own }, body: { sha256 } };
    expect((await call(world.handler, renewStaffUpload, asked)).status).toBe(201);
  });
});

describe("presentation and reception", () => {
  it("are two facts with two documents: the cargo is due from when the clerk receives", async () => {
    const submissionId = await filed();
    expect(await show(submissionId)).not.toHaveProperty("cargo");
    await world.submissions.addDocument(submissionId, "constancia", document("submission-constancia"));
    expect(await proof(submissionId, "cargo")).toMatchObject({ status: 409, ...as("document-not-ready") });
    on("2026-11-24T15:00:00.000Z");
    expect((await receive(submissionId)).body).toMatchObject({
      presentedAt: filedAt,
      receivedAt: "2026-11-24T15:00:00.000Z",
      constancia: "ready",
      cargo: "preparing",
    });
    await world.submissions.addDocument(submissionId, "cargo", document("submission-cargo"));
    expect((await proof(submissionId, "cargo")).body.fileName).toBe("submission-cargo.pdf");
    for (const which of ["constancia", "cargo"])
      expect(
        await call(world.handler, downloadSubmissionDocument, {
          claims: clerk,
          params: { submissionId, document: which },
        }),
      ).toMatchObject({ status: 200, body: { fileName: `submission-${which}.pdf` } });
  });
});

describe("an observed document", () => {
  const mend = async (submissionId: string, body?: object) =>
    at(remedySubmission, maria)(
      submissionId,
      body ?? { text: "Va la hoja 2.", uploadIds: [await attachmentOf("maria")] },
    );

  it("keeps its day when it is mended in time, and waits where it was on the list", async () => {
    const submissionId = await filed();
    on("2026-11-24T15:00:00.000Z");
    const later = await filed();
    await observe(submissionId);
    await notify(submissionId);
    expect([await listed("to-check"), await listed("observed")]).toEqual([[later], [submissionId]]);
    // Two working days of the user: the last instant of the second is in time.
    on("2026-11-27T04:59:59.999Z");
    expect((await mend(submissionId)).body).toMatchObject({
      state: "presented",
      presentedAt: filedAt,
      filedOn: "2026-11-23",
    });
    expect([await listed("to-check"), await listed("observed")]).toEqual([[submissionId, later], []]);
    const shown = await show(submissionId);
    expect(shown).not.toHaveProperty("remark");
    expect(shown.attachments).toHaveLength(2);
    expect(shown.entries.map(({ type }: { type: string }) => type)).toEqual(["observed", "notified", "remedied"]);
  });

  it("whose last day to mend it the desk was down may be mended the next working day, which is what it says", async () => {
    const submissionId = await filed();
    await observe(submissionId);
    await notify(submissionId);
    const outage = { from: "2026-11-27T03:00:00.000Z", to: "2026-11-27T04:30:00.000Z" };
    const outages = [{ ...outage, inForceFrom: "2026-11-27T05:10:00.000Z" }];
    goOnWith({ ...world, handler: submissionsHandler({ ...world.deps, tenant: { ...world.deps.tenant, outages } }) });
    on("2026-11-27T05:05:00.000Z");
    expect(await show(submissionId)).toMatchObject({ state: "not-presented", remedyBy: "2026-11-26" });
    on("2026-11-27T05:10:00.000Z");
    expect(await show(submissionId)).toMatchObject({ state: "observed", remedyBy: "2026-11-27" });
    const lapse = (now: string) => lapseSubmissions({ ...world, tenant: { ...world.tenant, outages } }, now);
    expect(await lapse("2026-11-28T04:59:59.999Z")).toBe(0);
    on("2026-11-28T04:59:59.999Z");
    expect((await mend(submissionId)).status).toBe(200);
    const other = await filed();
    await observe(other);
    await notify(other);
    expect(await lapse("2026-12-02T05:00:00.000Z")).toBe(1);
  });

  it("that is not mended in time is deemed not presented, whoever looks", async () => {
    const submissionId = await filed();
    await observe(submissionId);
    await notify(submissionId);
    on("2026-11-27T05:00:00.000Z");
    expect((await show(submissionId)).state).toBe("not-presented");
    expect(await mend(submissionId)).toMatchObject(why(/ya pasaron/));
    expect(await receive(submissionId)).toMatchObject({ status: 409, ...as("already-checked") });
  });

  it("loses no day and does not lapse while its person is not notified, and may be mended at once", async () => {
    const submissionId = await filed();
    await observe(submissionId);
    expect([await listed("to-notify"), await listed("observed")]).toEqual([[submissionId], []]);
    expect(await show(submissionId)).toMatchObject({ state: "observed", observation: "preparing" });
    on("2027-01-15T15:00:00.000Z");
    expect(await show(submissionId)).not.toHaveProperty("remedyBy");
    expect(await lapseSubmissions(world, "2027-01-15T15:00:00.000Z")).toBe(0);
    expect((await mend(submissionId)).body).toMatchObject({ state: "presented", filedOn: "2026-11-23" });
  });

  it.each([
    ["by telephone, from then on", { how: "notified-by-telephone" }, "2026-11-26T15:00:00.000Z"],
    ["in person", { how: "notified-in-person" }, "2026-11-26T15:00:00.000Z"],
    [
      "on paper, when it was handed over",
      { how: "delivered", deliveredAt: "2026-11-26T14:00:00.000Z" },
      "2026-11-26T14:00:00.000Z",
    ],
    [
      "on paper in the evening before a day off, as the next working hours begin",
      { how: "delivered", deliveredAt: "2026-11-24T23:30:00.000Z" },
      "2026-11-26T13:00:00.000Z",
    ],
  ])("is notified %s, and its days count from the day after", async (_, body, effectiveAt) => {
    const submissionId = await filed();
    await observe(submissionId);
    on("2026-11-26T15:00:00.000Z");
    const notified = (await notify(submissionId, body)).body;
    expect(notified).toMatchObject({
      remedyBy: "2026-11-30",
      entries: [{ type: "observed" }, { type: "notified", to: body.how, effectiveAt }],
    });
    expect([await listed("to-notify"), await listed("observed")]).toEqual([[], [submissionId]]);
    expect(await notify(submissionId, body)).toMatchObject(why(/nada por avisar/));
  });

  it.each([
    ["before it was observed", "2026-11-23T14:00:00.000Z", /antes de observarlo/],
    ["in an hour", "2026-11-23T16:00:00.000Z", /./],
  ])("is not notified by a notice handed over %s", async (_, deliveredAt, says) => {
    const submissionId = await filed();
    await observe(submissionId);
    expect(await notify(submissionId, { how: "delivered", deliveredAt })).toMatchObject(why(says));
    expect(await listed("to-notify")).toEqual([submissionId]);
  });

  it("is notified once it is observed, and not before", async () => {
    expect(await notify(await filed())).toMatchObject(why(/nada por avisar/));
  });

  it("is observed once only, and not mended twice, nor by somebody else, nor with nothing", async () => {
    const submissionId = await filed();
    expect(await mend(submissionId)).toMatchObject(why(/nada por corregir/));
    await observe(submissionId);
    expect(await at(remedySubmission, eva)(submissionId, { text: "Yo." })).toMatchObject({
      status: 404,
      ...as("submission-not-found"),
    });
    expect((await mend(submissionId, { text: "" })).status).toBe(400);
    expect((await mend(submissionId, { text: "Ya va." })).status).toBe(200);
    expect(await mend(submissionId)).toMatchObject(why(/nada por corregir/));
    expect(await observe(submissionId)).toMatchObject(why(/ya se observó una vez/));
    expect((await receive(submissionId)).body.state).toBe("received");
  });

  it("may be mended by what its person brings to the clerk", async () => {
    const submissionId = await filed();
    await observe(submissionId);
    const body = { uploadIds: [await attachmentOf("staff-1")] };
    expect((await at(takeSubmissionRemedy, clerk)(submissionId, body)).body.state).toBe("presented");
  });

  it("is mended once by two that come at the same moment", async () => {
    const submissionId = await filed();
    await observe(submissionId);
    const answers = await Promise.all([mend(submissionId), mend(submissionId)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await show(submissionId)).attachments).toHaveLength(2);
  });
});
