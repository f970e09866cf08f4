import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { api } from "../../../../functions/runtime/api.ts";
import { sendNotices } from "../../../../functions/send-notices/send-notices.ts";
import { calls } from "../../../../functions/telephone/counter/calls.ts";
import { publishEntry } from "../../../../shared/casework/case/publish-entry.ts";
import * as callRoutes from "../../../../shared/contract/counter/call-routes.ts";
import { searchSupplies } from "../../../../shared/contract/counter/intake-routes.ts";
import type { Route } from "../../../../shared/contract/route.ts";
import { keptDays } from "../../../../shared/domain/register/retention.ts";
import { openBacklog, openOutbox } from "../../../../shared/storage/check/outbox.ts";
import { openAttentions } from "../../../../shared/storage/counter/attentions.ts";
import { openSentLinks } from "../../../../shared/storage/counter/contacts.ts";
import { form } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { type ApiRequest, call, originKey, staff } from "../../api-call.ts";
import { captureLog } from "../../log-lines.ts";
import { noticeDeps } from "../../send-notices/notice-deps.ts";
import { type CaseworkWorld, caseworkWorld, filedAt, type Worker } from "../casework-world.ts";

const { enterAttention, listCallBacks, recordCallBack, sendLink } = callRoutes;

let local: TestTables;
let world: CaseworkWorld;
let as: (who: Worker, route: Route, request?: ApiRequest) => ReturnType<typeof call>;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
beforeEach(async () => {
  captureLog();
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(filedAt) });
  world = await caseworkWorld(local);
  const deps = { ...world, attentions: openAttentions(world.claims) };
  const handler = api(callRoutes, calls(deps), { originKey });
  as = ([sub, ...roles], route, request = {}) =>
    call(handler, route, { claims: { ...staff(...roles), sub }, ...request });
});
afterAll(async () => {
  vi.useRealTimers();
  await local.stop();
});

const operator: Worker = ["operator-1", "operator"];
const later = "2026-11-24T15:00:00.000Z";
const contact = {
  supplyCode: "12345",
  question: "Por qué subió su recibo.",
  answer: "Se le leyó la explicación.",
};
const callBack = { at: later, telephone: "053 461000", about: "Decirle si se corrigió la lectura." };
const attended = { channel: "telephone", matter: "receipt" };

const enter = (more: object = {}, key?: string) =>
  as(operator, enterAttention, { body: { ...attended, ...more }, ...(key && { key }) });
const open = async (query: Record<string, string> = {}) => (await as(operator, listCallBacks, { query })).body;
const page = async () =>
  (await world.as(operator, searchSupplies, { body: { supplyCode: "12345", documentNumber: "00000001" } })).body;
const record = (callBackId: string, body: object, key?: string) =>
  as(operator, recordCallBack, { params: { callBackId }, body, ...(key && { key }) });

