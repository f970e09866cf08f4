import { describe, expect, it } from "vitest";
import { downloadOutageCertificate, listOutages } from "../../../../shared/contract/problem/outage-routes.ts";
import { listRetention } from "../../../../shared/contract/register/retention-routes.ts";
import {
  fileDocument,
  listSubmissions,
  showSubmission,
} from "../../../../shared/contract/submission/customer-submission-routes.ts";
import {
  downloadFiledAttachment,
  recordSubmissionDelivery,
  registerSubmission,
  showDeskSubmission,
  takeSubmissionRemedy,
} from "../../../../shared/contract/submission/desk-submission-routes.ts";
import { type SubmissionProof, submissionProofs } from "../../../../shared/domain/submission/submission.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { type ApiRequest, call, staff } from "../../api-call.ts";
import {
  answer,
  as,
  at,
  attachmentOf,
  clerk,
  document,
  filed,
  listed,
  maria,
  notify,
  observe,
  on,
  openSubmissionDesk,
  receive,
  said,
  why,
  world,
} from "../desk-submissions-world.ts";
import { filedAt } from "../submissions-world.ts";

openSubmissionDesk();

describe("what comes on paper or by mail", () => {
  const register = async (more: object = {}, request: ApiRequest = {}) =>
    call(world.handler, registerSubmission, {
      claims: clerk,
      body: {
        ...said,
        channel: "counter",
        arrivedAt: "2026-11-23T14:00:00.000Z",
        uploadIds: [await attachmentOf("staff-1")],
        ...more,
      },
      ...request,
    });

  describe("or by telephone", () => {
    const spoken = {
      channel: "telephone",
      text: "Pido que me expliquen el corte.",
      uploadIds: [],
      arrivedAt: undefined,
    };
    const operator = { claims: staff("operator") };

    it("is presented when it is spoken, in its person's words, by an operator, and is mended by them", async () => {
      const { status, body } = await register(spoken, operator);
      expect(status).toBe(201);
      expect(body).toMatchObject({ channel: "telephone", presentedAt: filedAt, text: spoken.text, attachments: [] });
      const params = { submissionId: body.submissionId };
      expect((await call(world.handler, showDeskSubmission, { ...operator, params })).body.number).toBe(body.number);
      const remedy = { ...operator, params, body: { text: "Firmó." } };
      expect((await call(world.handler, takeSubmissionRemedy, remedy)).body).toMatchObject(as("not-now").body);
      await observe(body.submissionId);
      expect((await call(world.handler, takeSubmissionRemedy, remedy)).body.state).toBe("presented");
    });

    it("keeps the day and instant of the call when it is observed for its signature and signed later", async () => {
      const { body } = await register(spoken, operator);
      const { submissionId, filedOn } = body;
      await observe(submissionId);
      on("2026-11-25T15:00:00.000Z");
      const remedied = await call(world.handler, takeSubmissionRemedy, {
        ...{ claims: clerk, params: { submissionId } },
        body: { text: "Trajo el documento firmado.", uploadIds: [await attachmentOf("staff-1")] },
      });
      expect(remedied.body).toMatchObject({ state: "presented", presentedAt: filedAt, filedOn });
      const received = await receive(submissionId);
      expect(received.body).toMatchObject({ state: "received", presentedAt: filedAt, filedOn });
    });

    it.each([
      [{ ...spoken, text: " " }, 400, "invalid-request"],
      [{ ...spoken, kind: "official-letter", letter: { from: "SUNASS", number: "1" } }, 400, "invalid-request"],
      [{ channel: "counter" }, 409, "not-now"],
    ])("an operator registers nothing else: %j (%i)", async (more, status, kind) => {
      expect(await register(more, operator)).toMatchObject({ status, ...as(kind) });
    });
  });

  it("is presented when it arrived, whoever writes it down and when; it is nobody's account's", async () => {
    const { status, body } = await register();
    expect(status).toBe(201);
    expect(body).toMatchObject({
      channel: "counter",
      presentedAt: "2026-11-23T14:00:00.000Z",
      filedOn: "2026-11-23",
      registered: { at: filedAt },
      state: "presented",
      constancia: "preparing",
    });
    expect(body.registered).not.toHaveProperty("by");
    expect(await listed("to-check")).toEqual([body.submissionId]);
    expect((await call(world.handler, listSubmissions, { claims: maria })).body.submissions).toEqual([]);
    expect((await at(showSubmission, maria)(body.submissionId)).status).toBe(404);
  });

  it("once for its key", async () => {
    const key = "la-misma-clave-de-registro";
    const uploadIds = [await attachmentOf("staff-1")];
    const [one, other] = await Promise.all([register({ uploadIds }, { key }), register({ uploadIds }, { key })]);
    expect(one.body.submissionId).toBe(other.body.submissionId);
    expect(await listed("to-check")).toHaveLength(1);
  });

  it.each([
    ["in a minute", "2026-11-23T15:01:00.000Z", {}, /aún no ha pasado/],
    // A Friday: Monday is its first working day after.
    ["three days ago", "2026-11-18T15:00:00.000Z", {}, /por qué se registra recién/],
    ["a month and more ago", "2026-10-23T15:00:00.000Z", { reason: "Se traspapeló." }, /más de 30 días/],
  ])("is not registered as arrived %s", async (_, arrivedAt, more, says) => {
    expect(await register({ arrivedAt, ...more })).toMatchObject(why(says));
  });

  it.each([
    ["the working day before", "2026-11-20T20:00:00.000Z", {}],
    ["days ago, with the reason", "2026-11-18T15:00:00.000Z", { reason: "Llegó a la caja." }],
    ["thirty days ago", "2026-10-24T15:00:00.000Z", { reason: "Se traspapeló." }],
  ])("is registered as arrived %s", async (_, arrivedAt, more) => {
    const { status, body } = await register({ arrivedAt, ...more });
    expect([status, body.presentedAt, body.registered]).toEqual([201, arrivedAt, { at: filedAt, ...more }]);
  });

  it("needs its scan, and a claim that exists", async () => {
    expect((await register({ uploadIds: [] })).status).toBe(400);
    expect(await register({ claimCode: "RE-2026-000000-0" })).toMatchObject({ status: 404, ...as("claim-not-found") });
  });

  it("is given each document of it, on paper or by mail, which is recorded of each", async () => {
    const { submissionId } = (await register()).body;
    const note = (attachment: SubmissionProof, way = "email") =>
      at(recordSubmissionDelivery, clerk)(submissionId, { document: attachment, way });
    await observe(submissionId);
    for (const attachment of submissionProofs) {
      expect(await note(attachment)).toMatchObject({ status: 409, ...as("document-not-ready") });
      await world.submissions.addDocument(submissionId, attachment, document(`submission-${attachment}`));
    }
    expect(await note("observation")).toMatchObject(why(/Anote primero cómo se le avisó/));
    await notify(submissionId);
    for (const attachment of submissionProofs) expect((await note(attachment, "paper")).status).toBe(200);
    const { entries } = (await at(showDeskSubmission, clerk)(submissionId)).body;
    expect(entries.slice(2)).toMatchObject(
      submissionProofs.map((attachment) => ({ type: "delivered", document: attachment, to: "paper" })),
    );
    expect((await at(recordSubmissionDelivery, clerk)(submissionId, { document: "sello", way: "paper" })).status).toBe(
      400,
    );
  });

  it("has a telephone, a mail, both or neither", async () => {
    const ways = [{}, { telephone: "+51 900 000 001" }, { email: "Cliente@Example.pe", telephone: "900000001" }];
    for (const more of ways) expect((await register(more)).status).toBe(201);
    expect((await register({ telephone: "900000001" })).body).toMatchObject({ telephone: "900000001" });
    expect((await register({ telephone: "nueve" })).status).toBe(400);
  });

  describe("a letter of an authority", () => {
    const letter = { from: "SUNASS", number: "Oficio 123-2026", days: 5 };

    it("opens its own clock, counted from the day it was received", async () => {
      const { body } = await register({
        kind: "official-letter",
        letter,
        presenter: "SUNASS",
        arrivedAt: "2026-11-20T20:00:00.000Z",
      });
      expect(body).toMatchObject({ letter, answerBy: "2026-11-27" });
      expect(await listed("to-answer")).toEqual([body.submissionId]);
      expect(await receive(body.submissionId, { kind: "document" })).toMatchObject(why(/su plazo lo dice él mismo/));
      expect((await receive(body.submissionId)).body).toMatchObject({
        kind: "official-letter",
        answerBy: "2026-11-27",
      });
      await answer(body.submissionId);
      expect(await listed("to-answer")).toEqual([]);
    });

    it("attaches to its case when it is received", async () => {
      const { head } = (await world.fileOne(filedAt)).file;
      const { body } = await register({
        kind: "official-letter",
        letter: { from: "TRASS", number: "Oficio 9" },
        claimCode: head.code,
      });
      expect(body).not.toHaveProperty("answerBy");
      expect(body.claim).toEqual({ claimId: head.claimId, code: head.code });
      await receive(body.submissionId);
      const file = await world.caseFiles.read(head.claimId);
      expect(file?.events.at(-1)).toMatchObject({
        type: "submission-received",
        details: { submissionNumber: body.number },
      });
    });

    it.each([
      ["without its number", { kind: "official-letter" }],
      ["that is no letter", { letter }],
    ])("is refused %s", async (_, more) => {
      expect((await register(more)).status).toBe(400);
    });
  });
});

