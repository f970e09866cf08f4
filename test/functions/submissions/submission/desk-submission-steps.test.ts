import { describe, expect, it } from "vitest";
import type { Route } from "../../../../shared/contract/route.ts";
import {
  downloadAnswer,
  downloadSubmissionProof,
  remedySubmission,
} from "../../../../shared/contract/submission/customer-submission-routes.ts";
import {
  answerSubmission,
  countDeskSubmissions,
  downloadSubmissionDocument,
  forwardSubmission,
  gatherPersonData,
  listDeskSubmissions,
  notifySubmissionObservation,
  receiveSubmission,
  recordSubmissionDelivery,
  registerSubmission,
  takeSubmissionRemedy,
} from "../../../../shared/contract/submission/desk-submission-routes.ts";
import { type ApiRequest, call } from "../../api-call.ts";
import {
  answer,
  as,
  at,
  attachmentOf,
  clerk,
  document,
  eva,
  filed,
  forward,
  identity,
  listed,
  maria,
  observe,
  on,
  openSubmissionDesk,
  receive,
  said,
  show,
  why,
  world,
} from "../desk-submissions-world.ts";
import { filedAt } from "../submissions-world.ts";

openSubmissionDesk();

describe("a step sent twice with its key", () => {
  const key = "a-key-that-a-page-made";
  const sent = (route: Route, submissionId: string, body: object, claims: ApiRequest["claims"] = clerk) =>
    call(world.handler, route, { claims, params: { submissionId }, body, key });
  const observed = async (submissionId: string) => void (await observe(submissionId));
  const received = async (submissionId: string) => void (await receive(submissionId));
  it.each([
    [
      "the check",
      receiveSubmission,
      "received",
      async () => {},
      async () => ({ outcome: "received" }),
      { outcome: "returned", remark: "No es." },
    ],
    [
      "the check, in a claim",
      receiveSubmission,
      "received",
      async () => {},
      async () => ({ outcome: "received", claimCode: (await world.fileOne(filedAt)).file.head.code }),
      { outcome: "received" },
    ],
    [
      "forwarding",
      forwardSubmission,
      "forwarded",
      received,
      async () => ({ area: "Gerencia Técnica", reason: "Es de redes." }),
      { area: "Gerencia Técnica", reason: "Otra." },
    ],
    [
      "the answer",
      answerSubmission,
      "answered",
      received,
      async () => ({ text: "Se atendió.", uploadIds: [await attachmentOf("staff-1")] }),
      { text: "Otra.", uploadIds: ["p1"] },
    ],
    [
      "a remedy at the desk",
      takeSubmissionRemedy,
      "remedied",
      observed,
      async () => ({ text: "Ya está." }),
      { text: "Otra." },
    ],
    [
      "a notification",
      notifySubmissionObservation,
      "notified",
      observed,
      async () => ({ how: "notified-in-person" }),
      { how: "notified-by-telephone" },
    ],
    [
      "a delivery",
      recordSubmissionDelivery,
      "delivered",
      async (submissionId: string) =>
        world.submissions.addDocument(submissionId, "constancia", document("submission-constancia")),
      async () => ({ document: "constancia", way: "paper" }),
      { document: "constancia", way: "email" },
    ],
  ] as const)("is one: %s", async (_, route, type, before, bodyOf, other) => {
    const submissionId = await filed();
    await before(submissionId);
    const body = await bodyOf();
    const first = await sent(route, submissionId, body);
    expect([first.status, await sent(route, submissionId, body)]).toMatchObject([
      200,
      { status: 200, body: first.body },
    ]);
    expect(await sent(route, submissionId, other)).toMatchObject({ status: 409, ...as("write-key-used") });
    const { entries } = await show(submissionId);
    expect(entries.filter((entry: { type: string }) => entry.type === type)).toHaveLength(1);
    expect(entries.every((entry: object) => !("write" in entry))).toBe(true);
  });

  it("is one of its person's too, and both at the same moment", async () => {
    const submissionId = await filed();
    await observe(submissionId);
    const answers = await Promise.all(
      ["Ya está.", "Ya está."].map((text) => sent(remedySubmission, submissionId, { text }, maria)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await show(submissionId)).entries).toHaveLength(2);
  });
});

const rowOf = async (list: string) =>
  (await call(world.handler, listDeskSubmissions, { claims: clerk, query: { list } })).body.submissions[0];