describe("a contact", () => {
  it("stands on the page of its supply with what was asked, answered and promised by whom, the newest first", async () => {
    await enter({ contact });
    vi.setSystemTime("2026-11-23T16:00:00.000Z");
    await enter({
      contact: { ...contact, question: "Dónde se paga.", next: "Enviarle la cartilla.", nextOn: "2026-11-25" },
      callBack,
    });
    const { contacts } = await page();
    expect(contacts).toMatchObject([
      {
        question: "Dónde se paga.",
        next: { step: "Enviarle la cartilla.", on: "2026-11-25" },
        callBack: { at: later, over: false },
      },
      { channel: "telephone", question: contact.question, answer: contact.answer },
    ]);
    expect(contacts[1].next).toBeUndefined();
  });

  it("is entered once however often it is sent, and another with its key not at all", async () => {
    const first = await enter({ contact, callBack }, "a-contact-entered-once");
    expect(first.status).toBe(201);
    vi.setSystemTime("2026-11-23T15:00:05.000Z");
    expect((await enter({ contact, callBack }, "a-contact-entered-once")).body).toEqual(first.body);
    expect((await enter({ callBack }, "a-contact-entered-once")).status).toBe(409);
    expect((await page()).contacts).toHaveLength(1);
    expect((await open()).callBacks).toHaveLength(1);
  });

  it("says how the person is attended as the newest that says so, and never why", async () => {
    await enter({ contact: { ...contact, preferential: true, language: "qu" } });
    vi.setSystemTime("2026-11-23T16:00:00.000Z");
    await enter({ contact: { ...contact, language: "ay" } });
    vi.setSystemTime("2026-11-23T17:00:00.000Z");
    await enter({ contact });
    expect(await page()).toMatchObject({
      preferential: true,
      languageChoice: { language: "ay", interpreter: false },
    });
    const why = await enter({ contact: { ...contact, preferential: true, reason: "edad" } });
    expect(why.status).toBe(400);
  });

  it("is not shown while the page is masked", async () => {
    await enter({ contact: { ...contact, preferential: true } });
    const { body } = await world.as(operator, searchSupplies, { body: { supplyCode: "12345" } });
    expect(body).toMatchObject({ shown: "masked", contacts: [] });
    expect(body.preferential).toBeUndefined();
  });

  it("is shown to who decides a claim of its supply, and to nobody by another supply's claim", async () => {
    await enter({ contact });
    const { file } = await world.fileOne(filedAt);
    const lookFor = (supplyCode: string) =>
      world.as(["resolver-1", "resolver"], searchSupplies, { body: { supplyCode, claimId: file.head.claimId } });
    expect((await lookFor("12345")).body).toMatchObject({ shown: "full", contacts: [{ question: contact.question }] });
    expect((await lookFor("99999")).body).toMatchObject({ shown: "masked", contacts: [] });
    const conciliates = await world.as(["conciliator-1", "conciliator"], searchSupplies, {
      body: { supplyCode: "12345", claimId: file.head.claimId },
    });
    expect(conciliates.status).toBe(403);
  });

  it("is kept as long as the retention says, and no longer shown then", async () => {
    await enter({ contact });
    const { Items = [] } = await world.claims.client.send(new ScanCommand({ TableName: world.claims.name }));
    const item = Items.find(({ sk }) => String(sk).startsWith("CONTACT#"));
    const days = (Number(item?.["expiresAt"]) - Date.parse(filedAt) / 1000) / 86_400;
    expect(days).toBe(keptDays.contacts);
    vi.setSystemTime(Date.parse(filedAt) + (keptDays.contacts + 1) * 86_400_000);
    expect((await page()).contacts).toEqual([]);
  });

  it.each([
    [{ contact: { ...contact, supplyCode: "777" } }, 404, "supply-not-found"],
    [{ claimCode: "RE-2026-999999-9" }, 404, "claim-not-found"],
    [{ contact: { ...contact, next: "Llamarlo." } }, 400, "invalid-request"],
    [{ contact: { ...contact, next: "Llamarlo.", nextOn: "2026-11-22" } }, 409, "not-now"],
    [{ callBack: { ...callBack, at: filedAt } }, 409, "not-now"],
    [{ callBack: { ...callBack, at: "2026-12-24T15:00:00.000Z" } }, 409, "not-now"],
    [{ callBack: { ...callBack, telephone: "12" } }, 400, "invalid-request"],
  ])("%j is refused (%i), and nothing is counted", async (more, status, kind) => {
    const refusal = await enter(more);
    expect(refusal).toMatchObject({ status, body: { type: `urn:caudal:${kind}` } });
    expect(await openAttentions(world.claims).counts("MOQ", "2026-11")).toEqual([]);
  });
});