describe("a document that could not be filed before, because the desk did not work", () => {
  const outage = {
    outageId: "20261120150000000Down",
    number: "CAIDA-20261120-1000",
    source: "Down",
    evidence: "87.5",
    from: "2026-11-20T15:00:00.000Z",
    to: "2026-11-20T21:00:00.000Z",
    recordedAt: "2026-11-20T21:00:30.000Z",
  };

  it("cites the outage, which the clerk sees; one that never was is refused", async () => {
    await world.outages.record(outage);
    const submissionId = await filed({ outageId: outage.outageId });
    const { outageId, number, from, to } = outage;
    expect((await at(showDeskSubmission, clerk)(submissionId)).body.outage).toEqual({ outageId, number, from, to });
    const body = { ...said, uploadIds: [await attachmentOf("maria")], outageId: "nunca" };
    expect(await call(world.handler, fileDocument, { claims: maria, body })).toMatchObject({
      status: 404,
      ...as("outage-not-found"),
    });
  });

  it("finds it listed for a month, its certificate for anybody once it is made", async () => {
    await world.outages.record(outage);
    const outages = async () => (await call(world.handler, listOutages)).body.outages;
    expect(await outages()).toMatchObject([{ number: outage.number, certificate: "preparing" }]);
    const params = { outageId: outage.outageId };
    const download = () => call(world.handler, downloadOutageCertificate, { params });
    expect(await download()).toMatchObject({ status: 409, ...as("document-not-ready") });
    await world.outages.addCertificate(outage.outageId, {
      ...document("submission-cargo"),
      kind: "outage-certificate",
    });
    expect((await download()).status).toBe(200);
    expect(await call(world.handler, downloadOutageCertificate, { params: { outageId: "nunca" } })).toMatchObject({
      status: 404,
      ...as("outage-not-found"),
    });
    on("2026-12-21T15:00:00.000Z");
    expect(await outages()).toEqual([]);
  });
});

