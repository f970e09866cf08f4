import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { fileRecourse, showClaim } from "../../../../shared/contract/claim/claim-routes.ts";
import { registerSubmission } from "../../../../shared/contract/submission/desk-submission-routes.ts";
import { entriesOf, lastEntry } from "../../../../shared/domain/case/case-events.ts";
import { transact } from "../../../../shared/storage/dynamodb.ts";
import { openRetained } from "../../../../shared/storage/register/retention.ts";
import type { SubmissionRecord } from "../../../../shared/storage/submission/submissions.ts";
import { person } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { call, customer, staff } from "../../api-call.ts";
import { claimDepsOn, claimsHandler, sendFile } from "../../claims/claims-world.ts";
import { captureLog } from "../../log-lines.ts";
import { staffWorkRoutes as routes } from "../../staff-work.ts";
import { submissionsHandler } from "../../submissions/submissions-world.ts";
import { type CaseworkWorld, caseworkWorld, codeSent, type Step, steps, type Worker } from "../casework-world.ts";

let local: TestTables;
let world: CaseworkWorld;
beforeAll(async () => {
  local = await testTables();
  world = await caseworkWorld(local);
}, 60_000);
beforeEach(() => void captureLog());
afterAll(async () => {
  vi.useRealTimers();
  await local.stop();
});

const on = (now: string): void => void vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
const clerk: Worker = ["clerk-1", "clerk"];
const operator: Worker = ["operator-1", "operator"];
const eventsOf = async (claimId: string) => (await world.caseFiles.read(claimId))?.events ?? [];
const at = async (step: Promise<Step>): Promise<Step> => {
  const ready = await step;
  on(ready.now);
  return ready;
};

let attachments = 0;
const attachmentOf = async (sub: string): Promise<string> => {
  attachments += 1;
  return (await world.upload(sub, `paper-${attachments}`)).documentId;
};

/** A document that maria sent from her account. */
async function filed(claimId: string, presentedAt: string, more: Partial<SubmissionRecord> = {}): Promise<string> {
  attachments += 1;
  const { code } = (await world.caseFiles.read(claimId))?.head ?? { code: "" };
  const submission: SubmissionRecord = {
    submissionId: `submission-${attachments}`,
    number: `MP-2026-${String(attachments).padStart(6, "0")}-1`,
    kind: "document",
    subject: "Un escrito",
    text: "Pido que la revisen.",
    presenter: "CLIENTE DE PRUEBA UNO",
    sub: "maria",
    office: world.tenant.office.code.value,
    presentedAt,
    filedOn: presentedAt.slice(0, 10),
    state: "presented",
    channel: "web",
    claim: { claimId, code },
    attachments: [],
    entries: [],
    ...more,
  };
  await transact(world.claims.client, world.submissions.file(submission));
  return submission.submissionId;
}

const take = (claimId: string, confirmation: object, more: object = {}, who = clerk) =>
  world.as(who, routes.takeRecourse, {
    params: { claimId },
    body: { kind: "appeal", grounds: "No estoy de acuerdo.", came: "document-desk", confirmation, ...more },
  });
const why = (says: RegExp) => ({ status: 409, body: { detail: expect.stringMatching(says) } });

