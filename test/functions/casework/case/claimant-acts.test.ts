import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { sendNotices } from "../../../../functions/send-notices/send-notices.ts";
import { entriesOf, lastEntry } from "../../../../shared/domain/case/case-events.ts";
import type { MailLetter, Sent } from "../../../../shared/storage/notice/mail.ts";
import { fixedNotices } from "../../../doubles/fixed-notices.ts";
import { form } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { captureLog } from "../../log-lines.ts";
import { noticeDeps } from "../../send-notices/notice-deps.ts";
import { staffWorkRoutes as routes } from "../../staff-work.ts";
import { type CaseworkWorld, caseworkWorld, filedAt, type Step, steps, type Worker } from "../casework-world.ts";

let local: TestTables;
let world: CaseworkWorld;
let mails: MailLetter[];
let texts: { to: string; text: string }[];
beforeAll(async () => {
  local = await testTables();
  world = await caseworkWorld(local);
}, 60_000);
beforeEach(() => {
  captureLog();
  mails = [];
  texts = [];
});
afterAll(async () => {
  vi.useRealTimers();
  await local.stop();
});

const on = (now: string): void => void vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
const minutesAfter = (now: string, minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString();
const operator: Worker = ["operator-1", "operator"];
const clerk: Worker = ["clerk-1", "clerk"];
const eventsOf = async (claimId: string) => (await world.caseFiles.read(claimId))?.events ?? [];

/** A claim by telephone, of nobody's account. */
const byTelephone = async (claimant: Partial<typeof form.claimant> = {}): Promise<Step> => {
  const { file } = await world.fileOne(filedAt, {
    channel: "telephone",
    by: { kind: "staff", sub: "operator-1", roles: ["operator"] },
    sub: undefined,
    form: { ...form, claimant: { ...form.claimant, ...claimant } },
  });
  return { claimId: file.head.claimId, now: "2026-11-24T15:00:00.000Z" };
};

/** Sends what the last code was asked for; the code as its claimant gets it. */
async function codeSent(claimId: string, now: string): Promise<string> {
  const asked = lastEntry(await eventsOf(claimId), "confirmation-asked");
  const sent = async (kept: unknown[], one: unknown): Promise<Sent> => {
    kept.push(one);
    return { messageId: `${claimId}-${kept.length}` };
  };
  const mail = { send: (letter: MailLetter) => sent(mails, letter) };
  const messages = { send: (to: string, text: string) => sent(texts, { to, text }) };
  const deps = { ...world, ...noticeDeps, notices: fixedNotices(), mail, texts: messages, now: () => now };
  await sendNotices(deps)({ claimId, seq: asked?.seq ?? 0 });
  return /\b\d{6}\b/.exec(texts.at(-1)?.text ?? mails.at(-1)?.text ?? "")?.[0] ?? "";
}

const appeal = { kind: "appeal", grounds: "No estoy de acuerdo.", uploadIds: [] };
const withdrawal = { of: "procedure", reason: "Ya lo arreglé." };

const ask = ({ claimId }: Step, what: object, channel = "sms") =>
  world.as(operator, routes.askConfirmation, { params: { claimId }, body: { channel, what } });
const fileAppeal = ({ claimId }: Step, code: string, more: object = {}) =>
  world.as(operator, routes.takeRecourse, {
    params: { claimId },
    body: { ...appeal, came: "telephone", confirmation: { by: "code", code }, ...more },
  });

async function notified(): Promise<Step> {
  const step = await steps.notified(world);
  on(step.now);
  return step;
}

describe("what is recorded at once", () => {
  it("a remedy brought to the counter, with its attachments", async () => {
    const { claimId, now } = await byTelephone();
    const by = { kind: "staff", sub: "clerk-1", roles: ["clerk"] } as const;
    await world.elsewhere(claimId, now, [
      { type: "defect-observed", effectiveAt: now, by, details: { defects: ["Falta el poder."] } },
      { type: "defect-notified", effectiveAt: now, by, details: { how: "notified-by-telephone" } },
    ]);
    on("2026-11-24T16:00:00.000Z");
    await world.upload("clerk-1", "power");
    const body = { answer: "Trajo el poder.", uploadIds: ["power"], came: "counter" };
    const taken = await world.as(clerk, routes.takeRemedy, { params: { claimId }, body });
    expect(taken).toMatchObject({ status: 200, body: { state: "under-investigation" } });
    expect(lastEntry(await eventsOf(claimId), "remedied")).toMatchObject({
      by: { sub: "clerk-1" },
      details: { answer: "Trajo el poder.", attachments: [{ documentId: "power" }], taken: { came: "counter" } },
    });
    expect(taken.body.entries.at(-1).text).toBe("Trajo el poder.: en la oficina");
    expect(await world.uploads.find("power")).toMatchObject({ claimId });
  });

  it("what is added by telephone in the first days, once by its key, and no more after them", async () => {
    const { claimId, now } = await byTelephone();
    on(now);
    const asked = {
      params: { claimId },
      body: { grounds: "Hubo cortes.", came: "telephone" },
      key: "one-key-of-its-own-1",
    };
    for (let time = 1; time <= 2; time += 1)
      expect(await world.as(operator, routes.takeExtension, asked)).toMatchObject({ status: 200 });
    expect(entriesOf(await eventsOf(claimId), "claim-extended")).toMatchObject([
      { by: { sub: "operator-1" }, details: { grounds: "Hubo cortes.", taken: { came: "telephone" } } },
    ]);
    on("2026-12-10T15:00:00.000Z");
    const late = await world.as(operator, routes.takeExtension, { ...asked, key: "one-key-of-its-own-2" });
    expect(late).toMatchObject({ status: 409, body: { type: "urn:caudal:not-now" } });
  });

  it("the answer to an offer, which only who attends the public is offered to write", async () => {
    const { claimId } = await steps.accepted(world);
    on("2026-11-27T15:00:00.000Z");
    const made = await world.as(["conciliator-1", "conciliator"], routes.makeOffer, {
      params: { claimId },
      body: { m3: 20, terms: "Se factura menos.", until: "2026-12-01" },
    });
    const { offerId } = made.body.offers[0];
    expect(made.body.actions).not.toContain("answer-offer");
    const shown = await world.as(operator, routes.showCase, { params: { claimId } });
    expect(shown.body.actions).toContain("answer-offer");
    const answer = () =>
      world.as(operator, routes.takeOfferAnswer, {
        params: { claimId, offerId },
        body: { accepted: true, came: "telephone" },
      });
    expect(await answer()).toMatchObject({ status: 200, body: { offers: [{ accepted: true }] } });
    expect(lastEntry(await eventsOf(claimId), "offer-answered")).toMatchObject({
      by: { sub: "operator-1" },
      details: { accepted: true, standing: { as: "holder" }, taken: { came: "telephone" } },
    });
    expect(await answer()).toMatchObject({ status: 409, body: { type: "urn:caudal:not-now" } });
  });

  it("what they propose instead of an offer, which the week shows until an offer answers it", async () => {
    const { claimId } = await steps.accepted(world);
    on("2026-11-27T15:00:00.000Z");
    const conciliator: Worker = ["conciliator-1", "conciliator"];
    const query = { receiptNumber: "S001-00045001", m3: "20", instalments: "3" };
    const priced = await world.as(conciliator, routes.priceOffer, { params: { claimId }, query });
    expect(priced.body).toEqual({ after: "58.08", instalments: ["19.36", "19.36", "19.36"] });
    const make = (m3: number) =>
      world.as(conciliator, routes.makeOffer, {
        params: { claimId },
        body: { m3, instalments: 3, terms: "Se factura menos.", until: "2026-12-01" },
      });
    const made = await make(20);
    expect(made.body.offers).toMatchObject([{ after: "58.08", instalments: ["19.36", "19.36", "19.36"] }]);
    expect(made.body.entries.at(-1).text).toContain("en 3 cuotas mensuales sin intereses, de S/ 19.36");
    const { on: day } = made.body.hearing;
    const isCountered = async () =>
      (await world.as(conciliator, routes.listHearings, { query: { day } })).body.hearings.flatMap(
        (one: { claimId: string; countered: boolean }) => (one.claimId === claimId ? one.countered : []),
      );
    expect(await isCountered()).toEqual([false]);
    const { offerId } = made.body.offers[0];
    const countered = await world.as(operator, routes.takeOfferAnswer, {
      params: { claimId, offerId },
      body: { accepted: false, came: "telephone", counter: { m3: 15, says: "Es lo que usa." } },
    });
    expect(countered.body.offers).toMatchObject([{ accepted: false, counter: { m3: 15, says: "Es lo que usa." } }]);
    expect(await isCountered()).toEqual([true]);
    expect((await make(15)).body.offers).toHaveLength(2);
    expect(await isCountered()).toEqual([false]);
  });

  it("only with how the person came", async () => {
    const { claimId, now } = await byTelephone();
    on(now);
    const body = { grounds: "Hubo cortes." };
    expect(await world.as(operator, routes.takeExtension, { params: { claimId }, body })).toMatchObject({
      status: 400,
      body: { errors: [{ message: "Elija si llamó, vino a la oficina o presentó un documento." }] },
    });
  });
});

describe("a voice, in a recorded call", () => {
  const landline = { telephone: "053462000", email: undefined, notifyByEmail: false };
  const withdrawBy = ({ claimId }: Step, confirmation: object, came = "telephone") =>
    world.as(operator, routes.takeWithdrawal, {
      params: { claimId },
      body: { ...withdrawal, came, confirmation },
    });

  /** A recording that the operator sent and that passed its check. */
  const recorded = async (documentId: string) => {
    const file = { documentId, fileName: `${documentId}.ogg`, contentType: "audio/ogg", sizeBytes: 10 } as const;
    const recording = { ...file, sha256: "b".repeat(64), state: "received" } as const;
    await world.uploads.announce({ ...recording, by: operator[0], createdAt: filedAt }, 100);
    return recording;
  };

  it("confirms for whoever can be sent no code, and its recording is kept with the case, by its hash", async () => {
    const step = await byTelephone(landline);
    on(step.now);
    const shown = await world.as(operator, routes.showCase, { params: { claimId: step.claimId } });
    expect(shown.body.confirmingWays).toEqual({
      telephone: ["voice"],
      counter: ["signature"],
      "document-desk": ["paper", "submission"],
      hearing: ["voice", "signature"],
    });
    expect(await ask(step, { act: "withdrawal", ...withdrawal })).toMatchObject({ status: 409 });
    const recording = await recorded("voz-1");
    const taken = await withdrawBy(step, { by: "voice", uploadIds: ["voz-1"] });
    expect(taken.status).toBe(200);
    expect(lastEntry(await eventsOf(step.claimId), "withdrawal-requested")).toMatchObject({
      details: {
        taken: { came: "telephone", confirmed: { by: "voice", to: "053462000", attachments: [recording] } },
      },
    });
    expect(taken.body.entries.at(-1).text).toContain("confirmado de viva voz, grabación voz-1.ogg");
    expect(taken.body.attachments).toContainEqual(
      expect.objectContaining({ documentId: "voz-1", sha256: recording.sha256 }),
    );
  });

  it("is not taken for who has a mobile, nor at the counter, nor without its recording", async () => {
    const step = await byTelephone();
    on(step.now);
    await recorded("voz-2");
    expect(await withdrawBy(step, { by: "voice", uploadIds: ["voz-2"] })).toMatchObject({
      status: 409,
      body: { type: "urn:caudal:not-now", detail: expect.stringMatching(/confirme con el código/) },
    });
    const other = await byTelephone(landline);
    expect((await withdrawBy(other, { by: "voice", uploadIds: ["voz-2"] }, "counter")).status).toBe(400);
    expect((await withdrawBy(other, { by: "voice", uploadIds: [] })).status).toBe(400);
    expect((await withdrawBy(other, { by: "voice", uploadIds: ["nobody-s"] })).status).toBe(404);
    await world.upload(operator[0], "foto-1");
    expect(await withdrawBy(other, { by: "voice", uploadIds: ["foto-1"] })).toMatchObject({
      ...{ status: 409, body: { detail: expect.stringMatching(/no es una grabación/) } },
    });
    expect(entriesOf(await eventsOf(other.claimId), "withdrawal-requested")).toEqual([]);
  });
});

describe("a code", () => {
  it("goes to the claim's own mobile, confirms what it was sent for, and files it at the document desk", async () => {
    const step = await notified();
    expect(await ask(step, { act: "recourse", ...appeal })).toMatchObject({
      status: 200,
      body: { channel: "sms", until: minutesAfter(step.now, 10) },
    });
    const code = await codeSent(step.claimId, step.now);
    expect(texts).toMatchObject([{ to: "900000001", text: expect.stringContaining("una apelacion") }]);
    const filed = await fileAppeal(step, code, {});
    expect(filed).toMatchObject({
      status: 201,
      body: { submissionNumber: expect.stringMatching(/^MP-/), late: false, claim: { state: "in-appeal" } },
    });
    const recourse = lastEntry(await eventsOf(step.claimId), "appeal-filed");
    expect(recourse).toMatchObject({
      by: { sub: "operator-1" },
      details: { taken: { came: "telephone", confirmed: { by: "code" } } },
    });
    // The account that filed the claim finds the recourse among its submissions.
    expect(await world.submissions.find(filed.body.submissionId)).toMatchObject({ kind: "appeal", sub: "maria" });
    expect(filed.body.claim.entries.at(-1).text).toContain("por teléfono, confirmado con código");
  });

  it("stands nowhere but in what was sent", async () => {
    const step = await notified();
    await ask(step, { act: "recourse", ...appeal });
    const code = await codeSent(step.claimId, step.now);
    expect(code).toMatch(/^\d{6}$/);
    const { Items = [] } = await world.claims.client.send(new ScanCommand({ TableName: world.claims.name }));
    expect(JSON.stringify(Items)).not.toMatch(new RegExp(`\\b${code}\\b`));
  });

  it("goes by mail where the person asks for it, with all that was written down", async () => {
    const step = await notified();
    await ask(step, { act: "recourse", ...appeal }, "email");
    await codeSent(step.claimId, step.now);
    expect(mails).toMatchObject([{ to: "cliente@example.pe", text: expect.stringContaining(appeal.grounds) }]);
    expect(texts).toEqual([]);
  });

  it("is taken at most five times wrong; a new one is taken", async () => {
    const step = await notified();
    await ask(step, { act: "recourse", ...appeal });
    const code = await codeSent(step.claimId, step.now);
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, "0");
    for (let attempt = 1; attempt <= 5; attempt += 1)
      expect(await fileAppeal(step, wrong)).toMatchObject({
        status: 409,
        body: { type: "urn:caudal:not-confirmed", detail: expect.stringMatching(/no es el que le enviamos/) },
      });
    expect(await fileAppeal(step, code)).toMatchObject({
      status: 409,
      body: { detail: expect.stringMatching(/ya no sirve/) },
    });
    expect(entriesOf(await eventsOf(step.claimId), "manager-alerted")).toMatchObject([
      { details: { reason: expect.stringContaining("5 intentos") } },
    ]);
    await ask(step, { act: "recourse", ...appeal });
    expect(await fileAppeal(step, await codeSent(step.claimId, step.now))).toMatchObject({ status: 201 });
  });

  it.each([
    ["for what was written down since", 1, { grounds: "Otra cosa." }, /cambió/],
    ["once its ten minutes are over", 11, {}, /venció/],
  ])("is not taken %s", async (_, minutes, more, says) => {
    const step = await notified();
    await ask(step, { act: "recourse", ...appeal });
    const code = await codeSent(step.claimId, step.now);
    on(minutesAfter(step.now, minutes));
    expect(await fileAppeal(step, code, more)).toMatchObject({
      status: 409,
      body: { type: "urn:caudal:not-confirmed", detail: expect.stringMatching(says) },
    });
  });

  it("is not taken before one was sent, nor sent once its minutes are over", async () => {
    const step = await notified();
    expect(await fileAppeal(step, "000000")).toMatchObject({
      body: { detail: expect.stringMatching(/No hay un código/) },
    });
    await ask(step, { act: "recourse", ...appeal });
    expect(await codeSent(step.claimId, minutesAfter(step.now, 11))).toBe("");
    expect(await fileAppeal(step, "000000")).toMatchObject({
      body: { detail: expect.stringMatching(/todavía no sale/) },
    });
  });

  it("serves one act, and a repeat of that act is the same act", async () => {
    const { claimId, now } = await byTelephone();
    on(now);
    const step = { claimId, now };
    expect(await ask(step, { act: "withdrawal", ...withdrawal })).toMatchObject({ status: 200 });
    const code = await codeSent(claimId, now);
    expect(texts.at(-1)?.text).toContain("un desistimiento del procedimiento");
    const withdraw = (key: string) =>
      world.as(operator, routes.takeWithdrawal, {
        params: { claimId },
        body: { ...withdrawal, came: "telephone", confirmation: { by: "code", code } },
        key,
      });
    expect(await withdraw("one-key-of-its-own-3")).toMatchObject({ status: 200 });
    expect(await withdraw("one-key-of-its-own-3")).toMatchObject({ status: 200 });
    expect(await withdraw("one-key-of-its-own-4")).toMatchObject({ status: 409 });
    expect(entriesOf(await eventsOf(claimId), "withdrawal-requested")).toMatchObject([
      { of: "procedure", details: { taken: { came: "telephone", confirmed: { by: "code" } } } },
    ]);
  });

  it.each([
    ["what the law does not take now", {}, appeal, "sms", /otro paso/],
    [
      "a mail the claim does not have",
      { email: undefined, notifyByEmail: false },
      undefined,
      "email",
      /no tiene correo/,
    ],
    ["a mobile the claim does not have", { telephone: "053123456" }, undefined, "sms", /no tiene celular/],
  ])("is not asked for %s", async (_, claimant, recourse, channel, says) => {
    const step = await byTelephone(claimant);
    on(step.now);
    const what = recourse ? { act: "recourse", ...recourse } : { act: "withdrawal", ...withdrawal };
    expect(await ask(step, what, channel)).toMatchObject({
      status: 409,
      body: { detail: expect.stringMatching(says) },
    });
    expect(entriesOf(await eventsOf(step.claimId), "confirmation-asked")).toEqual([]);
  });

  it("is asked for six times a day at most", async () => {
    const step = await notified();
    const answers = [];
    for (let time = 1; time <= 7; time += 1) answers.push(await ask(step, { act: "recourse", ...appeal }));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200, 409]);
  });
});

