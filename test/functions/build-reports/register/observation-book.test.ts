import { parse } from "csv-parse/sync";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { registers } from "../../../../settings.ts";
import * as attentionRoutes from "../../../../shared/contract/counter/attention-routes.ts";
import * as reportRoutes from "../../../../shared/contract/register/report-routes.ts";
import * as submissionRoutes from "../../../../shared/contract/submission/submission-routes.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { type ApiRequest, call, customer, staff } from "../../api-call.ts";
import { captureLog } from "../../log-lines.ts";
import { type ReportWorld, reportWorld } from "../../reports/report-world.ts";
import { submissionsDeps, submissionsHandler } from "../../submissions/submissions-world.ts";

let local: TestTables;
let world: ReportWorld;
let documents: ReturnType<typeof submissionsHandler>;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
beforeEach(async () => {
  captureLog();
  on("23");
  world = await reportWorld(local);
  documents = submissionsHandler(submissionsDeps(world));
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => local.stop());

const month = "2026-11";
/** A day of November, at ten in Lima; or an instant. */
const on = (day: string): void =>
  void vi.useFakeTimers({ toFake: ["Date"], now: new Date(day.length === 2 ? `2026-11-${day}T15:00:00.000Z` : day) });
const clerk = staff("clerk");
const manager = staff("manager");
const said = {
  kind: "observation",
  presenter: "CLIENTE DE PRUEBA DOS",
  subject: "Atención en la oficina",
  text: "No hay sombra en la cola.",
  email: "cliente@example.pe",
  uploadIds: [],
};

let sent = 0;
/** A file of a person that passed its check. */
async function attachmentOf(sub: string): Promise<string> {
  sent += 1;
  const { documentId } = await world.upload(sub, `p${sent}`);
  await world.uploads.settle(documentId, "received", undefined);
  return documentId;
}
async function filed(more: object = {}, request: ApiRequest = {}): Promise<{ submissionId: string; number: string }> {
  const body = { ...said, ...more };
  const answer = await call(documents, submissionRoutes.fileDocument, { claims: customer("maria"), body, ...request });
  expect(answer.status).toBe(201);
  return answer.body;
}
const filedAsDocument = async () => filed({ kind: "document", uploadIds: [await attachmentOf("maria")] });
async function registered(arrivedAt: string, reason?: string): Promise<{ submissionId: string; number: string }> {
  const body = {
    ...said,
    channel: "counter",
    arrivedAt,
    uploadIds: [await attachmentOf("staff-1")],
    ...(reason && { reason }),
  };
  const answer = await call(documents, submissionRoutes.registerSubmission, { claims: clerk, body });
  expect(answer.status).toBe(201);
  return answer.body;
}
async function written(): Promise<{ observationId: string; number: string }> {
  const body = { channel: "counter", person: { name: "CLIENTE DE PRUEBA UNO" }, text: "La cola es larga." };
  return (await call(world.reports, attentionRoutes.enterObservation, { claims: clerk, body })).body;
}
const check = (submissionId: string, body: object) =>
  call(documents, submissionRoutes.receiveSubmission, { claims: clerk, params: { submissionId }, body });
async function answered(submissionId: string, text: string): Promise<void> {
  const body = { text, uploadIds: [await attachmentOf("staff-1")] };
  const { status } = await call(documents, submissionRoutes.answerSubmission, {
    claims: clerk,
    params: { submissionId },
    body,
  });
  expect(status).toBe(200);
}

type Row = Readonly<Record<string, string>>;

const begin = (of = month) => call(world.reports, reportRoutes.buildRegister, { claims: manager, body: { month: of } });
/** The register of the book as its file of a month has it, each cell by its field. */
function rowsOf(of: string): Row[] {
  const [, ...rows]: string[][] = parse(world.text(`observaciones_${of}.csv`), { delimiter: ";", bom: true });
  const columns = registers.observations.value;
  return rows.map((cells) => Object.fromEntries(columns.map(({ field }, at) => [field, cells[at] ?? ""])));
}
async function register(of = month): Promise<Row[]> {
  await begin(of);
  await world.work();
  return rowsOf(of);
}
const numbers = async (of = month) => (await register(of)).map(({ number }) => number);
const listedIn = (of = month) => world.builder.months.allIds("MOQ", of, "OBSERVATION");

describe("the register of the observation book", () => {
  it("lists what was written in it and what came as a document, in the order of entry", async () => {
    const first = await written();
    on("24");
    const second = await filed();
    on("25");
    const third = await written();
    expect(await numbers()).toEqual([first.number, second.number, third.number]);
  });

  it("says of a document what it says of an entry, and nothing of its person but their name", async () => {
    const { number } = await filed();
    expect(await register()).toEqual([
      {
        number,
        office: "MOQ",
        channel: "por mesa de partes",
        "entered-at": "2026-11-23T15:00:00.000Z",
        "entered-on": "2026-11-23",
        "person-name": "CLIENTE DE PRUEBA DOS",
        "person-document": "",
        text: "Atención en la oficina: No hay sombra en la cola.",
        "answer-by": "2026-12-07",
        "answered-on": "",
        answer: "",
        state: "por responder",
      },
    ]);
    expect(world.text(`observaciones_${month}.csv`)).not.toContain(said.email);
  });

  it("lists what was presented on paper in the month of the day it bears, whenever it was registered", async () => {
    on("03");
    const october = await registered("2026-10-30T15:00:00.000Z", "Se traspapeló.");
    const november = await registered("2026-11-03T14:00:00.000Z");
    const [row] = await register("2026-10");
    expect(row).toMatchObject({
      number: october.number,
      "entered-at": "2026-11-03T15:00:00.000Z",
      "entered-on": "2026-10-30",
    });
    expect(await numbers()).toEqual([november.number]);
  });

  it.each([
    ["2026-12-07T20:00:00.000Z", "respondida", "2026-12-07", "on its last day"],
    ["2026-12-08T15:00:00.000Z", "respondida fuera de plazo", "2026-12-08", "a day later"],
  ])("says of one answered at %s that it is %s", async (instant, state, day) => {
    const { submissionId } = await filed();
    expect((await check(submissionId, { outcome: "received" })).status).toBe(200);
    on(instant);
    await answered(submissionId, "Se puso un toldo.");
    expect(await register()).toMatchObject([{ state, "answered-on": day, answer: "Se puso un toldo." }]);
  });

  it("says of one that nobody answered in its term that it is overdue", async () => {
    await filed();
    on("2026-12-08T15:00:00.000Z");
    expect(await register()).toMatchObject([{ state: "vencida", "answered-on": "" }]);
  });
});

describe("what the clerk's check makes of a document", () => {
  it("an observation: it is in the book from then on", async () => {
    const { submissionId, number } = await filedAsDocument();
    expect(await numbers()).toEqual([]);
    on("24");
    await check(submissionId, { outcome: "received", kind: "observation" });
    expect(await register()).toMatchObject([{ number, "entered-on": "2026-11-23", "answer-by": "2026-12-07" }]);
  });

  it("another thing: it is in the book no more", async () => {
    const { submissionId, number } = await filed();
    expect(await numbers()).toEqual([number]);
    on("24");
    await check(submissionId, { outcome: "received", kind: "data-access" });
    expect(await numbers()).toEqual([]);
  });

  it("returned: it is in the book no more", async () => {
    const { submissionId } = await filed();
    await check(submissionId, { outcome: "returned", remark: "No se entiende." });
    expect(await numbers()).toEqual([]);
  });

  it("observed: it is in the book while it may be mended, and no more once it is not", async () => {
    const { submissionId, number } = await filed();
    await check(submissionId, { outcome: "observed", remark: "Falta la hoja 2." });
    const notified = { claims: clerk, params: { submissionId }, body: { how: "notified-in-person" } };
    const { body } = await call(documents, submissionRoutes.notifySubmissionObservation, notified);
    on(`${body.remedyBy}T15:00:00.000Z`);
    expect(await numbers()).toEqual([number]);
    on("2026-12-14T15:00:00.000Z");
    expect(await numbers()).toEqual([]);
  });
});

describe("the entry in its month", () => {
  it("is one, however often it is sent, checked or answered", async () => {
    const key = "una-observacion-una-vez";
    const [one, other] = await Promise.all([filed({}, { key }), filed({}, { key })]);
    expect(one.submissionId).toBe(other.submissionId);
    await Promise.all(["received", "received"].map((outcome) => check(one.submissionId, { outcome })));
    await answered(one.submissionId, "Se puso un toldo.");
    expect(await listedIn()).toEqual([one.submissionId]);
  });

  it("is one when two classify it at the same moment", async () => {
    const { submissionId } = await filedAsDocument();
    const outcomes = await Promise.all(
      [1, 2].map(() => check(submissionId, { outcome: "received", kind: "observation" })),
    );
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await listedIn()).toEqual([submissionId]);
  });

  it("is written with what makes it an observation, or neither is", async () => {
    const { submissionId } = await filedAsDocument();
    const submission = await world.submissions.find(submissionId);
    if (!submission) throw new Error("not filed");
    const entry = { type: "received", at: "2026-11-23T15:00:00.000Z", by: "clerk-1" } as const;
    const asObservation = world.submissions.step(submission, { entry, set: { kind: "observation" } });
    await check(submissionId, { outcome: "returned", remark: "No se entiende." });
    expect((await world.transact(asObservation)).done).toBe(false);
    expect(await listedIn()).toEqual([]);
    const { submissionId: observation } = await filed();
    const again = await world.submissions.find(observation);
    if (!again) throw new Error("not filed");
    expect(await world.transact(world.submissions.file(again))).toMatchObject({ done: false });
    expect(await listedIn()).toEqual([observation]);
  });
});