describe("a recourse of who has a decision whose delivery is not recorded", () => {
  const handler = () => claimsHandler(claimDepsOn(world));
  const recourse = (claimId: string, body: object) =>
    call(handler(), fileRecourse, {
      claims: customer("maria"),
      params: { claimId },
      body: { kind: "appeal", grounds: "No estoy de acuerdo.", ...body },
    });
  const show = async (claimId: string) =>
    (await call(handler(), showClaim, { claims: customer("maria"), params: { claimId } })).body;

  it("is offered, and notifies the decision with it", async () => {
    const { claimId } = await at(steps.dispatched(world));
    expect(await show(claimId)).toMatchObject({ state: "resolved", unnotifiedDecision: true, resolutions: [] });
    expect(await recourse(claimId, {})).toMatchObject(why(/otro paso/));
    const { body } = await recourse(claimId, { knowsDecision: true });
    expect(body).toMatchObject({ late: false, claim: { state: "in-appeal", resolutions: [{ outcome: "upheld" }] } });
    expect(lastEntry(await eventsOf(claimId), "resolution-notified")).toMatchObject({
      by: { kind: "system" },
      effectiveAt: "2026-12-30T16:00:00.000Z",
      details: { noticeId: "notice-1", how: "tacit-notification" },
    });
    expect(await world.as(clerk, routes.showCase, { params: { claimId } })).not.toHaveProperty("body.untoldDecision");
  });

  it("may be a reconsideration, with its attachments", async () => {
    const { claimId } = await at(steps.dispatched(world));
    await sendFile(world, "maria", `new-${claimId}`);
    const body = { kind: "reconsideration", knowsDecision: true };
    expect((await recourse(claimId, { ...body, uploadIds: [`new-${claimId}`] })).body.claim.state).toBe(
      "in-reconsideration",
    );
  });

  it("is not taken before the decision was sent, nor once its term to notify is over", async () => {
    const { claimId } = await at(steps.signed(world));
    expect(await show(claimId)).not.toHaveProperty("unnotifiedDecision");
    expect(await recourse(claimId, { knowsDecision: true })).toMatchObject(why(/otro paso/));
    const sent = await steps.dispatched(world);
    on("2027-01-18T15:00:00.000Z");
    expect(await show(sent.claimId)).toMatchObject({ state: "silence-to-confirm" });
    expect(await recourse(sent.claimId, { knowsDecision: true })).toMatchObject({ status: 409 });
  });

  it("is taken after the term by a clerk where it was handed in within it", async () => {
    const { claimId } = await steps.dispatched(world);
    const presented = await filed(claimId, "2027-01-15T15:00:00.000Z");
    on("2027-01-18T15:00:00.000Z");
    const confirmation = { by: "submission", submissionId: presented };
    expect(await take(claimId, confirmation, { knowsDecision: true }, operator)).toMatchObject(why(/otro cargo/));
    expect((await world.as(clerk, routes.showCase, { params: { claimId } })).body.actions).toContain("appeal-filed");
    expect(await take(claimId, confirmation, { knowsDecision: true })).toMatchObject({
      status: 201,
      body: { filedOn: "2027-01-15", claim: { state: "in-appeal" } },
    });
    const late = await steps.dispatched(world);
    const { receivedAt, uploadIds } = {
      receivedAt: "2027-01-18T14:00:00.000Z",
      uploadIds: [await attachmentOf("clerk-1")],
    };
    expect(await take(late.claimId, { by: "paper", receivedAt, uploadIds }, { knowsDecision: true })).toMatchObject({
      status: 409,
    });
  });
});

