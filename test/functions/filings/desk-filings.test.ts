import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { lapseFilings } from "../../../functions/sweep/lapse-filings.ts";
import {
  answerFiling,
  countDeskFilings,
  downloadAnswer,
  downloadFiledPaper,
  downloadFilingDocument,
  downloadFilingProof,
  downloadOutageCertificate,
  fileDocument,
  forwardFiling,
  gatherPersonData,
  listDeskFilings,
  listFilings,
  listOutages,
  listRetention,
  receiveFiling,
  recordFilingDelivery,
  registerFiling,
  remedyFiling,
  renewStaffUpload,
  renewUpload,
  showDeskFiling,
  showFiling,
  takeFilingRemedy,
  tellFilingObservation,
} from "../../../shared/contract/filing-routes.ts";
import type { Route } from "../../../shared/contract/route.ts";
import { calendarDay } from "../../../shared/domain/calendar-day.ts";
import { type FilingProof, filingProofs } from "../../../shared/domain/filing.ts";
import { type TestTables, testTables } from "../../shared/storage/test-tables.ts";
import { type ApiRequest, call, customer, staff } from "../api-call.ts";
import { captureLog } from "../log-lines.ts";
import { type FilingsWorld, filedAt, filingsHandler, filingsWorld } from "./filings-world.ts";

let local: TestTables;
let world: FilingsWorld;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  on(filedAt);
  captureLog();
  world = await filingsWorld(local);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const on = (instant: string) => vi.useFakeTimers({ toFake: ["Date"], now: new Date(instant) });
const maria = customer("maria");
const eva = customer("eva");
const clerk = staff("clerk");
const said = { presenter: "CLIENTE DE PRUEBA UNO", subject: "Carta" };
const as = (type: string) => ({ body: { type: `urn:caudal:${type}` } });
const why = (says: RegExp) => ({
  status: 409,
  body: { type: "urn:caudal:not-now", detail: expect.stringMatching(says) },
});
const document = (kind: `filing-${FilingProof}`) =>
  ({
    documentId: kind,
    kind,
    fileName: `${kind}.pdf`,
    sizeBytes: 9,
    sha256: "c".repeat(64),
    verificationCode: "AAAA-BBBB",
  }) as const;

let sent = 0;
/** A file of a person, received unless said otherwise. */
async function paperOf(by: string, state?: "pending" | "received" | "refused"): Promise<string> {
  sent += 1;
  return (await world.send(by, `p${sent}`, state)).documentId;
}

const identity = { kind: "DNI", number: "00000001" };
/** Who asks for a right over their data says who they are. */
const identified = (more: object) => ("kind" in more && String(more.kind).startsWith("data-") ? { identity } : {});

async function filed(more: object = {}): Promise<string> {
  const body = { ...said, uploadIds: [await paperOf("maria")], ...identified(more), ...more };
  const { status, body: filing } = await call(world.handler, fileDocument, { claims: maria, body });
  expect(status).toBe(201);
  return filing.filingId;
}

const at = (route: Route, claims: ApiRequest["claims"]) => (filingId: string, body?: object) =>
  call(world.handler, route, { claims, params: { filingId }, ...(body && { body }) });
const receive = (filingId: string, body: object = {}) =>
  at(receiveFiling, clerk)(filingId, { outcome: "received", ...body });
const observe = (filingId: string) => receive(filingId, { outcome: "observed", remark: "Falta la hoja 2." });
const tell = (filingId: string, body: object = { how: "told-in-person" }) =>
  at(tellFilingObservation, clerk)(filingId, body);
const proof = (filingId: string, paper: FilingProof, claims = maria) =>
  call(world.handler, downloadFilingProof, { claims, params: { filingId, document: paper } });
const forward = (filingId: string, area = "Gerencia Técnica") =>
  at(forwardFiling, clerk)(filingId, { area, reason: "Es de redes." });