describe("a call that was promised", () => {
  it("is listed by its time, the late ones first, page by page", async () => {
    await enter({ callBack });
    vi.setSystemTime("2026-11-23T16:00:00.000Z");
    await enter({ contact, callBack: { ...callBack, at: "2026-11-23T17:00:00.000Z", about: "Antes." } });
    vi.setSystemTime("2026-11-23T18:00:00.000Z");
    const { callBacks } = await open();
    expect(callBacks).toMatchObject([
      { about: "Antes.", late: true, supplyCode: "00012345", telephone: "053461000" },
      { about: callBack.about, late: false, attempts: [] },
    ]);
    const first = await open({ limit: "1" });
    const second = await open({ limit: "1", cursor: first.cursor });
    expect([...first.callBacks, ...second.callBacks]).toEqual(callBacks);
    expect((await as(operator, listCallBacks, { query: { cursor: "x" } })).status).toBe(400);
  });

  it("is tried again while nobody answers, and is over with its answer, which its supply keeps", async () => {
    await enter({ contact, callBack });
    const [{ callBackId }] = (await open()).callBacks;
    vi.setSystemTime(later);
    const again = "2026-11-24T20:00:00.000Z";
    const missed = await record(callBackId, { result: "no-answer", text: "Timbró.", again });
    expect(missed).toMatchObject({ status: 200, body: { at: again, over: false, late: false } });
    vi.setSystemTime("2026-11-24T20:05:00.000Z");
    expect((await open()).callBacks).toMatchObject([{ late: true, attempts: [{ text: "Timbró." }] }]);
    const said = { result: "answered", text: "Se corrigió la lectura." };
    const done = await record(callBackId, said, "a-call-made-once-only");
    expect(done).toMatchObject({ status: 200, body: { over: true, late: false } });
    expect((await record(callBackId, said, "a-call-made-once-only")).body).toEqual(done.body);
    expect((await record(callBackId, { ...said, text: "Otra." }, "a-call-made-once-only")).status).toBe(409);
    expect((await open()).callBacks).toEqual([]);
    expect((await page()).contacts).toMatchObject([
      { question: callBack.about, answer: "Se corrigió la lectura." },
      { question: contact.question, callBack: { over: true } },
    ]);
    expect(await record(callBackId, said)).toMatchObject({ status: 409, body: { detail: "Esa llamada ya se hizo." } });
  });

  it("is no attention of its own: the matter was counted when it was brought", async () => {
    await enter({ contact, callBack });
    const [{ callBackId }] = (await open()).callBacks;
    await record(callBackId, { result: "not-reached", text: "El número no existe." });
    const counts = await openAttentions(world.claims).counts("MOQ", "2026-11");
    expect(counts).toMatchObject([{ count: 1 }]);
  });

  it("of nobody's supply leaves no contact", async () => {
    await enter({ callBack });
    const [{ callBackId }] = (await open()).callBacks;
    expect((await record(callBackId, { result: "answered", text: "Se le dijo." })).status).toBe(200);
    expect((await page()).contacts).toEqual([]);
  });

  it.each([
    [{ result: "no-answer", text: "Timbró." }, 400],
    [{ result: "answered", text: "Sí.", again: later }, 400],
    [{ result: "no-answer", text: "Timbró.", again: "2026-11-23T14:00:00.000Z" }, 409],
    [{ result: "answered", text: " " }, 400],
  ])("refuses %j (%i)", async (body, status) => {
    await enter({ callBack });
    const [{ callBackId }] = (await open()).callBacks;
    expect((await record(callBackId, body)).status).toBe(status);
  });

  it("is not found under another id, and two who record it at once record it once", async () => {
    const body = { result: "answered", text: "Se le dijo." };
    expect(await record("none", body)).toMatchObject({ status: 404 });
    await enter({ contact, callBack });
    const [{ callBackId }] = (await open()).callBacks;
    const both = await Promise.all([record(callBackId, body), record(callBackId, body)]);
    expect(both.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
    expect((await page()).contacts).toHaveLength(2);
  });
});

describe("a link", () => {
  const link = { supplyCode: "12345", page: "receipt", channel: "sms", telephone: "900 000 009" };
  const ask = (body: object = link, key?: string) => as(operator, sendLink, { body, ...(key && { key }) });
  const sent: string[] = [];
  /** What leaves once the outbox was published. */
  const leave = async (refuses = false) => {
    const tasks: unknown[] = [];
    const queue = { send: async (task: unknown) => void tasks.push(task) };
    const queues = { notices: queue, documents: queue, inspections: queue };
    const backlog = openBacklog(world.claims);
    for (const { key } of await backlog.waiting("2027-01-01T00:00:00.000Z", 0, 50)) {
      const entry = await backlog.find(key);
      if (entry && "contactId" in entry) await publishEntry({ outbox: openOutbox(world.claims), queues }, entry);
    }
    const send = async (to: string, text: string) => {
      sent.push(`${to} ${text}`);
      return refuses ? ("refused" as const) : { messageId: "m" };
    };
    const deps = { ...world, ...noticeDeps, sentLinks: openSentLinks(world.claims), notices: world.sentNotices };
    const mail = { send: ({ to, text }: { to: string; text: string }) => send(to, text) };
    for (const task of tasks) await sendNotices({ ...deps, mail, texts: { send }, now: () => filedAt })(task);
    return tasks;
  };
  beforeEach(() => void sent.splice(0));

  it("leaves once as a text message that names nobody, and stands among the contacts with whether it left", async () => {
    const asked = await ask(link, "a-link-that-is-sent-once");
    expect(asked).toMatchObject({ status: 201, body: { page: "receipt", channel: "sms", to: "••• ••• 009" } });
    expect((await ask(link, "a-link-that-is-sent-once")).body).toEqual(asked.body);
    expect((await ask({ ...link, page: "problem" }, "a-link-that-is-sent-once")).status).toBe(409);
    expect((await page()).contacts).toMatchObject([{ question: "Un enlace: ver su recibo.", link: {} }]);
    const [task] = await leave();
    expect(task).toEqual({ supplyCode: "00012345", contactId: asked.body.contactId });
    expect(await leave()).toEqual([]);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatch(/^900000009 .*https:\/\/reclamos\.example\.pe\/recibo\//);
    expect(sent[0]).not.toMatch(/12345|CLIENTE|S\/|RE-2026/);
    expect((await page()).contacts[0].link).toEqual({ sentAt: filedAt, refused: false });
  });

  it("says if the provider refused it", async () => {
    await ask();
    await leave(true);
    expect((await page()).contacts[0].link).toMatchObject({ refused: true });
  });

  it("goes to the contact of a claim of the supply, to its page or to an offer that waits", async () => {
    const { file } = await world.fileOne(filedAt);
    const { claimId } = file.head;
    const ofClaim = { supplyCode: "12345", page: "own-claim", claimId, channel: "email" };
    expect(await ask(ofClaim)).toMatchObject({ status: 201, body: { to: "c•••@example.pe" } });
    await leave();
    expect(sent[0]).toContain(`https://reclamos.example.pe/reclamos/${claimId}/`);
    expect(sent[0]).not.toContain(file.head.code);
    expect(await ask({ ...ofClaim, page: "offer" })).toMatchObject({
      ...{ status: 409, body: { detail: "Ese reclamo no tiene una propuesta por responder." } },
    });
    expect((await ask({ ...ofClaim, claimId: "none" })).status).toBe(404);
  });

  it("is sent to a number three times a day, whoever asks, and again the next day", async () => {
    const statuses: number[] = [];
    for (const page of ["receipt", "problem", "document", "new-claim"])
      statuses.push((await ask({ ...link, page })).status);
    expect(statuses).toEqual([201, 201, 201, 409]);
    expect((await ask({ ...link, telephone: "900000008" })).status).toBe(201);
    vi.setSystemTime("2026-11-24T15:00:00.000Z");
    expect((await ask()).status).toBe(201);
  });

  it.each([
    [{ ...link, telephone: "053461000" }, 400],
    [{ ...link, telephone: undefined }, 400],
    [{ ...link, email: "otra@example.pe" }, 400],
    [{ ...link, page: "own-claim" }, 400],
    [{ ...link, supplyCode: "777" }, 404],
  ])("refuses %j (%i)", async (body, status) => {
    expect((await ask(body)).status).toBe(status);
    expect((await page()).contacts).toEqual([]);
  });
});

describe("the language of who calls", () => {
  it("is what was said last, in a contact or in a claim of the supply", async () => {
    const { claimant } = form;
    await world.fileOne(filedAt, {
      form: { ...form, claimant: { ...claimant, languageChoice: { language: "ay", interpreter: true } } },
    });
    expect((await page()).languageChoice).toEqual({ language: "ay", interpreter: true });
    vi.setSystemTime("2026-11-23T16:00:00.000Z");
    await enter({ contact: { ...contact, language: "qu" } });
    expect((await page()).languageChoice).toEqual({ language: "qu", interpreter: false });
  });
});
