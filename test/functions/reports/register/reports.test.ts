import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import * as attentionRoutes from "../../../../shared/contract/counter/attention-routes.ts";
import { enterAttention } from "../../../../shared/contract/counter/call-routes.ts";
import * as routes from "../../../../shared/contract/register/report-routes.ts";
import type { Route } from "../../../../shared/contract/route.ts";
import type { StaffRole } from "../../../../shared/domain/work/people.ts";
import { hearingHeld, person } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { type ApiRequest, call, staff } from "../../api-call.ts";
import { captureLog } from "../../log-lines.ts";
import { type ReportWorld, reportWorld } from "../report-world.ts";

let local: TestTables;
let world: ReportWorld;
beforeAll(async () => {
  local = await testTables();
  world = await reportWorld(local);
}, 60_000);
beforeEach(() => {
  captureLog();
});
afterAll(async () => {
  vi.useRealTimers();
  await local.stop();
});

const at = (now: string): void => void vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
const as = (role: StaffRole, route: Route, request: ApiRequest = {}, sub = `${role}-1`) =>
  call(world.reports, route, { claims: { ...staff(role), sub }, ...request });

describe("the indicators of a month", () => {
  const month = "2026-11";
  let codes: string[] = [];
  beforeAll(async () => {
    const claims = [];
    for (let day = 2; day <= 4; day += 1) claims.push(await world.fileOne(`2026-11-0${day}T15:00:00.000Z`));
    codes = claims.map(({ file }) => file.head.code);
    const [first] = claims;
    if (!first) throw new Error("no claim");
    const { claimId } = first.file.head;
    const accepted = "2026-11-03T15:00:00.000Z";
    await world.elsewhere(claimId, accepted, [
      { type: "claim-accepted", effectiveAt: accepted, by: person("analyst-1", "analyst"), details: {} },
    ]);
    const held = "2026-12-09T15:00:00.000Z";
    await world.elsewhere(claimId, held, [hearingHeld(held)]);
    await world.sign(first.file.head.claimId, "2026-12-10T15:00:00.000Z");
  }, 60_000);

  it("are not there before its registers are made", async () => {
    at("2026-12-11T15:00:00.000Z");
    expect((await as("manager", routes.listIndicators, { query: { month } })).status).toBe(409);
  });

  it("count its claims, and each opens to them", async () => {
    await as("manager", routes.buildRegister, { body: { month } });
    await world.work();
    const { body } = await as("manager", routes.listIndicators, { query: { month } });
    const figure = (id: string) => body.figures.find((one: { id: string }) => one.id === id);
    expect(figure("claims")).toMatchObject({ numerator: 3, value: 3 });
    expect(figure("claims-per-10000")).toMatchObject({ numerator: 3, perConnections: true, factor: 10_000 });
    expect(figure("resolved-in-time")).toMatchObject({ numerator: 1, denominator: 1, value: 100 });
    expect(figure("upheld-F01")).toMatchObject({ numerator: 1, denominator: 1, value: 100 });
    expect(body.areConnectionsConfirmed).toBe(false);
    for (const { id, numerator, denominator, perConnections } of body.figures)
      for (const [of, total] of perConnections
        ? [["numerator", numerator]]
        : [
            ["numerator", numerator],
            ["denominator", denominator],
          ]) {
        if (total === undefined) continue;
        const opened = await as("manager", routes.listFigureCases, { params: { figureId: id }, query: { month, of } });
        expect(opened, id).toMatchObject({ status: 200, body: { total } });
        const sum = opened.body.cases.reduce((weight: number, one: { weight: number }) => weight + one.weight, 0);
        expect(sum).toBe(total);
      }
  });

  it.each(["0000-01", "2015-06", "9999-12"])("are zero in %s, of whose law the office knows nothing", async (other) => {
    await as("manager", routes.buildRegister, { body: { month: other } });
    await world.work();
    const { status, body } = await as("manager", routes.listIndicators, { query: { month: other } });
    expect(status).toBe(200);
    expect(body.figures[0]).toMatchObject({ id: "claims", numerator: 0 });
  });

  it("are listed page by page, none twice", async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { month, limit: "2", ...(cursor && { cursor }) };
      const { body } = await as("manager", routes.listFigureCases, { params: { figureId: "claims" }, query });
      seen.push(...body.cases.map(({ code }: { code: string }) => code));
      cursor = body.cursor;
    } while (cursor);
    expect(seen).toEqual(codes);
    const bad = await as("manager", routes.listFigureCases, {
      params: { figureId: "claims" },
      query: { month, cursor: "x" },
    });
    expect(bad.status).toBe(400);
    expect(
      (await as("manager", routes.listFigureCases, { params: { figureId: "none" }, query: { month } })).status,
    ).toBe(404);
  });

  it("a sample is drawn of its claims alone, the same by the same seed", async () => {
    await world.fileOne("2026-12-01T15:00:00.000Z");
    const draw = async (seed: string) =>
      (await as("manager", routes.drawSample, { query: { month, size: "2", seed } })).body;
    const one = await draw("oficio 1");
    expect(one).toMatchObject({ of: 3, seed: "oficio 1" });
    expect(one.claims).toHaveLength(2);
    expect(await draw("oficio 1")).toEqual(one);
    expect(one.claims.every(({ code }: { code: string }) => codes.includes(code))).toBe(true);
    expect((await as("manager", routes.drawSample, { query: { month, size: "0", seed: "x" } })).status).toBe(400);
    expect(
      (await as("manager", routes.drawSample, { query: { month: "2026-01", size: "5", seed: "x" } })).body.claims,
    ).toEqual([]);
  });
});

