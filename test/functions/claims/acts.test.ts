import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { record } from "../../../shared/casework/record.ts";
import {
  acknowledgeNotice,
  answerOffer,
  consentToNotices,
  downloadDocument,
  downloadNotified,
  extendClaim,
  fileQueja,
  fileRecourse,
  remedyClaim,
  showClaim,
  showClocks,
  showNotice,
  withdrawClaim,
} from "../../../shared/contract/claim-routes.ts";
import type { Route } from "../../../shared/contract/route.ts";
import { addDays, limaInstant } from "../../../shared/domain/calendar-day.ts";
import { form, person } from "../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../shared/storage/test-tables.ts";
import { type ApiRequest, call, callUndescribed, customer } from "../api-call.ts";
import { captureLog } from "../log-lines.ts";
import { type ClaimsWorld, claimsHandler, claimsWorld, decide, decidedClaim, offer, sendFile } from "./claims-world.ts";

const now = "2026-11-23T15:00:00.000Z";
let local: TestTables;
let world: ClaimsWorld;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
  captureLog();
  world = await claimsWorld(local);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const at = (instant: string) => vi.setSystemTime(new Date(instant));
const maria = customer("maria");
const jorge = customer("jorge");
const filed = async () => (await world.world.fileOne(now)).file.head.claimId;
const show = async (claimId: string) =>
  (await call(world.handler, showClaim, { claims: maria, params: { claimId } })).body;
const clockOf = async (claimId: string, wanted: string) => {
  const { body } = await call(world.handler, showClocks, { claims: maria, params: { claimId } });
  return body.clocks.find(({ id }: { id: string }) => id === wanted);
};
const withdraw = (claimId: string, request: ApiRequest = {}) =>
  call(world.handler, withdrawClaim, { claims: maria, params: { claimId }, body: { of: "claim" }, ...request });
const extend = (claimId: string, body: object, request: ApiRequest = {}) =>
  call(world.handler, extendClaim, { claims: maria, params: { claimId }, body, ...request });
const answer = (claimId: string, offerId: string, accepted = true, request: ApiRequest = {}) =>
  call(world.handler, answerOffer, { claims: maria, params: { claimId, offerId }, body: { accepted }, ...request });
const recourse = (claimId: string, body: object, request: ApiRequest = {}) =>
  call(world.handler, fileRecourse, { claims: maria, params: { claimId }, body, ...request });
const notice = (noticeKey: string) => call(world.handler, showNotice, { params: { noticeKey } });
const acknowledge = (noticeKey: string, body: object = {}) =>
  call(world.handler, acknowledgeNotice, { params: { noticeKey }, body });

const paramsFor = ({ path }: Route, claimId: string): Record<string, string> =>
  path.includes("{offerId}") ? { claimId, offerId: "o1" } : { claimId };