const answer = async (filingId: string, uploadIds?: readonly string[]) =>
  at(answerFiling, clerk)(filingId, { text: "Se atendió.", uploadIds: uploadIds ?? [await paperOf("staff-1")] });
const show = async (filingId: string) => (await at(showFiling, maria)(filingId)).body;
const listed = async (list: string) =>
  (await call(world.handler, listDeskFilings, { claims: clerk, query: { list } })).body.filings.map(
    ({ filingId }: { filingId: string }) => filingId,
  );

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
    const most = world.tenant.laws.at(-1)?.filing.maxFiles.value ?? 0;
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
    const filingId = await filed({ kind, uploadIds: [], text: "Pido mis datos." });
    expect(await show(filingId)).toMatchObject({ kind, answerBy, state: "presented" });
    // From the moment it is filed it is on the list by legal day.
    expect(await listed("to-answer")).toEqual([filingId]);
    expect((await at(showDeskFiling, clerk)(filingId)).body.identity).toEqual(identity);
    const silent = { ...said, kind, identity, uploadIds: [] };
    expect((await call(world.handler, fileDocument, { claims: maria, body: silent })).status).toBe(400);
  });

  it.each([
    ["a right over their data without it", { kind: "data-access" }],
    ["a DNI of seven digits", { kind: "data-access", identity: { kind: "DNI", number: "0000001" } }],
    ["what needs none, with it", { kind: "document", identity }],
  ])("that says who asks is refused for %s", async (_, more) => {
    const body = { ...said, text: "Pido.", uploadIds: [await paperOf("maria")], ...more };
    const { status, body: answer } = await call(world.handler, fileDocument, { claims: maria, body });
    expect([status, answer.errors[0].field]).toEqual([400, "body.identity.number"]);
  });

  it("that is said to be against a decision says so to the clerk", async () => {
    const filingId = await filed({ againstDecision: true });
    expect((await at(showDeskFiling, clerk)(filingId)).body.againstDecision).toBe(true);
    expect((await at(showDeskFiling, clerk)(await filed())).body.againstDecision).toBe(false);
  });
});

describe("a file that did not arrive", () => {
  it("gets another ticket for the same place, filed or not; one that arrived gets none", async () => {
    const pending = await paperOf("maria", "pending");
    const sha256 = "a".repeat(64);
    const renew = (uploadId: string, claims = maria, body = { sha256 }) =>
      call(world.handler, renewUpload, { claims, params: { uploadId }, body });
    const { status, body } = await renew(pending);
    expect([status, body.uploadId, body.upload.fields.key]).toEqual([201, pending, pending]);
    const filingId = await filed({ uploadIds: [pending, await paperOf("maria")] });
    expect((await renew(pending)).body.upload.fields.sha256).toBe(sha256);
    expect(await renew(pending, maria, { sha256: "b".repeat(64) })).toMatchObject({
      status: 400,
      ...as("upload-not-taken"),
    });
    expect(await renew(pending, eva)).toMatchObject({ status: 404, ...as("upload-not-found") });
    await world.uploads.settle(pending, "received");
    await world.filings.settlePaper(filingId, pending, "received");
    expect(await renew(pending)).toMatchObject({ status: 409, ...as("upload-settled") });
    const own = await paperOf("staff-1", "pending");
    const asked = { claims: clerk, params: { uploadId: own }, body: { sha256 } };
    expect((await call(world.handler, renewStaffUpload, asked)).status).toBe(201);
  });
});