describe("what was handed in counts from its day", () => {
  it("a recourse on paper, with its stamp", async () => {
    const { claimId } = await steps.notified(world);
    on("2027-02-01T15:00:00.000Z");
    const uploadIds = [await attachmentOf("clerk-1")];
    const attachment = { by: "paper", receivedAt: "2027-01-05T15:00:00Z", uploadIds };
    expect(await take(claimId, attachment)).toMatchObject(why(/por qué se anota recién hoy/));
    const taken = await take(claimId, { ...attachment, reason: "El papel estaba en otra área." });
    expect(taken).toMatchObject({ status: 201, body: { filedOn: "2027-01-05", late: false } });
    expect(lastEntry(await eventsOf(claimId), "appeal-filed")).toMatchObject({
      effectiveAt: "2027-01-05T15:00:00.000Z",
      recordedAt: "2027-02-01T15:00:00.000Z",
      details: {
        taken: {
          came: "document-desk",
          confirmed: { by: "paper", receivedAt: "2027-01-05T15:00:00.000Z", reason: "El papel estaba en otra área." },
        },
      },
    });
    expect(taken.body.claim.attachments).toMatchObject([{ documentId: uploadIds[0] }]);
    expect(taken.body.claim.entries.at(-1).text).toContain(
      "papel que presentó el 5 de enero de 2027; anotado después: El papel estaba en otra área.",
    );
  });

  it("a recourse that came as a document of the document desk: it keeps its number, and is taken once", async () => {
    const { claimId } = await steps.notified(world);
    const proof = { documentId: `proof-${claimId}`, fileName: "a.pdf", contentType: "application/pdf", sizeBytes: 10 };
    const submissionId = await filed(claimId, "2027-01-05T15:00:00.000Z", {
      attachments: [{ ...proof, sha256: "a".repeat(64), state: "received" }],
    });
    on("2027-02-01T15:00:00.000Z");
    const confirmation = { by: "submission", submissionId };
    const taken = await take(claimId, confirmation, { kind: "reconsideration" });
    const submission = await world.submissions.find(submissionId);
    expect(taken).toMatchObject({
      status: 201,
      body: {
        submissionId,
        submissionNumber: submission?.number,
        filedOn: "2027-01-05",
        claim: { state: "in-reconsideration" },
      },
    });
    expect(submission).toMatchObject({ state: "received", claim: { claimId } });
    expect(await take(claimId, confirmation)).toMatchObject(why(/ya se tomó/));
  });

  it("a recourse on paper that the clerk registered first: its terms run from when it arrived", async () => {
    const { claimId } = await steps.notified(world);
    const link = { link: async () => "https://evidence.example.pe/" };
    const deps = submissionsHandler({
      ...world,
      retained: openRetained(world.claims),
      attachmentTickets: { issue: async () => ({ url: "", fields: {}, expiresAt: "" }) },
      attachmentDownloads: link,
      pageViews: link,
      documentDownloads: link,
    });
    on("2027-01-06T15:00:00.000Z");
    const [scan, { code = "" } = {}] = [await attachmentOf("clerk-1"), (await world.caseFiles.read(claimId))?.head];
    const registered = await call(deps, registerSubmission, {
      claims: { ...staff("clerk"), sub: "clerk-1" },
      body: {
        subject: "Recurso de apelación",
        presenter: "CLIENTE DE PRUEBA UNO",
        channel: "counter",
        arrivedAt: "2027-01-05T15:00:00.000Z",
        claimCode: code,
        uploadIds: [scan],
      },
    });
    expect(registered).toMatchObject({
      status: 201,
      body: { presentedAt: "2027-01-05T15:00:00.000Z", claim: { code } },
    });
    const { submissionId, number } = registered.body;
    expect((await world.as(clerk, routes.showCase, { params: { claimId } })).body.state).toBe("notified");
    // Written down a month later: its day is the one it arrived.
    on("2027-02-01T15:00:00.000Z");
    const taken = await take(claimId, { by: "submission", submissionId });
    expect(taken).toMatchObject({
      status: 201,
      body: {
        submissionId,
        submissionNumber: number,
        filedOn: "2027-01-05",
        late: false,
        claim: { state: "in-appeal" },
      },
    });
    expect(lastEntry(await eventsOf(claimId), "appeal-filed")).toMatchObject({
      effectiveAt: "2027-01-05T15:00:00.000Z",
      recordedAt: "2027-02-01T15:00:00.000Z",
    });
    const { clocks } = (await world.as(clerk, routes.showCase, { params: { claimId } })).body;
    // Five working days of the company from Tuesday 5 January 2027.
    expect(clocks.find(({ id }: { id: string }) => id === "T16")).toMatchObject({ dueDate: "2027-01-12" });
    expect(await world.submissions.find(submissionId)).toMatchObject({ state: "received", recordedAs: "appeal" });
    expect(taken.body.claim.attachments).toMatchObject([{ documentId: scan }]);
  });

  it("a remedy, in its days though it is written down after them", async () => {
    const { claimId, now } = await steps.observed(world);
    const by = person("clerk-1", "clerk");
    await world.elsewhere(claimId, now, [
      { type: "defect-notified", effectiveAt: now, by, details: { how: "notified-by-telephone" } },
    ]);
    on("2026-12-09T15:00:00.000Z");
    expect((await world.as(clerk, routes.showCase, { params: { claimId } })).body.state).toBe("not-filed");
    const body = { answer: "Trajo el poder.", came: "document-desk" };
    const remedy = (more: object) =>
      world.as(clerk, routes.takeRemedy, { params: { claimId }, body: { ...body, ...more } });
    expect((await remedy({})).status).toBe(400);
    const uploadIds = [await attachmentOf("clerk-1")];
    const presented = { by: "paper", receivedAt: "2026-11-26T15:00:00Z", reason: "Se traspapeló.", uploadIds };
    expect(await remedy({ presented: { ...presented, reason: undefined } })).toMatchObject(why(/recién hoy/));
    expect(await remedy({ presented: { ...presented, receivedAt: "2026-12-09T14:00:00Z" } })).toMatchObject(
      why(/plazo/),
    );
    expect(await remedy({ presented })).toMatchObject({
      status: 200,
      body: { state: "under-investigation", since: "2026-11-26", attachments: [{ documentId: uploadIds[0] }] },
    });
    expect(await world.uploads.find(uploadIds[0] ?? "")).toMatchObject({ claimId });
  });

  it("a withdrawal and an extension", async () => {
    const { claimId } = await steps.accepted(world);
    on("2026-12-10T15:00:00.000Z");
    const extension = await world.as(clerk, routes.takeExtension, {
      params: { claimId },
      body: {
        grounds: "Hubo cortes.",
        came: "document-desk",
        presented: {
          by: "paper",
          receivedAt: "2026-11-26T15:00:00Z",
          reason: "Se traspapeló.",
          uploadIds: [await attachmentOf("clerk-1")],
        },
      },
    });
    expect(extension.status).toBe(200);
    const submissionId = await filed(claimId, "2026-12-01T15:00:00.000Z");
    const withdrawal = await world.as(clerk, routes.takeWithdrawal, {
      params: { claimId },
      body: { of: "claim", came: "document-desk", confirmation: { by: "submission", submissionId } },
    });
    expect(withdrawal.status).toBe(200);
    expect(entriesOf(await eventsOf(claimId), "withdrawal-requested")).toMatchObject([
      { effectiveAt: "2026-12-01T15:00:00.000Z", of: "claim" },
    ]);
  });

  it("a queja, counted from the day it was presented, as a document or on paper with its stamp", async () => {
    const { claimId } = await steps.accepted(world);
    on("2026-12-10T15:00:00.000Z");
    const said = { ground: "delay", duty: "Resolver en plazo.", facts: "No resuelven.", came: "document-desk" };
    const take = (more: object, who = clerk) =>
      world.as(who, routes.takeQueja, { params: { claimId }, body: { ...said, ...more } });
    expect((await take({})).status).toBe(400);
    const submissionId = await filed(claimId, "2026-12-01T15:00:00.000Z");
    const presented = { by: "submission", submissionId };
    expect((await take({ came: "telephone", presented })).status).toBe(400);
    const taken = await take({ presented });
    expect(taken, taken.text).toMatchObject({ status: 201, body: { submissionId } });
    // Sent on the working day after it was presented at the latest: late already, and it says so.
    expect(taken.body.claim.clocks.find(({ id }: { id: string }) => id === "T20")).toMatchObject({
      startsOn: "2026-12-01",
      dueDate: "2026-12-02",
      status: "lapsed",
    });
    expect(await world.submissions.find(submissionId)).toMatchObject({ state: "received", recordedAs: "queja" });
    expect(await take({ presented })).toMatchObject(why(/ya se tomó/));
    const uploadIds = [await attachmentOf("clerk-1")];
    const attachment = { by: "paper", receivedAt: "2026-12-03T15:00:00Z", uploadIds };
    expect(await take({ presented: attachment })).toMatchObject(why(/recién hoy/));
    expect((await take({ presented: { ...attachment, reason: "Se traspapeló." } })).status).toBe(201);
    expect(entriesOf(await eventsOf(claimId), "queja-filed")).toMatchObject([
      { effectiveAt: "2026-12-01T15:00:00.000Z", filedOn: "2026-12-01", details: { submissionId } },
      {
        effectiveAt: "2026-12-03T15:00:00.000Z",
        filedOn: "2026-12-03",
        details: { taken: { confirmed: { by: "paper", attachments: [{ documentId: uploadIds[0] }] } } },
      },
    ]);
  });

  it.each([
    ["of another claim", async () => ({ claim: { claimId: "another", code: "RE-1" } }), 404, /documentos presentados/],
    ["of somebody else's account", async () => ({ sub: "jorge" }), 409, /desde su cuenta/],
    ["that was returned", async () => ({ state: "returned" as const }), 409, /devolvió/],
    ["of before the claim", async () => ({ presentedAt: "2026-11-20T15:00:00.000Z" }), 409, /anterior/],
  ])("not a document %s", async (_, more, status, says) => {
    const { claimId } = await at(steps.notified(world));
    const submissionId = await filed(claimId, "2026-12-30T14:00:00.000Z", await more());
    const refused = await take(claimId, { by: "submission", submissionId });
    expect(refused.status).toBe(status);
    expect(refused.body.detail ?? refused.body.title).toMatch(says);
  });

  it("not an attachment of a day to come, nor one that came otherwise", async () => {
    const { claimId } = await at(steps.notified(world));
    const attachment = { by: "paper", receivedAt: "2027-03-01T15:00:00Z", uploadIds: [await attachmentOf("clerk-1")] };
    expect(await take(claimId, attachment)).toMatchObject(why(/todavía no llega/));
    expect(await take(claimId, attachment, { came: "telephone" })).toMatchObject({ status: 400 });
  });
});