it("a register is of its build's instant, whatever happens while it is made", async () => {
  on("22");
  const { observationId, number: ofEntry } = await written();
  on("23");
  const { submissionId, number } = await filed();
  const classified = await filedAsDocument();
  on("24");
  const returned = await filed();
  await begin();
  on("25");
  await check(submissionId, { outcome: "received" });
  await answered(submissionId, "Se puso un toldo.");
  await check(classified.submissionId, { outcome: "received", kind: "observation" });
  await check(returned.submissionId, { outcome: "returned", remark: "No se entiende." });
  const params = { observationId };
  const body = { text: "Se abrió otra ventanilla." };
  await call(world.reports, attentionRoutes.answerObservation, { claims: clerk, params, body });
  await filed();
  await written();
  await world.work();
  expect(rowsOf(month)).toMatchObject([
    { number: ofEntry, state: "por responder", answer: "" },
    { number, state: "por responder", answer: "" },
    { number: returned.number, state: "por responder" },
  ]);
});

describe("the figures of the book", () => {
  const figures = async (): Promise<{ id: string; numerator: number; denominator?: number; value?: number }[]> =>
    (await call(world.reports, reportRoutes.listIndicators, { claims: manager, query: { month } })).body.figures;
  const cases = async (figureId: string, of: string): Promise<object[]> =>
    (
      await call(world.reports, reportRoutes.listFigureCases, {
        claims: manager,
        params: { figureId },
        query: { month, of },
      })
    ).body.cases;

  it("count both doors, and open to an entry or to a document", async () => {
    const { observationId, number } = await written();
    on("24");
    const inTime = await filed();
    await check(inTime.submissionId, { outcome: "received" });
    await answered(inTime.submissionId, "Se puso un toldo.");
    const returned = await filed();
    await check(returned.submissionId, { outcome: "returned", remark: "No se entiende." });
    on("2026-12-08T05:00:00.000Z");
    await register();
    const own = { kind: "observation", id: observationId, code: number, weight: 1 };
    const document = { kind: "submission", id: inTime.submissionId, code: inTime.number, weight: 1 };
    expect((await figures()).filter(({ id }) => id.startsWith("observations"))).toMatchObject([
      { id: "observations", numerator: 2, value: 2 },
      { id: "observations-in-time", numerator: 1, denominator: 2, value: 50 },
    ]);
    expect(await cases("observations", "numerator")).toEqual([own, document]);
    expect(await cases("observations-in-time", "numerator")).toEqual([document]);
    expect(await cases("observations-in-time", "denominator")).toEqual([own, document]);
  });
});