describe("what a claimant does in a claim", () => {
  it.each([
    ["withdrawal", withdrawClaim, { of: "claim" }],
    ["remedy", remedyClaim, { answer: "Ya." }],
    ["extension", extendClaim, { grounds: "Más." }],
    ["answer to an offer", answerOffer, { accepted: true }],
    ["recourse", fileRecourse, { kind: "appeal", grounds: "No." }],
    ["queja", fileQueja, { ground: "delay", duty: "Responder.", facts: "No llega." }],
  ] as const)("is refused to others as if the claim were not there: %s", async (_name, route, body) => {
    const claimId = await filed();
    const ask = (id: string) => call(world.handler, route, { claims: jorge, params: paramsFor(route, id), body });
    const others = await ask(claimId);
    expect(others).toMatchObject({ status: 404, body: { type: "urn:caudal:claim-not-found" } });
    expect(others.text).toBe((await ask("none")).text);
    expect((await show(claimId)).version).toBe(1);
  });

  it.each([
    ["of what is not withdrawn", withdrawClaim, { of: "everything" }],
    ["in a capacity of their own", withdrawClaim, { of: "claim", standing: { as: "holder" } }],
    ["without words", remedyClaim, { answer: "" }],
    ["with files that are no list", extendClaim, { grounds: "Más.", uploadIds: "photo" }],
    ["with a list for words", extendClaim, { grounds: ["Más."] }],
    ["with a word for yes", answerOffer, { accepted: "yes" }],
    ["without the duty infringed", fileQueja, { ground: "delay", duty: "", facts: "No llega." }],
    ["of a kind that is none", fileRecourse, { kind: "complaint", grounds: "No." }],
    ["on a day of their own", fileRecourse, { kind: "appeal", grounds: "No.", filedOn: "2026-01-01" }],
  ] as const)("is refused in words %s", async (_why, route, body) => {
    const claimId = await filed();
    const answered = await call(world.handler, route, { claims: maria, params: paramsFor(route, claimId), body });
    expect(answered.status).toBe(400);
    expect(answered.body.errors).toEqual([
      { field: expect.stringMatching(/^body/), message: expect.stringMatching(/^[A-ZÁÉÍÓÚ].*\.$/) },
    ]);
    expect((await show(claimId)).version).toBe(1);
  });

  it("is refused without a key, and with a key used for something else", async () => {
    const claimId = await filed();
    const bare = await callUndescribed(world.handler, withdrawClaim, {
      claims: maria,
      params: { claimId },
      body: { of: "claim" },
      key: "",
    });
    expect(bare).toMatchObject({ status: 400, body: { type: "urn:caudal:write-key-needed" } });
    const key = "one-key-of-maria-1";
    expect((await withdraw(claimId, { key })).status).toBe(200);
    expect(await withdraw(claimId, { key, body: { of: "procedure" } })).toMatchObject({
      status: 409,
      body: { type: "urn:caudal:write-key-used" },
    });
    expect((await show(claimId)).version).toBe(2);
  });

  it("withdraws once by its key, and is answered the same whatever came after", async () => {
    const claimId = await filed();
    const key = "one-key-of-maria-2";
    const [first, second] = await Promise.all([withdraw(claimId, { key }), withdraw(claimId, { key })]);
    expect(first.body).toMatchObject({ state: "filed", version: 2 });
    expect(second.text).toBe(first.text);
    await extend(claimId, { grounds: "Algo más." });
    expect((await withdraw(claimId, { key })).text).toBe(first.text);
    expect((await show(claimId)).version).toBe(3);
  });

  it("withdraws only with a power that names it", async () => {
    const claimant = { ...form.claimant, standing: { as: "representative", acts: ["conciliate"] } } as const;
    const { file } = await world.world.fileOne(now, { form: { ...form, claimant } });
    expect(await withdraw(file.head.claimId)).toMatchObject({
      status: 409,
      body: { type: "urn:caudal:not-now", detail: expect.stringContaining("poder especial") },
    });
  });

  it("adds grounds and papers within the first days, and not after", async () => {
    const claimId = await filed();
    await sendFile(world.world, "maria", "video");
    const key = "one-key-of-maria-3";
    const body = { grounds: "Encontré el caño roto.", uploadIds: ["video"] };
    const first = await extend(claimId, body, { key });
    expect(first.body.papers).toMatchObject([{ documentId: "video", state: "received" }]);
    expect((await extend(claimId, body, { key })).text).toBe(first.text);
    expect(await extend(claimId, body)).toMatchObject({ status: 404, body: { type: "urn:caudal:upload-not-found" } });
    at("2026-12-23T15:00:00.000Z");
    expect(await extend(claimId, { grounds: "Tarde." })).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining("plazo") },
    });
  });

  it("answers an observation in its term, and cannot answer what was not observed", async () => {
    const claimId = await filed();
    const remedy = () =>
      call(world.handler, remedyClaim, { claims: maria, params: { claimId }, body: { answer: "Aquí está." } });
    expect(await remedy()).toMatchObject({ status: 409, body: { type: "urn:caudal:not-now" } });
    await record(world.world, { claimId, now }, () => ({
      ok: true,
      value: {
        entries: [
          {
            type: "defect-observed",
            effectiveAt: now,
            by: person("analyst-1", "analyst"),
            details: { defects: ["Falta el documento."] },
          },
        ],
      },
    }));
    expect((await show(claimId)).actions).toContain("remedied");
    expect((await remedy()).body.state).toBe("under-investigation");
  });
});