describe("attentions", () => {
  const month = "2026-12";
  const enter = (body: object, key?: string) => as("operator", enterAttention, { body, ...(key && { key }) });
  const list = async () => (await as("manager", attentionRoutes.listAttentions, { query: { month } })).body;

  it("are none at first", async () => {
    expect(await list()).toEqual({ month, counts: [], attentions: [] });
  });

  it("are counted by channel and listed, each once however often it is sent", async () => {
    at("2026-12-02T15:00:00.000Z");
    const call = { channel: "telephone", matter: "receipt" };
    const first = await enter(call, "a-call-entered-once");
    expect(first.status).toBe(201);
    at("2026-12-02T15:00:05.000Z");
    expect((await enter(call, "a-call-entered-once")).body).toEqual(first.body);
    expect((await enter({ ...call, matter: "other" }, "a-call-entered-once")).status).toBe(409);
    await enter({ channel: "counter", matter: "payment" });
    await enter(call);
    const { counts, attentions } = await list();
    expect(counts).toEqual([
      { channel: "counter", what: "attention", count: 1 },
      { channel: "telephone", what: "attention", count: 2 },
    ]);
    expect(attentions).toHaveLength(3);
  });

  it("name a claim that exists, or none", async () => {
    const { file } = await world.fileOne("2026-12-02T15:00:00.000Z");
    const about = (claimCode: string) => enter({ channel: "telephone", matter: "claim-state", claimCode });
    const typed = file.head.code.toLowerCase().replaceAll("-", " ");
    expect((await about(typed)).body.claimCode).toBe(file.head.code);
    expect((await about("RE-2026-999999-9")).status).toBe(404);
  });

  it("look-ups are counted of nobody", async () => {
    await world.contactCounter.count("MOQ", { channel: "web", what: "receipt-look-up" }, "2026-12-02T15:00:00.000Z");
    await world.contactCounter.count("MOQ", { channel: "web", what: "receipt-look-up" }, "2026-12-03T15:00:00.000Z");
    expect((await list()).counts).toContainEqual({ channel: "web", what: "receipt-look-up", count: 2 });
  });

  it("are read page by page", async () => {
    const page = async (cursor?: string) =>
      (await as("manager", attentionRoutes.listAttentions, { query: { month, limit: "3", ...(cursor && { cursor }) } }))
        .body;
    const first = await page();
    const second = await page(first.cursor);
    const ids = [...first.attentions, ...second.attentions].map(
      ({ attentionId }: { attentionId: string }) => attentionId,
    );
    expect(new Set(ids).size).toBe(4);
    expect((await as("manager", attentionRoutes.listAttentions, { query: { month, cursor: "?" } })).status).toBe(400);
  });
});