describe("what is past the time it is kept", () => {
  const retention = async (claims: ApiRequest["claims"] = staff("manager")) =>
    (await call(world.handler, listRetention, { claims })).body.rules;
  const pastOf = async (what: string) =>
    (await retention()).find((rule: { what: string }) => rule.what === what).past.map(({ id }: { id: string }) => id);

  it("is listed by its day and stays: submissions since they were presented, once nothing is owed", async () => {
    const done = await filed();
    await receive(done);
    await answer(done);
    await receive(await filed());
    const waiting = await filed();
    on("2036-11-23T15:00:00.000Z");
    expect(await pastOf("submissions")).toEqual([]);
    on("2036-11-24T15:00:00.000Z");
    expect(await pastOf("submissions")).toEqual([done]);
    expect((await world.submissions.find(done))?.state).toBe("received");
    expect(await listed("to-check")).toEqual([waiting]);
  });

  it("is listed of claims since they were over, and of none that is open", async () => {
    const { file } = await world.fileOne(filedAt);
    await world.fileOne(filedAt);
    on("2036-11-25T15:00:00.000Z");
    expect(await pastOf("claims")).toEqual([]);
    const { head } = file;
    const day = calendarDay("2026-11-24");
    const step = { from: day, state: "closed", since: day, queue: "over" } as const;
    expect(await world.caseFiles.refresh(file, { ...head, steps: [step] }, [])).toBe(true);
    expect(await pastOf("claims")).toEqual([head.claimId]);
  });

  it("is listed of atypical readings since they were closed, and of none that is open", async () => {
    const by = { kind: "system", name: "import-receipts" } as const;
    const entry = { at: filedAt, by, type: "found" } as const;
    const reading = {
      ...{ office: "MOQ", supplyCode: "00012345", readOn: "2026-11-20", reading: 90, m3: 80, averageM3: 15 },
      ...{ assignmentM3: 20, issueOn: "2026-11-30", entries: [entry] },
    };
    for (const period of ["2026-10", "2026-11"])
      await world.atypicalReadings.open({ ...reading, period, readingId: `00012345-${period}` });
    const stored = await world.atypicalReadings.ofMonth("00012345", "2026-11");
    if (!stored) throw new Error("no reading");
    await world.atypicalReadings.append(stored, { at: filedAt, by, type: "delivered" }, undefined);
    on("2036-11-23T15:00:00.000Z");
    expect(await pastOf("readings")).toEqual([]);
    on("2036-11-24T15:00:00.000Z");
    expect(await pastOf("readings")).toEqual(["00012345-2026-11"]);
  });

  it("says its rules with their sources; what goes by itself is no list", async () => {
    const rules = await retention();
    expect(rules.map(({ what }: { what: string }) => what)).toEqual(
      world.tenant.retention.map(({ value }) => value.what),
    );
    for (const { source, past, keptSince } of rules) {
      expect(source).not.toBe("");
      if (keptSince === undefined) expect(past).toEqual([]);
    }
  });
});

it("the clerk reads what was brought and answered too", async () => {
  const submissionId = await filed();
  await receive(submissionId);
  const file = await attachmentOf("staff-1");
  await answer(submissionId, [file]);
  const params = { submissionId, documentId: file };
  expect((await call(world.handler, downloadFiledAttachment, { claims: clerk, params })).status).toBe(200);
});