describe("presentation and reception", () => {
  it("are two facts with two papers: the cargo is due from when the clerk receives", async () => {
    const filingId = await filed();
    expect(await show(filingId)).not.toHaveProperty("cargo");
    await world.filings.addDocument(filingId, "constancia", document("filing-constancia"));
    expect(await proof(filingId, "cargo")).toMatchObject({ status: 409, ...as("document-not-ready") });
    on("2026-11-24T15:00:00.000Z");
    expect((await receive(filingId)).body).toMatchObject({
      presentedAt: filedAt,
      receivedAt: "2026-11-24T15:00:00.000Z",
      constancia: "ready",
      cargo: "preparing",
    });
    await world.filings.addDocument(filingId, "cargo", document("filing-cargo"));
    expect((await proof(filingId, "cargo")).body.fileName).toBe("filing-cargo.pdf");
    for (const which of ["constancia", "cargo"])
      expect(
        await call(world.handler, downloadFilingDocument, { claims: clerk, params: { filingId, document: which } }),
      ).toMatchObject({ status: 200, body: { fileName: `filing-${which}.pdf` } });
  });
});

describe("an observed document", () => {
  const mend = async (filingId: string, body?: object) =>
    at(remedyFiling, maria)(filingId, body ?? { text: "Va la hoja 2.", uploadIds: [await paperOf("maria")] });

  it("keeps its day when it is mended in time, and waits in its old place", async () => {
    const filingId = await filed();
    on("2026-11-24T15:00:00.000Z");
    const later = await filed();
    await observe(filingId);
    await tell(filingId);
    expect([await listed("to-check"), await listed("observed")]).toEqual([[later], [filingId]]);
    // Two working days of the user: the last instant of the second is in time.
    on("2026-11-27T04:59:59.999Z");
    expect((await mend(filingId)).body).toMatchObject({
      state: "presented",
      presentedAt: filedAt,
      filedOn: "2026-11-23",
    });
    expect([await listed("to-check"), await listed("observed")]).toEqual([[filingId, later], []]);
    const shown = await show(filingId);
    expect(shown).not.toHaveProperty("remark");
    expect(shown.papers).toHaveLength(2);
    expect(shown.entries.map(({ type }: { type: string }) => type)).toEqual(["observed", "told", "remedied"]);
  });

  it("whose last day to mend it the desk was down may be mended the next working day, which is what it says", async () => {
    const filingId = await filed();
    await observe(filingId);
    await tell(filingId);
    const outage = { from: "2026-11-27T03:00:00.000Z", to: "2026-11-27T04:30:00.000Z" };
    const outages = [{ ...outage, inForceFrom: "2026-11-27T05:10:00.000Z" }];
    world = { ...world, handler: filingsHandler({ ...world.desk, tenant: { ...world.desk.tenant, outages } }) };
    on("2026-11-27T05:05:00.000Z");
    expect(await show(filingId)).toMatchObject({ state: "not-presented", remedyBy: "2026-11-26" });
    on("2026-11-27T05:10:00.000Z");
    expect(await show(filingId)).toMatchObject({ state: "observed", remedyBy: "2026-11-27" });
    const lapse = (now: string) => lapseFilings({ ...world, tenant: { ...world.tenant, outages } }, now);
    expect(await lapse("2026-11-28T04:59:59.999Z")).toBe(0);
    on("2026-11-28T04:59:59.999Z");
    expect((await mend(filingId)).status).toBe(200);
    const other = await filed();
    await observe(other);
    await tell(other);
    expect(await lapse("2026-12-02T05:00:00.000Z")).toBe(1);
  });

  it("that is not mended in time is deemed not presented, whoever looks", async () => {
    const filingId = await filed();
    await observe(filingId);
    await tell(filingId);
    on("2026-11-27T05:00:00.000Z");
    expect((await show(filingId)).state).toBe("not-presented");
    expect(await mend(filingId)).toMatchObject(why(/ya pasaron/));
    expect(await receive(filingId)).toMatchObject({ status: 409, ...as("already-checked") });
  });

  it("loses no day and does not lapse while nobody was told, and may be mended at once", async () => {
    const filingId = await filed();
    await observe(filingId);
    expect([await listed("to-tell"), await listed("observed")]).toEqual([[filingId], []]);
    expect(await show(filingId)).toMatchObject({ state: "observed", observation: "preparing" });
    on("2027-01-15T15:00:00.000Z");
    expect(await show(filingId)).not.toHaveProperty("remedyBy");
    expect(await lapseFilings(world, "2027-01-15T15:00:00.000Z")).toBe(0);
    expect((await mend(filingId)).body).toMatchObject({ state: "presented", filedOn: "2026-11-23" });
  });

  it.each([
    ["by telephone, from then on", { how: "told-by-telephone" }, "2026-11-26T15:00:00.000Z"],
    ["in person", { how: "told-in-person" }, "2026-11-26T15:00:00.000Z"],
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
  ])("is told %s, and its days count from the day after", async (_, body, effectiveAt) => {
    const filingId = await filed();
    await observe(filingId);
    on("2026-11-26T15:00:00.000Z");
    const told = (await tell(filingId, body)).body;
    expect(told).toMatchObject({
      remedyBy: "2026-11-30",
      entries: [{ type: "observed" }, { type: "told", to: body.how, effectiveAt }],
    });
    expect([await listed("to-tell"), await listed("observed")]).toEqual([[], [filingId]]);
    expect(await tell(filingId, body)).toMatchObject(why(/nada por avisar/));
  });

  it.each([
    ["before it was observed", "2026-11-23T14:00:00.000Z", /antes de observarlo/],
    ["in an hour", "2026-11-23T16:00:00.000Z", /./],
  ])("is told on no paper that was handed over %s", async (_, deliveredAt, says) => {
    const filingId = await filed();
    await observe(filingId);
    expect(await tell(filingId, { how: "delivered", deliveredAt })).toMatchObject(why(says));
    expect(await listed("to-tell")).toEqual([filingId]);
  });

  it("is told once it is observed, and not before", async () => {
    expect(await tell(await filed())).toMatchObject(why(/nada por avisar/));
  });

  it("is observed once only, and not mended twice, nor by somebody else, nor with nothing", async () => {
    const filingId = await filed();
    expect(await mend(filingId)).toMatchObject(why(/nada por corregir/));
    await observe(filingId);
    expect(await at(remedyFiling, eva)(filingId, { text: "Yo." })).toMatchObject({
      status: 404,
      ...as("filing-not-found"),
    });
    expect((await mend(filingId, { text: "" })).status).toBe(400);
    expect((await mend(filingId, { text: "Ya va." })).status).toBe(200);
    expect(await mend(filingId)).toMatchObject(why(/nada por corregir/));
    expect(await observe(filingId)).toMatchObject(why(/ya se observó una vez/));
    expect((await receive(filingId)).body.state).toBe("received");
  });

  it("may be mended by what its person brings to the clerk", async () => {
    const filingId = await filed();
    await observe(filingId);
    const body = { uploadIds: [await paperOf("staff-1")] };
    expect((await at(takeFilingRemedy, clerk)(filingId, body)).body.state).toBe("presented");
  });

  it("is mended once by two that come at the same moment", async () => {
    const filingId = await filed();
    await observe(filingId);
    const answers = await Promise.all([mend(filingId), mend(filingId)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await show(filingId)).papers).toHaveLength(2);
  });
});