describe("the observation book", () => {
  const said = { channel: "counter", person: { name: "CLIENTE DE PRUEBA UNO" }, text: "=La cola es larga." };
  const enter = (key?: string) => as("operator", attentionRoutes.enterObservation, { body: said, ...(key && { key }) });
  const waiting = async () => (await as("clerk", attentionRoutes.listObservations)).body.observations;
  const answer = (observationId: string, text: string, key?: string) =>
    as("clerk", attentionRoutes.answerObservation, { params: { observationId }, body: { text }, ...(key && { key }) });

  it("takes an entry once, gives it its last day, and lists it until it is answered", async () => {
    at("2026-11-23T15:00:00.000Z");
    expect(await waiting()).toEqual([]);
    const entered = await enter("an-entry-made-once-only");
    expect(entered).toMatchObject({ status: 201, body: { answerBy: "2026-12-07", state: "waiting" } });
    expect(entered.body.number).toMatch(/^LO-2026-\d{6}-\d$/);
    expect((await enter("an-entry-made-once-only")).body).toEqual(entered.body);
    expect(await waiting()).toHaveLength(1);
    at("2026-12-08T15:00:00.000Z");
    expect(await waiting()).toMatchObject([{ state: "overdue" }]);
  });

  it("is answered once", async () => {
    const [{ observationId }] = await waiting();
    const first = await answer(observationId, "Abrimos otra ventanilla.", "an-answer-made-once");
    expect(first).toMatchObject({
      status: 200,
      body: { state: "answered-late", answer: { text: "Abrimos otra ventanilla." } },
    });
    expect((await answer(observationId, "Abrimos otra ventanilla.", "an-answer-made-once")).body).toEqual(first.body);
    expect((await answer(observationId, "Otra.", "an-answer-made-once")).status).toBe(409);
    expect((await answer(observationId, "Otra.")).body.type).toBe("urn:caudal:already-answered");
    expect((await answer("none", "Otra.")).status).toBe(404);
    expect(await waiting()).toEqual([]);
    const { body } = await as("manager", attentionRoutes.listObservations, { query: { month: "2026-11" } });
    expect(body.observations).toMatchObject([{ observationId, state: "answered-late" }]);
  });

  it("stands in the register of its month, guarded from formulas", async () => {
    await as("manager", routes.buildRegister, { body: { month: "2026-11" } });
    await world.work();
    const text = world.text("observaciones_2026-11.csv");
    expect(text).toContain('"\'=La cola es larga."');
    expect(text).toContain('"respondida fuera de plazo"');
  });
});

describe("who supervises from outside", () => {
  const sub = "00000000-0000-4000-8000-000000000009";
  const admit = (more: object = {}, to = sub) =>
    as("administrator", routes.admitSupervisor, {
      params: { sub: to },
      body: { name: "SUPERVISORA DE PRUEBA", from: "2026-12-01", until: "2026-12-31", letter: "OFICIO 1", ...more },
    });
  const look = () => as("external-supervisor", routes.showRegister, { query: { month: "2026-11" } }, sub);

  it("sees nothing until an administrator lets them in, for a time", async () => {
    at("2026-12-15T15:00:00.000Z");
    expect(await look()).toMatchObject({ status: 403, body: { type: "urn:caudal:access-over" } });
    expect((await admit()).body).toMatchObject({ isInForce: true });
    expect((await look()).status).toBe(200);
    at("2027-01-01T05:00:00.000Z");
    expect((await look()).status).toBe(403);
    at("2026-12-16T15:00:00.000Z");
    expect((await admit({ until: "2026-12-15" })).body).toMatchObject({ isInForce: false });
    expect((await look()).status).toBe(403);
    const { body } = await as("manager", routes.listSupervisors);
    expect(body.supervisors).toMatchObject([
      { sub, isInForce: false, accesses: [{ until: "2026-12-15" }, { until: "2026-12-31" }] },
    ]);
  });

  it("is let in for no longer than the tenant says, nor backwards, nor one of the staff", async () => {
    expect((await admit({ until: "2027-06-01" })).status).toBe(409);
    expect((await admit({ until: "2026-11-01" })).status).toBe(409);
    const analyst = "00000000-0000-4000-8000-000000000001";
    await world.staffRegister.save("MOQ", {
      sub: analyst,
      name: "PERSONA DE PRUEBA",
      extension: "1",
      roles: ["analyst"],
      onDuty: true,
    });
    expect((await admit({}, analyst)).body.type).toBe("urn:caudal:supervisor-is-staff");
    const staffAfter = await world.staffRegister.list("MOQ");
    expect(staffAfter.find((one) => one.sub === analyst)?.roles).toEqual(["analyst"]);
  });

  it("records each look, and none that was refused", async () => {
    at("2026-12-15T16:00:00.000Z");
    await admit({ until: "2026-12-31" });
    await as("external-supervisor", routes.drawSample, { query: { month: "2026-11", size: "1", seed: "s" } }, sub);
    const { body } = await as("manager", routes.listSupervisedReads, { query: { month: "2026-12" } });
    expect(body.reads).toEqual([
      {
        at: "2026-12-15T16:00:00.000Z",
        name: "SUPERVISORA DE PRUEBA",
        route: "GET /desk/reports/sample",
        asked: { month: "2026-11", size: "1", seed: "s" },
      },
      {
        at: "2026-12-15T15:00:00.000Z",
        name: "SUPERVISORA DE PRUEBA",
        route: "GET /desk/reports/register",
        asked: { month: "2026-11" },
      },
    ]);
  });
});