describe("a consent to be notified by e-mail", () => {
  it("changes ten times a day at most", async () => {
    const claimId = await filed();
    const consent = (granted: boolean) =>
      call(world.handler, consentToNotices, {
        claims: maria,
        params: { claimId },
        body: { channel: "email", granted },
      });
    for (let time = 1; time <= 10; time += 1) expect((await consent(time % 2 === 0)).status).toBe(200);
    expect((await consent(false)).status).toBe(409);
  });
});

describe("an offer to settle", () => {
  const accepted = async () => {
    const claimId = await filed();
    await record(world.world, { claimId, now }, () => ({
      ok: true,
      value: {
        entries: [{ type: "claim-accepted", effectiveAt: now, by: person("analyst-1", "analyst"), details: {} }],
      },
    }));
    await offer(world.world, claimId, "o1", now, "2026-11-30");
    return claimId;
  };

  it("is answered once, and the same again by its key", async () => {
    const claimId = await accepted();
    expect((await show(claimId)).actions).toContain("answer-offer");
    const key = "one-key-of-maria-4";
    const first = await answer(claimId, "o1", false, { key });
    expect(first.body.offers).toMatchObject([{ offerId: "o1", accepted: false, before: "223.61" }]);
    expect(first.body.actions).not.toContain("answer-offer");
    expect((await answer(claimId, "o1", false, { key })).text).toBe(first.text);
    expect(await answer(claimId, "o1")).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining("ya tiene") },
    });
  });

  it("cannot be answered when it is not there, once its day is over, or without the power", async () => {
    const claimId = await accepted();
    expect(await answer(claimId, "o2")).toMatchObject({ status: 404, body: { type: "urn:caudal:offer-not-found" } });
    at("2026-12-01T05:00:00.000Z");
    expect(await answer(claimId, "o1")).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining("plazo") },
    });
    at("2026-12-01T04:59:59.999Z");
    expect((await answer(claimId, "o1")).status).toBe(200);
  });

  it("cannot be answered by who may not conciliate, or before the claim is examined", async () => {
    const claimant = { ...form.claimant, standing: { as: "representative", acts: [] } } as const;
    const { claimId } = (await world.world.fileOne(now, { form: { ...form, claimant } })).file.head;
    await offer(world.world, claimId, "o1", now, "2026-11-30");
    expect((await answer(claimId, "o1")).body.detail).toContain("poder especial");
    const early = await filed();
    await offer(world.world, early, "o1", now, "2026-11-30");
    expect((await answer(early, "o1")).body.detail).toContain("todavía no empieza");
  });
});