describe("classifying", () => {
  it("gives a document the clock of what it is, from the day it bears", async () => {
    const submissionId = await filed();
    on("2026-11-26T15:00:00.000Z");
    expect((await receive(submissionId, { kind: "data-access" })).body).toMatchObject({
      kind: "data-access",
      answerBy: "2026-12-23",
    });
    expect(await listed("to-answer")).toEqual([submissionId]);
  });

  it("lists it with the working days it waits, and those left of its term, negative once it is over", async () => {
    const submissionId = await filed();
    expect(await rowOf("to-check")).toMatchObject({ submissionId, waitedDays: 0 });
    on("2026-11-26T15:00:00.000Z");
    expect((await rowOf("to-check")).waitedDays).toBeGreaterThan(0);
    expect(await rowOf("to-check")).not.toHaveProperty("daysLeft");
    await receive(submissionId, { kind: "data-access" });
    on("2026-12-23T15:00:00.000Z");
    expect(await rowOf("to-answer")).toMatchObject({ submissionId, answerBy: "2026-12-23", daysLeft: 0 });
    on("2026-12-28T15:00:00.000Z");
    expect((await rowOf("to-answer")).daysLeft).toBeLessThan(0);
  });

  it("takes the term away where it is no such thing, and still waits for an answer", async () => {
    const submissionId = await filed({ kind: "observation" });
    expect((await receive(submissionId, { kind: "document" })).body).not.toHaveProperty("answerBy");
    expect(await listed("to-answer")).toEqual([submissionId]);
    expect((await rowOf("to-answer")).dueOn).toBeUndefined();
  });

  it("leaves acts of a claim alone: they are received and nothing else", async () => {
    const submission = await world.submissions.find(await filed());
    const { head } = (await world.fileOne(filedAt)).file;
    if (!submission) throw new Error("not filed");
    const { entries: _, ...fields } = submission;
    const claim = { claimId: head.claimId, code: head.code };
    await world.deps.transact(
      world.submissions.file({ ...fields, submissionId: "recurso", number: "MP-2026-999999-9", kind: "appeal", claim }),
    );
    expect(await observe("recurso")).toMatchObject(why(/ya corre en su reclamo/));
    expect(await receive("recurso", { kind: "document" })).toMatchObject(why(/ya corre en su reclamo/));
    // Until then its row says the days of its claim, and no term of its own beside them.
    const { body } = await call(world.handler, listDeskSubmissions, { claims: clerk, query: { list: "to-check" } });
    expect(body.submissions).toContainEqual(
      expect.objectContaining({
        submissionId: "recurso",
        days: { lostOn: "2027-01-15", left: 35, meta: expect.anything() },
      }),
    );
    expect((await receive("recurso")).body).toMatchObject({ kind: "appeal", state: "received", cargo: "preparing" });
    expect(await forward("recurso")).toMatchObject(why(/sigue en su reclamo/));
    expect(await answer("recurso")).toMatchObject(why(/se responde en su reclamo/));
  });
});