describe("a step sent twice with its key", () => {
  const key = "a-key-that-a-page-made";
  const sent = (route: Route, filingId: string, body: object, claims: ApiRequest["claims"] = clerk) =>
    call(world.handler, route, { claims, params: { filingId }, body, key });
  const observed = async (filingId: string) => void (await observe(filingId));
  const received = async (filingId: string) => void (await receive(filingId));
  it.each([
    [
      "the check",
      receiveFiling,
      "received",
      async () => {},
      async () => ({ outcome: "received" }),
      { outcome: "returned", remark: "No es." },
    ],
    [
      "the check, in a claim",
      receiveFiling,
      "received",
      async () => {},
      async () => ({ outcome: "received", claimCode: (await world.fileOne(filedAt)).file.head.code }),
      { outcome: "received" },
    ],
    [
      "forwarding",
      forwardFiling,
      "forwarded",
      received,
      async () => ({ area: "Gerencia Técnica", reason: "Es de redes." }),
      { area: "Gerencia Técnica", reason: "Otra." },
    ],
    [
      "the answer",
      answerFiling,
      "answered",
      received,
      async () => ({ text: "Se atendió.", uploadIds: [await paperOf("staff-1")] }),
      { text: "Otra.", uploadIds: ["p1"] },
    ],
    [
      "a remedy at the desk",
      takeFilingRemedy,
      "remedied",
      observed,
      async () => ({ text: "Ya está." }),
      { text: "Otra." },
    ],
    [
      "a telling",
      tellFilingObservation,
      "told",
      observed,
      async () => ({ how: "told-in-person" }),
      { how: "told-by-telephone" },
    ],
    [
      "a delivery",
      recordFilingDelivery,
      "delivered",
      async (filingId: string) => world.filings.addDocument(filingId, "constancia", document("filing-constancia")),
      async () => ({ document: "constancia", way: "paper" }),
      { document: "constancia", way: "email" },
    ],
  ] as const)("is one: %s", async (_, route, type, before, bodyOf, other) => {
    const filingId = await filed();
    await before(filingId);
    const body = await bodyOf();
    const first = await sent(route, filingId, body);
    expect([first.status, await sent(route, filingId, body)]).toMatchObject([200, { status: 200, body: first.body }]);
    expect(await sent(route, filingId, other)).toMatchObject({ status: 409, ...as("write-key-used") });
    const { entries } = await show(filingId);
    expect(entries.filter((entry: { type: string }) => entry.type === type)).toHaveLength(1);
    expect(entries.every((entry: object) => !("write" in entry))).toBe(true);
  });

  it("is one of its person's too, and both at the same moment", async () => {
    const filingId = await filed();
    await observe(filingId);
    const answers = await Promise.all(
      ["Ya está.", "Ya está."].map((text) => sent(remedyFiling, filingId, { text }, maria)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await show(filingId)).entries).toHaveLength(2);
  });
});