describe("the notice of a decision", () => {
  it("tells nothing of what it decides until it is acknowledged, however often it is opened", async () => {
    const { claimId, code, noticeKey } = await decidedClaim(world.world, now, "001-2026");
    const document = () => call(world.handler, downloadNotified, { params: { noticeKey } });
    const sent = { issuedOn: "2026-11-23", sentAt: now, acknowledgeBy: "2026-11-25" };
    const waiting = { claimId, code, of: "resolution", number: "001-2026", ...sent };
    for (const _ of [1, 2]) expect((await notice(noticeKey)).body).toEqual(waiting);
    expect(await document()).toMatchObject({ status: 409, body: { type: "urn:caudal:not-now" } });
    const download = (id: string) =>
      call(world.handler, downloadDocument, { claims: maria, params: { claimId, documentId: id } });
    expect((await download("resolution-001-2026")).status).toBe(404);
    expect(await show(claimId)).toMatchObject({ state: "resolved", resolutions: [] });

    at("2026-11-24T15:00:00.000Z");
    const { status, body } = await acknowledge(noticeKey);
    expect(status).toBe(200);
    expect(body).toEqual({
      ...waiting,
      acknowledgedAt: "2026-11-24T15:00:00.000Z",
      notifiedOn: "2026-11-24",
      months: [],
      outcome: "rejected",
      decision: "El recibo queda igual.",
      reasons: "La lectura es correcta.",
      recourseUntil: "2026-12-18",
    });
    expect((await document()).body.url).toBe(
      "https://evidence.example.pe/documents/resolution-001-2026?as=001-2026.pdf",
    );
    expect((await download("resolution-001-2026")).status).toBe(200);
    expect(await show(claimId)).toMatchObject({ state: "notified", resolutions: [{ outcome: "rejected" }] });
  });

  it("takes effect once: again, much later, and by many clicks at the same moment", async () => {
    const { claimId, noticeKey } = await decidedClaim(world.world, now, "002-2026");
    const clicks = await Promise.all(Array.from({ length: 5 }, () => acknowledge(noticeKey)));
    expect(new Set(clicks.map(({ text }) => text)).size).toBe(1);
    expect(clicks[0]?.body.acknowledgedAt).toBe(now);
    at("2027-03-01T15:00:00.000Z");
    expect((await acknowledge(noticeKey)).text).toBe(clicks[0]?.text);
    expect((await notice(noticeKey)).text).toBe(clicks[0]?.text);
    const { timeline } = await show(claimId);
    expect(timeline.filter(({ type }: { type: string }) => type === "resolution-notified")).toMatchObject([
      { by: "system", effectiveAt: now },
    ]);
  });

  it("still counts after its day, as long as the law takes it", async () => {
    const { noticeKey } = await decidedClaim(world.world, now, "003-2026");
    at("2026-12-10T15:00:00.000Z");
    expect((await acknowledge(noticeKey)).body.acknowledgedAt).toBe("2026-12-10T15:00:00.000Z");
    const late = await decidedClaim(world.world, "2026-12-10T15:00:00.000Z", "004-2026");
    at("2027-02-05T15:00:00.000Z");
    expect(await acknowledge(late.noticeKey)).toMatchObject({
      status: 409,
      body: { type: "urn:caudal:not-now", detail: expect.stringMatching(/plazo/) },
    });
  });

  it("cannot be acknowledged once the decision was delivered otherwise", async () => {
    const { claimId, noticeKey } = await decidedClaim(world.world, now, "005-2026");
    const clerk = person("clerk-1", "clerk");
    const delivered = { noticeId: "by-hand", how: "delivered", photos: [] } as const;
    await record(world.world, { claimId, now }, () => ({
      ok: true,
      value: {
        entries: [{ type: "resolution-notified", effectiveAt: now, by: clerk, evidence: [], details: delivered }],
      },
    }));
    expect((await acknowledge(noticeKey)).body.detail).toContain("otro medio");
    expect((await notice(noticeKey)).body).not.toHaveProperty("decision");
  });

  it("is not found by another key, and takes nothing in its body", async () => {
    const { noticeKey } = await decidedClaim(world.world, now, "006-2026");
    const other = "AAAAAAAAAAAAAAAAAAAAAA";
    for (const answered of [await notice(other), await acknowledge(other)])
      expect(answered).toMatchObject({ status: 404, body: { type: "urn:caudal:notice-not-found" } });
    expect((await acknowledge(noticeKey, { how: "delivered" })).status).toBe(400);
    expect((await notice("short")).status).toBe(400);
    expect((await notice(noticeKey)).body).not.toHaveProperty("acknowledgedAt");
  });
});