describe("a signed attachment", () => {
  it.each(["pending", "refused"] as const)("that is %s confirms nothing", async (state) => {
    const { claimId } = await at(steps.notified(world));
    await sendFile(world, "clerk-1", `${state}-${claimId}`, state);
    const confirmation = { by: "signature", uploadIds: [`${state}-${claimId}`] };
    expect(await take(claimId, confirmation, { came: "counter" })).toMatchObject(why(/todavía se revisa/));
  });

  it("is no new evidence as well", async () => {
    const { claimId } = await at(steps.notified(world));
    const uploadIds = [await attachmentOf("clerk-1")];
    const both = { kind: "reconsideration", came: "counter", uploadIds };
    expect(await take(claimId, { by: "signature", uploadIds }, both)).toMatchObject({
      status: 400,
      body: { errors: [{ message: expect.stringContaining("no es también una prueba") }] },
    });
  });
});

describe("an agreement", () => {
  const conciliator: Worker = ["conciliator-1", "conciliator"];
  const acta = {
    agreement: "partial",
    startedAt: "2026-12-23T18:00:00Z",
    standing: { as: "holder" },
    attendedBy: "CLIENTE DE PRUEBA UNO",
    agreed: "Se factura 20 m³.",
  };
  const hold = (claimId: string, more: object) =>
    world.as(conciliator, routes.recordHearing, { params: { claimId }, body: { ...acta, ...more } });
  const dueHearing = async () => {
    const { claimId } = await steps.accepted(world);
    on("2026-12-23T18:00:00.000Z");
    return claimId;
  };

  it("is not recorded on the word of who writes the acta", async () => {
    const claimId = await dueHearing();
    expect(await hold(claimId, {})).toMatchObject({ status: 409, body: { type: "urn:caudal:not-confirmed" } });
    const uploadIds = [await attachmentOf("conciliator-1")];
    const held = await hold(claimId, { confirmation: { by: "signature", uploadIds } });
    expect(held).toMatchObject({
      status: 200,
      body: { state: "partly-conciliated", attachments: [{ documentId: uploadIds[0] }] },
    });
    expect(held.body.entries.at(-1).text).toContain("con papel firmado");
  });

  it("names who sat for the company: who records it, by the register, or another", async () => {
    const one = { name: "CONCILIADORA DE PRUEBA", extension: "105", onDuty: true } as const;
    await world.staffRegister.save("MOQ", { ...one, sub: "conciliator-1", roles: ["conciliator"] });
    const none = { agreement: "none", standing: undefined, attendedBy: undefined, agreed: "", disagreed: "El monto." };
    const companyOf = async (claimId: string) =>
      lastEntry(await eventsOf(claimId), "conciliation-held")?.details.companyBy;
    const claimId = await dueHearing();
    expect((await hold(claimId, { ...none, companyBy: { name: "JEFE DE PRUEBA" } })).status).toBe(400);
    expect((await hold(claimId, none)).status).toBe(200);
    expect(await companyOf(claimId)).toEqual({ name: one.name, charge: "A cargo de la conciliación" });
    const other = await dueHearing();
    const companyBy = { name: "JEFE DE PRUEBA", charge: "Jefe comercial" };
    expect((await hold(other, { ...none, companyBy })).status).toBe(200);
    expect(await companyOf(other)).toEqual(companyBy);
  });

  it("that is total says what is done, for the acta and for the code; an accepted offer says it itself", async () => {
    const claimId = await dueHearing();
    const total = { agreement: "total", agreed: "Acuerdo total." };
    const lacks = {
      status: 400,
      body: { errors: [{ field: "body.agreed", message: expect.stringContaining("los m³") }] },
    };
    expect(await hold(claimId, total)).toMatchObject(lacks);
    const what = { act: "agreement", ...total };
    expect(
      (await world.as(conciliator, routes.askConfirmation, { params: { claimId }, body: { channel: "sms", what } }))
        .status,
    ).toBe(400);
    expect((await hold(claimId, { ...total, acceptedOfferId: "o1" })).body.type).toBe("urn:caudal:offer-not-found");
    expect((await hold(claimId, { ...total, agreed: "Se cobran 20 m³." })).body.type).toBe("urn:caudal:not-confirmed");
  });

  it("is confirmed by the code sent for what was agreed, and for nothing else", async () => {
    const claimId = await dueHearing();
    const ask = (who: Worker) =>
      world.as(who, routes.askConfirmation, {
        params: { claimId },
        body: { channel: "sms", what: { act: "agreement", agreement: "partial", agreed: acta.agreed } },
      });
    expect(await ask(operator)).toMatchObject(why(/otro cargo/));
    expect((await ask(conciliator)).status).toBe(200);
    const code = await codeSent(world, claimId);
    const confirmation = { by: "code", code };
    expect(await hold(claimId, { confirmation, agreed: "Se factura 40 m³." })).toMatchObject(why(/cambió/));
    // Each wrong code takes one of the five attempts.
    for (const wrong of ["000001", "000002", "000003"])
      expect((await hold(claimId, { confirmation: { by: "code", code: wrong } })).status).toBe(409);
    expect(await hold(claimId, { confirmation })).toMatchObject({ status: 200, body: { state: "partly-conciliated" } });
  });
});