describe("classifying", () => {
  it("gives a document the clock of what it is, from the day it bears", async () => {
    const filingId = await filed();
    on("2026-11-26T15:00:00.000Z");
    expect((await receive(filingId, { kind: "data-access" })).body).toMatchObject({
      kind: "data-access",
      answerBy: "2026-12-23",
    });
    expect(await listed("to-answer")).toEqual([filingId]);
  });

  it("takes it away where it is no such thing", async () => {
    const filingId = await filed({ kind: "observation" });
    expect((await receive(filingId, { kind: "document" })).body).not.toHaveProperty("answerBy");
    expect(await listed("to-answer")).toEqual([]);
  });

  it("leaves acts of a claim alone: they are received and nothing else", async () => {
    const filing = await world.filings.find(await filed());
    const { head } = (await world.fileOne(filedAt)).file;
    if (!filing) throw new Error("not filed");
    const { entries: _, ...fields } = filing;
    const claim = { claimId: head.claimId, code: head.code };
    await world.desk.transact(
      world.filings.file({ ...fields, filingId: "recurso", number: "MP-2026-999999-9", kind: "appeal", claim }),
    );
    expect(await observe("recurso")).toMatchObject(why(/ya corre en su reclamo/));
    expect(await receive("recurso", { kind: "document" })).toMatchObject(why(/ya corre en su reclamo/));
    expect((await receive("recurso")).body).toMatchObject({ kind: "appeal", state: "received", cargo: "preparing" });
    expect(await forward("recurso")).toMatchObject(why(/sigue en su reclamo/));
    expect(await answer("recurso")).toMatchObject(why(/se responde en su reclamo/));
  });
});