describe("forwarding and answering", () => {
  it("keeps what was received, forwarded or not, on the list and in the count until it is answered", async () => {
    const submissionId = await filed();
    expect(await forward(submissionId)).toMatchObject(why(/Primero reciba/));
    await receive(submissionId);
    expect([await listed("to-answer"), await listed("over")]).toEqual([[submissionId], []]);
    expect(await forward(submissionId, "Área 51")).toMatchObject(why(/no existe/));
    expect((await forward(submissionId)).body).toMatchObject({ area: "Gerencia Técnica", state: "received" });
    expect((await forward(submissionId, "Asesoría Jurídica")).body.area).toBe("Asesoría Jurídica");
    expect(await listed("to-answer")).toEqual([submissionId]);
    const counts = await call(world.handler, countDeskSubmissions, { claims: clerk });
    expect(counts.body.lists).toEqual([
      { list: "to-check", count: 0 },
      { list: "to-notify", count: 0 },
      { list: "observed", count: 0 },
      { list: "to-answer", count: 1 },
    ]);
    expect((await answer(submissionId)).body).toMatchObject({ answeredAt: filedAt });
    expect([await listed("to-answer"), await listed("over")]).toEqual([[], [submissionId]]);
    expect(await answer(submissionId)).toMatchObject(why(/ya tiene respuesta/));
    expect(await forward(submissionId)).toMatchObject(why(/ya tiene respuesta/));
  });

  it("lists by legal day, what is overdue counted apart", async () => {
    const access = await filed({ kind: "data-access", uploadIds: [], text: "Pido." });
    const book = await filed({ kind: "observation" });
    const sentOn = await filed();
    await receive(sentOn);
    await forward(sentOn);
    expect(await listed("to-answer")).toEqual([book, access, sentOn]);
    const due = async () => (await call(world.handler, countDeskSubmissions, { claims: clerk })).body.toAnswer;
    on("2026-12-03T04:59:59.000Z");
    expect(await due()).toEqual({ overdue: 0, close: 0 });
    // Two working days before the seventh.
    on("2026-12-03T05:00:00.000Z");
    expect(await due()).toEqual({ overdue: 0, close: 1 });
    on("2026-12-08T04:59:59.000Z");
    expect(await due()).toEqual({ overdue: 0, close: 1 });
    on("2026-12-08T05:00:00.000Z");
    expect(await due()).toEqual({ overdue: 1, close: 0 });
  });

  it("gives the answer and its file to who asked, and to nobody else", async () => {
    const submissionId = await filed({ kind: "data-access", uploadIds: [], text: "Pido." });
    await receive(submissionId);
    const file = await attachmentOf("staff-1");
    await answer(submissionId, [file]);
    expect((await show(submissionId)).entries.at(-1)).toMatchObject({ type: "answered", text: "Se atendió." });
    const download = (documentId: string, claims = maria) =>
      call(world.handler, downloadAnswer, { claims, params: { submissionId, documentId } });
    expect((await download(file)).status).toBe(200);
    expect(await download(file, eva)).toMatchObject({ status: 404, ...as("submission-not-found") });
    // Her own attachments are no answer.
    const other = await filed();
    const [own] = (await world.submissions.find(other))?.attachments ?? [];
    expect(await download(own?.documentId ?? "")).toMatchObject({ status: 404, ...as("document-not-found") });
    expect((await at(answerSubmission, clerk)(other, { text: "Sí.", uploadIds: [] })).status).toBe(400);
    await receive(other);
    expect(await answer(other, [await attachmentOf("staff-1", "pending")])).toMatchObject(why(/todavía se revisa/));
    expect(await answer(other, [await attachmentOf("staff-1", "unreadable")])).toMatchObject(why(/no se puede abrir/));
  });
});

describe("what is kept of who asks to see their data", () => {
  const gather = (submissionId: string, key?: string) =>
    call(world.handler, gatherPersonData, { claims: clerk, params: { submissionId }, body: {}, ...(key && { key }) });

  it("is gathered once, by a clerk, which the submission records; the clerk answers with the document", async () => {
    const submissionId = await filed({ kind: "data-access", uploadIds: [], text: "Pido." });
    expect((await gather(submissionId, "una-clave-de-la-mesa")).body).toMatchObject({
      data: "preparing",
      entries: [{ type: "data-gathered" }],
    });
    expect((await gather(submissionId, "una-clave-de-la-mesa")).status).toBe(200);
    expect(await gather(submissionId)).toMatchObject(why(/ya se reunieron/));
    expect((await world.submissions.find(submissionId))?.entries).toMatchObject([{ by: "staff-1" }]);
    await world.submissions.addDocument(submissionId, "data", {
      ...document("submission-answer"),
      kind: "person-data",
    });
    const params = { submissionId, document: "data" };
    expect((await call(world.handler, downloadSubmissionDocument, { claims: clerk, params })).status).toBe(200);
    expect((await call(world.handler, downloadSubmissionProof, { claims: maria, params })).status).toBe(400);
  });

  it("is gathered for no other request, nor without an account", async () => {
    expect(await gather(await filed({ kind: "data-rectification", text: "Pido." }))).toMatchObject(
      why(/Solo se reúnen/),
    );
    const body = {
      ...said,
      kind: "data-access",
      identity,
      channel: "counter",
      arrivedAt: filedAt,
      uploadIds: [await attachmentOf("staff-1")],
    };
    const { submissionId } = (await call(world.handler, registerSubmission, { claims: clerk, body })).body;
    expect(await gather(submissionId)).toMatchObject(why(/no se encuentra nada/));
  });
});