describe("a recourse", () => {
  const notified = async (number: string) => {
    const { claimId, noticeKey } = await decidedClaim(world.world, now, number);
    await acknowledge(noticeKey);
    return claimId;
  };
  const reconsider = { kind: "reconsideration", grounds: "Tengo una prueba nueva.", uploadIds: ["proof"] };

  it("is filed in the claim and at the document desk at once, once by its key", async () => {
    const claimId = await notified("010-2026");
    await sendFile(world.world, "maria", "proof");
    const key = "one-key-of-maria-5";
    const [first, second] = await Promise.all([
      recourse(claimId, reconsider, { key }),
      recourse(claimId, reconsider, { key }),
    ]);
    expect(first.status).toBe(201);
    expect(second.text).toBe(first.text);
    expect(first.body).toMatchObject({
      filingNumber: expect.stringMatching(/^MP-2026-\d{6}-\d$/),
      filedAt: now,
      filedOn: "2026-11-23",
      late: false,
      claim: { state: "in-reconsideration", papers: [{ documentId: "proof" }] },
    });
    const filings = await world.world.filings.ofAccount("maria", 10);
    expect(filings).toMatchObject([
      {
        filingId: first.body.filingId,
        number: first.body.filingNumber,
        kind: "reconsideration",
        state: "presented",
        claim: { claimId },
        papers: [{ documentId: "proof" }],
      },
    ]);
    expect(await world.world.uploads.find("proof")).toMatchObject({ claimId, filingId: first.body.filingId });
    expect(await recourse(claimId, { ...reconsider, grounds: "Otra." }, { key })).toMatchObject({
      status: 409,
      body: { type: "urn:caudal:write-key-used" },
    });
    const toCheck = await world.world.filings.listed(world.desk.tenant.office.code.value, "to-check", 10);
    expect(toCheck.map(({ filing }) => filing.filingId)).toEqual([first.body.filingId]);
  });

  it("draws another number when the one drawn is somebody's", async () => {
    const first = await recourse(await notified("015-2026"), { kind: "appeal", grounds: "No." });
    const taken = first.body.filingNumber;
    const drawn: string[] = [];
    const { filings } = world.desk;
    const unlucky: typeof filings = {
      ...filings,
      file: (filing) => {
        drawn.push(filing.number);
        return filings.file(drawn.length === 1 ? { ...filing, number: taken } : filing);
      },
    };
    world = { ...world, handler: claimsHandler({ ...world.desk, filings: unlucky }) };
    const second = await recourse(await notified("016-2026"), { kind: "appeal", grounds: "No." });
    expect(second).toMatchObject({ status: 201, body: { filingNumber: drawn[1] } });
    expect(drawn).toHaveLength(2);
    expect(await filings.ofAccount("maria", 10)).toHaveLength(2);
  });

  it("is taken without new evidence too, and a file that was refused is none: the office takes it for what it is", async () => {
    await sendFile(world.world, "maria", "proof", "refused");
    for (const [number, uploadIds] of [
      ["011-2026", []],
      ["015-2026", ["proof"]],
    ] as const) {
      const claimId = await notified(number);
      expect((await recourse(claimId, { ...reconsider, uploadIds })).status).toBe(201);
      const file = await world.world.caseFiles.read(claimId);
      expect(file?.events.at(-1)).toMatchObject({ type: "reconsideration-filed", newEvidence: false });
    }
  });

  it("is in time the working day after its last, where the desk was down on that one", async () => {
    const claimId = await notified("017-2026");
    const term = await clockOf(claimId, "T11");
    const down = { from: limaInstant(term.dueDate, "10:00"), to: limaInstant(term.dueDate, "11:00") };
    const desk = world.desk;
    const outages = [{ ...down, inForceFrom: limaInstant(term.dueDate, "11:05") }];
    world = { ...world, handler: claimsHandler({ ...desk, tenant: { ...desk.tenant, outages } }) };
    at(limaInstant(addDays(term.dueDate, 1), "09:00"));
    const moved = await clockOf(claimId, "T11");
    expect(moved.days.slice(-2)).toMatchObject([
      { date: term.dueDate, counted: true, outage: down },
      { date: moved.dueDate, counted: false, reason: "moved" },
    ]);
    expect((await show(claimId)).state).toBe("notified");
    at(limaInstant(moved.dueDate, "23:59"));
    expect((await recourse(claimId, { kind: "appeal", grounds: "No pude ayer." })).body).toMatchObject({ late: false });
  });

  it("is taken late and told so, and not taken before anything was decided", async () => {
    const claimId = await notified("012-2026");
    at("2027-01-20T15:00:00.000Z");
    expect((await show(claimId)).state).toBe("firm");
    expect((await recourse(claimId, { kind: "appeal", grounds: "Estuve fuera." })).body).toMatchObject({
      late: true,
      filedOn: "2027-01-20",
      filingNumber: expect.stringMatching(/^MP-2027-/),
      claim: { state: "in-appeal", hold: "held" },
    });
    at(now);
    expect(await recourse(await filed(), { kind: "appeal", grounds: "Ya." })).toMatchObject({
      status: 409,
      body: { type: "urn:caudal:not-now" },
    });
  });

  it("goes the whole way: reconsidered, notified again, appealed, and each notice keeps its own term", async () => {
    const { claimId, noticeKey } = await decidedClaim(world.world, now, "013-2026");
    const before = await acknowledge(noticeKey);
    await sendFile(world.world, "maria", "proof");
    at("2026-11-30T15:00:00.000Z");
    expect((await recourse(claimId, reconsider)).status).toBe(201);
    at("2026-12-04T15:00:00.000Z");
    const again = await decide(world.world, claimId, "2026-12-04T15:00:00.000Z", "014-2026");
    expect((await notice(again)).body).not.toHaveProperty("outcome");
    at("2026-12-07T15:00:00.000Z");
    expect((await acknowledge(again)).body).toMatchObject({ number: "014-2026", recourseUntil: "2026-12-31" });
    expect((await notice(noticeKey)).text).toBe(before.text);
    await sendFile(world.world, "maria", "second");
    // What is left is the appeal: it is taken for that, whatever it is called.
    const { body } = await recourse(claimId, { ...reconsider, uploadIds: ["second"] });
    expect((await world.world.caseFiles.read(claimId))?.events.at(-1)).toMatchObject({
      type: "appeal-filed",
      details: { label: "reconsideration" },
    });
    expect(body).toMatchObject({ late: false, claim: { state: "in-appeal", hold: "held" } });
    expect((await world.world.filings.ofAccount("maria", 10)).map(({ kind }) => kind)).toEqual([
      "appeal",
      "reconsideration",
    ]);
  });
});