describe("forwarding and answering", () => {
  it("keeps what was forwarded on the list and in the count until it is answered", async () => {
    const filingId = await filed();
    expect(await forward(filingId)).toMatchObject(why(/Primero recibe/));
    await receive(filingId);
    expect(await listed("to-answer")).toEqual([]);
    expect(await forward(filingId, "Área 51")).toMatchObject(why(/no existe/));
    expect((await forward(filingId)).body).toMatchObject({ area: "Gerencia Técnica", state: "received" });
    expect((await forward(filingId, "Asesoría Jurídica")).body.area).toBe("Asesoría Jurídica");
    expect(await listed("to-answer")).toEqual([filingId]);
    const counts = await call(world.handler, countDeskFilings, { claims: clerk });
    expect(counts.body.lists).toEqual([
      { list: "to-check", count: 0 },
      { list: "to-tell", count: 0 },
      { list: "observed", count: 0 },
      { list: "to-answer", count: 1 },
    ]);
    expect((await answer(filingId)).body).toMatchObject({ answeredAt: filedAt });
    expect([await listed("to-answer"), await listed("over")]).toEqual([[], [filingId]]);
    expect(await answer(filingId)).toMatchObject(why(/ya tiene respuesta/));
    expect(await forward(filingId)).toMatchObject(why(/ya tiene respuesta/));
  });

  it("lists by legal day, what is overdue counted apart", async () => {
    const access = await filed({ kind: "data-access", uploadIds: [], text: "Pido." });
    const book = await filed({ kind: "observation" });
    const sentOn = await filed();
    await receive(sentOn);
    await forward(sentOn);
    expect(await listed("to-answer")).toEqual([book, access, sentOn]);
    const due = async () => (await call(world.handler, countDeskFilings, { claims: clerk })).body.toAnswer;
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
    const filingId = await filed({ kind: "data-access", uploadIds: [], text: "Pido." });
    await receive(filingId);
    const file = await paperOf("staff-1");
    await answer(filingId, [file]);
    expect((await show(filingId)).entries.at(-1)).toMatchObject({ type: "answered", text: "Se atendió." });
    const download = (documentId: string, claims = maria) =>
      call(world.handler, downloadAnswer, { claims, params: { filingId, documentId } });
    expect((await download(file)).status).toBe(200);
    expect(await download(file, eva)).toMatchObject({ status: 404, ...as("filing-not-found") });
    // Her own papers are no answer.
    const other = await filed();
    const [own] = (await world.filings.find(other))?.papers ?? [];
    expect(await download(own?.documentId ?? "")).toMatchObject({ status: 404, ...as("document-not-found") });
    expect((await at(answerFiling, clerk)(other, { text: "Sí.", uploadIds: [] })).status).toBe(400);
    await receive(other);
    expect(await answer(other, [await paperOf("staff-1", "pending")])).toMatchObject(why(/todavía se revisa/));
  });
});

describe("what is kept of who asks to see their data", () => {
  const gather = (filingId: string, key?: string) =>
    call(world.handler, gatherPersonData, { claims: clerk, params: { filingId }, body: {}, ...(key && { key }) });

  it("is gathered once, by a clerk, which stands there; the paper is the clerk's to answer with", async () => {
    const filingId = await filed({ kind: "data-access", uploadIds: [], text: "Pido." });
    expect((await gather(filingId, "una-clave-de-la-mesa")).body).toMatchObject({
      data: "preparing",
      entries: [{ type: "data-gathered" }],
    });
    expect((await gather(filingId, "una-clave-de-la-mesa")).status).toBe(200);
    expect(await gather(filingId)).toMatchObject(why(/ya se reunieron/));
    expect((await world.filings.find(filingId))?.entries).toMatchObject([{ by: "staff-1" }]);
    await world.filings.addDocument(filingId, "data", { ...document("filing-answer"), kind: "person-data" });
    const params = { filingId, document: "data" };
    expect((await call(world.handler, downloadFilingDocument, { claims: clerk, params })).status).toBe(200);
    expect((await call(world.handler, downloadFilingProof, { claims: maria, params })).status).toBe(400);
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
      uploadIds: [await paperOf("staff-1")],
    };
    const { filingId } = (await call(world.handler, registerFiling, { claims: clerk, body })).body;
    expect(await gather(filingId)).toMatchObject(why(/no se encuentra nada/));
  });
});