describe("a signed attachment", () => {
  const reconsider = (claimId: string, came: string, uploadIds: string[]) =>
    world.as(clerk, routes.takeRecourse, {
      params: { claimId },
      body: {
        kind: "reconsideration",
        grounds: "Traje un informe.",
        uploadIds,
        came,
        confirmation: { by: "signature", uploadIds: [`signed-${claimId}`] },
      },
    });

  it("confirms at the counter, and is kept with what it confirms; it is no new evidence", async () => {
    const { claimId } = await notified();
    await world.upload("clerk-1", `signed-${claimId}`);
    await world.upload("clerk-1", `report-${claimId}`);
    const bare = (await notified()).claimId;
    await world.upload("clerk-1", `signed-${bare}`);
    expect(await reconsider(bare, "counter", [])).toMatchObject({ status: 201 });
    expect(lastEntry(await eventsOf(bare), "reconsideration-filed")?.newEvidence).toBe(false);
    const filed = await reconsider(claimId, "counter", [`report-${claimId}`]);
    expect(filed).toMatchObject({ status: 201, body: { claim: { state: "in-reconsideration" } } });
    const names = filed.body.claim.attachments.map(({ documentId }: { documentId: string }) => documentId);
    expect(names).toEqual([`report-${claimId}`, `signed-${claimId}`]);
    expect(
      (await world.submissions.find(filed.body.submissionId))?.attachments.map(({ documentId }) => documentId),
    ).toEqual(names);
    expect(await world.uploads.find(`signed-${claimId}`)).toMatchObject({ claimId });
  });

  it("does not by telephone", async () => {
    const { claimId } = await notified();
    expect(await reconsider(claimId, "telephone", [])).toMatchObject({
      status: 400,
      body: { errors: [{ message: expect.stringContaining("por teléfono confirma con el código") }] },
    });
  });
});