describe("the desk's page of the book", () => {
  const list = async (query: Readonly<Record<string, string>>) =>
    (await call(world.reports, attentionRoutes.listObservations, { claims: clerk, query })).body;

  it("lists a month by both doors, page by page, past what is no observation any more", async () => {
    const first = await written();
    on("24");
    const returned = await filed();
    await check(returned.submissionId, { outcome: "returned", remark: "No se entiende." });
    on("26");
    const { submissionId } = await filed();
    const pages = [await list({ month, limit: "2" })];
    pages.push(await list({ month, limit: "2", cursor: pages[0].cursor }));
    expect(pages[1]).not.toHaveProperty("cursor");
    expect(pages.flatMap(({ observations }) => observations)).toMatchObject([
      { observationId: first.observationId, channel: "counter" },
      { observationId: submissionId, channel: "document-desk", answerBy: "2026-12-14", state: "waiting" },
    ]);
  });

  it("leaves an observation presented as a submission to the document desk, where it waits and is answered", async () => {
    const { submissionId } = await filed();
    expect((await list({})).observations).toEqual([]);
    const body = { text: "Se puso un toldo." };
    const params = { observationId: submissionId };
    expect((await call(world.reports, attentionRoutes.answerObservation, { claims: clerk, params, body })).status).toBe(
      404,
    );
  });
});
