import { describe, expect, it } from "vitest";
import {
  answerFiling,
  countDeskFilings,
  downloadAnswer,
  downloadFilingDocument,
  downloadFilingProof,
  forwardFiling,
  gatherPersonData,
  receiveFiling,
  recordFilingDelivery,
  registerFiling,
  remedyFiling,
  takeFilingRemedy,
  tellFilingObservation,
} from "../../../shared/contract/filing-routes.ts";
import type { Route } from "../../../shared/contract/route.ts";
import { type ApiRequest, call } from "../api-call.ts";
import {
  answer,
  as,
  at,
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
  openFilingDesk,
  paperOf,
  receive,
  said,
  show,
  why,
  world,
} from "./desk-filings-world.ts";
import { filedAt } from "./filings-world.ts";

openFilingDesk();

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