describe("a queja of the claimant", () => {
  it("is taken five times a day at most", async () => {
    const claimId = await filed();
    const body = { ground: "delay", duty: "Responder en plazo.", facts: "No llega nada." };
    const complain = () => call(world.handler, fileQueja, { claims: maria, params: { claimId }, body });
    const answers = [];
    for (let time = 1; time <= 6; time += 1) answers.push((await complain()).status);
    expect(answers).toEqual([201, 201, 201, 201, 201, 409]);
    at("2026-11-24T15:00:00.000Z");
    expect((await complain()).status).toBe(201);
  });

  it("is filed with its files, shown with its clock, and moves no term", async () => {
    const claimId = await filed();
    const { notifyBy } = await show(claimId);
    await sendFile(world.world, "maria", "letter");
    const body = { ground: "delay", duty: "Responder en plazo.", facts: "No llega nada.", uploadIds: ["letter"] };
    const request = { claims: maria, params: { claimId }, body, key: "a-queja-sent-twice-1" };
    const [first, second] = [
      await call(world.handler, fileQueja, request),
      await call(world.handler, fileQueja, request),
    ];
    expect(first).toMatchObject({ status: 201, body: { filedOn: "2026-11-23" } });
    expect(second.body.filingId).toBe(first.body.filingId);
    expect(await show(claimId)).toMatchObject({
      state: "filed",
      notifyBy,
      quejas: [{ filingNumber: first.body.filingNumber, ground: "delay", duty: "Responder en plazo." }],
      clocks: expect.arrayContaining([expect.objectContaining({ id: "T20", dueDate: "2026-11-24" })]),
      papers: [{ documentId: "letter" }],
    });
    expect((await world.world.filings.find(first.body.filingId))?.papers).toMatchObject([{ documentId: "letter" }]);
  });
});