describe("what comes on paper or by mail", () => {
  const register = async (more: object = {}, request: ApiRequest = {}) =>
    call(world.handler, registerFiling, {
      claims: clerk,
      body: {
        ...said,
        channel: "counter",
        arrivedAt: "2026-11-23T14:00:00.000Z",
        uploadIds: [await paperOf("staff-1")],
        ...more,
      },
      ...request,
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
    expect(await listed("to-check")).toEqual([body.filingId]);
    expect((await call(world.handler, listFilings, { claims: maria })).body.filings).toEqual([]);
    expect((await at(showFiling, maria)(body.filingId)).status).toBe(404);
  });

  it("once for its key", async () => {
    const key = "la-misma-clave-de-registro";
    const uploadIds = [await paperOf("staff-1")];
    const [one, other] = await Promise.all([register({ uploadIds }, { key }), register({ uploadIds }, { key })]);
    expect(one.body.filingId).toBe(other.body.filingId);
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

  it("is given each paper of it, on paper or by mail, which is noted of each", async () => {
    const { filingId } = (await register()).body;
    const note = (paper: FilingProof, way = "email") =>
      at(recordFilingDelivery, clerk)(filingId, { document: paper, way });
    await observe(filingId);
    for (const paper of filingProofs) {
      expect(await note(paper)).toMatchObject({ status: 409, ...as("document-not-ready") });
      await world.filings.addDocument(filingId, paper, document(`filing-${paper}`));
    }
    expect(await note("observation")).toMatchObject(why(/Anota primero cómo se le avisó/));
    await tell(filingId);
    for (const paper of filingProofs) expect((await note(paper, "paper")).status).toBe(200);
    const { entries } = (await at(showDeskFiling, clerk)(filingId)).body;
    expect(entries.slice(2)).toMatchObject(
      filingProofs.map((paper) => ({ type: "delivered", document: paper, to: "paper" })),
    );
    expect((await at(recordFilingDelivery, clerk)(filingId, { document: "sello", way: "paper" })).status).toBe(400);
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
      expect(await listed("to-answer")).toEqual([body.filingId]);
      expect(await receive(body.filingId, { kind: "document" })).toMatchObject(why(/su plazo lo dice él mismo/));
      expect((await receive(body.filingId)).body).toMatchObject({ kind: "official-letter", answerBy: "2026-11-27" });
      await answer(body.filingId);
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
      await receive(body.filingId);
      const file = await world.caseFiles.read(head.claimId);
      expect(file?.events.at(-1)).toMatchObject({ type: "filing-received", details: { filingNumber: body.number } });
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
    const filingId = await filed({ outageId: outage.outageId });
    const { outageId, number, from, to } = outage;
    expect((await at(showDeskFiling, clerk)(filingId)).body.outage).toEqual({ outageId, number, from, to });
    const body = { ...said, uploadIds: [await paperOf("maria")], outageId: "nunca" };
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
    await world.outages.addCertificate(outage.outageId, { ...document("filing-cargo"), kind: "outage-certificate" });
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

  it("is listed by its day and stays: filings since they were presented, once nothing is owed", async () => {
    const done = await filed();
    await receive(done);
    const waiting = await filed();
    on("2036-11-23T15:00:00.000Z");
    expect(await pastOf("filings")).toEqual([]);
    on("2036-11-24T15:00:00.000Z");
    expect(await pastOf("filings")).toEqual([done]);
    expect((await world.filings.find(done))?.state).toBe("received");
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
  const filingId = await filed();
  await receive(filingId);
  const file = await paperOf("staff-1");
  await answer(filingId, [file]);
  const params = { filingId, documentId: file };
  expect((await call(world.handler, downloadFiledPaper, { claims: clerk, params })).status).toBe(200);
});
