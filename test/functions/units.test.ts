import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { meteredClient } from "../../bench/metered-client.ts";
import { lookUpCredential } from "../../functions/receipts/look-up-credential.ts";
import type { ReceiptDeps } from "../../functions/receipts/receipt-deps.ts";
import { receipts } from "../../functions/receipts/receipts.ts";
import { api } from "../../functions/runtime/api.ts";
import { calendarsOf } from "../../functions/runtime/calendars-of.ts";
import { receiptRow } from "../../local/seed/receipt-row.ts";
import { tenant } from "../../settings.ts";
import { showBoard } from "../../shared/contract/board/board-routes.ts";
import { fileClaim, showClaim } from "../../shared/contract/claim/claim-routes.ts";
import { listReceipts, listSupplies } from "../../shared/contract/receipt/receipt-routes.ts";
import type { Route } from "../../shared/contract/route.ts";
import { openAttemptCounter } from "../../shared/storage/attempt-counter.ts";
import { openReceiptLedger } from "../../shared/storage/billing/receipt-ledger.ts";
import { openReceiptReader } from "../../shared/storage/billing/receipt-reader.ts";
import { openCaseFiles } from "../../shared/storage/case/case-files.ts";
import { openLookUpTrails } from "../../shared/storage/receipt/look-up-trails.ts";
import { openSupplyLinks } from "../../shared/storage/supply/supply-links.ts";
import { rowsAtOnce } from "../../web/desk/work/rows-at-once.ts";
import { memoryDynamoDb } from "../doubles/memory-dynamodb.ts";
import { billedMonth, ledgerRow } from "../shared/storage/billing/billed-rows.ts";
import { type ApiRequest, call, customer, originKey, staff } from "./api-call.ts";
import { caseworkWorld, complains, filedAt, steps, type Worker } from "./casework/casework-world.ts";
import { checkWorld } from "./check-records/check-world.ts";
import { claimBody, claimsWorld } from "./claims/claims-world.ts";
import { totalsWorld } from "./count-totals/totals-world.ts";
import { captureLog } from "./log-lines.ts";
import { staffWorkRoutes as routes, staffWork } from "./staff-work.ts";

/** An office on tables in memory of which every request is counted, as AWS bills it. */
async function countedOffice() {
  const metered = meteredClient(memoryDynamoDb(async (made) => made()).client);
  const { client } = metered;
  const world = await caseworkWorld({ table: async (name) => ({ client, name }), stop: async () => {} });
  // The double's case files read again what they wrote.
  const deps = { ...world, caseFiles: openCaseFiles(world.claims) };
  const handler = api(routes, staffWork(deps), { originKey });
  const as = async ([sub, ...roles]: Worker, route: Route, request: ApiRequest = {}) => {
    const version = route.versioned ? { version: await world.versionOf(request.params?.["claimId"] ?? "") } : {};
    metered.reset();
    const answer = await call(handler, route, { claims: { ...staff(...roles), sub }, ...version, ...request });
    expect(answer.status, answer.text).toBe(200);
    return { ...metered.counted };
  };
  return { ...deps, world, as, metered };
}

const clerk: Worker = ["clerk-1", "clerk"];

beforeEach(() => {
  captureLog();
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(filedAt) });
});
afterEach(() => {
  vi.useRealTimers();
});

/**
 * What the office's commonest requests cost in the store. A change that makes one of them cost more or less says so
 * here.
 */
describe("the requests and units", () => {
  it("of staff's page of a case, once its staff are known", async () => {
    const office = await countedOffice();
    const { claimId } = (await office.fileOne(filedAt)).file.head;
    const page = () => office.as(clerk, routes.showCase, { params: { claimId } });
    await page();
    expect(await page()).toEqual({ requests: 4, readUnits: 2, writeUnits: 0 });
  });

  it("of staff's page of a case of 52 entries, as long as an appeal: no more requests than of a new one", async () => {
    const office = await countedOffice();
    const { claimId, now } = await steps.elevated(office.world);
    const by = { kind: "system", name: "sweep" } as const;
    const reason = "Día 25 sin notificar la decisión. Falta firmarla. El último día es el viernes 15 de enero de 2027.";
    const alert = { type: "manager-alerted", effectiveAt: now, by, details: { reason } } as const;
    const left = 52 - (await office.versionOf(claimId));
    await office.elsewhere(
      claimId,
      now,
      Array.from({ length: left }, () => alert),
    );
    const page = () => office.as(clerk, routes.showCase, { params: { claimId } });
    await page();
    expect([await office.versionOf(claimId), await page()]).toEqual([52, { requests: 4, readUnits: 6, writeUnits: 0 }]);
  });

  it("of a page of a work list as the desk asks for it, with the quantities of all lists", async () => {
    const office = await countedOffice();
    for (let made = 0; made < 50; made += 1) await office.fileOne(filedAt);
    const list = await office.as(clerk, routes.listWork, { query: { queue: "admission", limit: String(rowsAtOnce) } });
    const quantities = await office.as(clerk, routes.countWork);
    expect([list, quantities]).toEqual([
      { requests: 1, readUnits: expect.toBeOneOf([3.5, 4]), writeUnits: 0 },
      { requests: 1, readUnits: 1, writeUnits: 0 },
    ]);
  });

  it("of a page of all that is to be done, and of one's own claims: one request", async () => {
    const office = await countedOffice();
    for (let made = 0; made < 25; made += 1) await office.fileOne(filedAt);
    const queue = "admission,investigation,conciliation,resolution,signature,notification,elevation,execution";
    const analyst: Worker = ["analyst-1", "analyst"];
    const all = await office.as(analyst, routes.listWork, { query: { queue, limit: "25" } });
    const own = await office.as(analyst, routes.listWork, { query: { queue, limit: "25", owner: "me" } });
    expect([all, own]).toEqual([
      { requests: 1, readUnits: 2, writeUnits: 0 },
      { requests: 1, readUnits: 1, writeUnits: 0 },
    ]);
  });

  it("of the claims at risk of being late: two requests, and no claim read that is not at risk", async () => {
    const office = await countedOffice();
    const manager: Worker = ["manager-1", "manager"];
    for (let made = 0; made < 25; made += 1) await office.fileOne(filedAt);
    expect(await office.as(manager, routes.listLateRisks)).toEqual({ requests: 2, readUnits: 1, writeUnits: 0 });
  });

  it("of the quejas that wait, of which the board counts the late ones: the list, and each claim by itself", async () => {
    const office = await countedOffice();
    for (let made = 0; made < 5; made += 1) {
      const { file } = await office.fileOne(filedAt);
      const listed = made < 3 ? [office.caseFiles.listQueja(file.head, file.head.filedOn)] : [];
      await office.elsewhere(file.head.claimId, filedAt, [complains(filedAt)], listed);
    }
    const manager: Worker = ["manager-1", "manager"];
    expect(await office.as(manager, routes.listQuejas)).toEqual({ requests: 4, readUnits: 2, writeUnits: 0 });
  });

  it("of a customer's page of their claim", async () => {
    const metered = meteredClient(memoryDynamoDb(async (made) => made()).client);
    const { client } = metered;
    const world = await claimsWorld({ table: async (name) => ({ client, name }), stop: async () => {} });
    const { linkId } = await world.deps.supplyLinks.link("ana", "00012345", filedAt);
    const ana = { claims: customer("ana") };
    const filed = await call(world.handler, fileClaim, { ...ana, body: claimBody(linkId) });
    metered.reset();
    const { status } = await call(world.handler, showClaim, { ...ana, params: { claimId: filed.body.claimId } });
    expect([status, { ...metered.counted }]).toEqual([200, { requests: 3, readUnits: 2.5, writeUnits: 0 }]);
  });

  it("of an act of staff and of the page it answers", async () => {
    const office = await countedOffice();
    const { claimId } = (await office.fileOne(filedAt)).file.head;
    await office.as(clerk, routes.showCase, { params: { claimId } });
    const act = await office.as(clerk, routes.admitClaim, { params: { claimId }, body: { outcome: "accepted" } });
    expect(act).toEqual({ requests: 5, readUnits: 2, writeUnits: 11 });
  });

  it("of an act that weighs the evidence: receipts and readings are read once for it and its page", async () => {
    const office = await countedOffice();
    const { claimId } = (await office.fileOne(filedAt)).file.head;
    await office.as(clerk, routes.showCase, { params: { claimId } });
    const body = { items: ["cuts-history"], findings: [], reason: "No hay registros." };
    const act = await office.as(["manager-1", "manager"], routes.overrideChecklist, { params: { claimId }, body });
    expect(act).toEqual({ requests: 6, readUnits: 2.5, writeUnits: expect.toBeOneOf([7, 8]) });
  });

  it("of the calendars and outages that an environment reads each minute: half of what a consistent read costs", async () => {
    const { client, counted, reset } = meteredClient(memoryDynamoDb(async (made) => made()).client);
    const calendars = calendarsOf(tenant)({ client, name: "claims" });
    reset();
    await calendars.known();
    expect(counted).toEqual({ requests: 2, readUnits: 1, writeUnits: 0 });
  });

  it("of the check of a night without claims, of one claim and of two", async () => {
    const costOf = async (claims: number) => {
      const metered = meteredClient(memoryDynamoDb(async (made) => made()).client);
      const world = await checkWorld({
        table: async (name) => ({ client: metered.client, name }),
        stop: async () => {},
      });
      for (let made = 0; made < claims; made += 1) await world.fileOne(filedAt);
      metered.reset();
      await world.check("2026-11-24T08:30:00.000Z");
      return { ...metered.counted };
    };
    expect([await costOf(0), await costOf(1), await costOf(2)]).toEqual([
      { requests: 26, readUnits: 19, writeUnits: 1 },
      { requests: 42, readUnits: 36, writeUnits: 1 },
      { requests: 46, readUnits: 46, writeUnits: 1 },
    ]);
  });

  it("of the board: one read, of one claim as of twenty-five", async () => {
    const metered = meteredClient(memoryDynamoDb(async (made) => made()).client);
    const world = await totalsWorld({
      table: async (name) => ({ client: metered.client, name }),
      stop: async () => {},
    });
    const costOf = async () => {
      await world.count(await world.records());
      metered.reset();
      const request = { claims: { ...staff("manager"), sub: "manager-1" }, query: { month: "2026-11" } };
      expect((await call(world.reports, showBoard, request)).status).toBe(200);
      return { ...metered.counted };
    };
    await world.fileOne(filedAt);
    const first = await costOf();
    for (let made = 1; made < 25; made += 1) await world.fileOne(filedAt);
    expect([first, await costOf()]).toEqual([
      { requests: 1, readUnits: 1, writeUnits: 0 },
      { requests: 1, readUnits: 1, writeUnits: 0 },
    ]);
  });

  it("of a filing by web: the first claim of its supply", async () => {
    const { client } = memoryDynamoDb(async (made) => {
      await new Promise((done) => setImmediate(done));
      return made();
    });
    const metered = meteredClient(client);
    let [underway, rounds] = [0, 0];
    const counting = {
      send: async (command: Parameters<typeof client.send>[0]) => {
        if (underway === 0) rounds += 1;
        underway += 1;
        try {
          return await metered.client.send(command);
        } finally {
          underway -= 1;
        }
      },
    } as typeof client;
    const local = { table: async (name: string) => ({ client: counting, name }), stop: async () => {} };
    const world = await claimsWorld(local);
    const { linkId } = await world.deps.supplyLinks.link("ana", "00012345", filedAt);
    metered.reset();
    rounds = 0;
    const { status } = await call(world.handler, fileClaim, { claims: customer("ana"), body: claimBody(linkId) });
    expect([status, rounds, { ...metered.counted }]).toEqual([201, 8, { requests: 19, readUnits: 16, writeUnits: 65 }]);
  });

  it("of a linked supply: its holder is asked of what is read anyway, and by one receipt on the list", async () => {
    const { client, counted, reset } = meteredClient(memoryDynamoDb(async (made) => made()).client);
    const table = { client, name: "billing" };
    const supplyLinks = openSupplyLinks({ client, name: "claims" });
    const deps = {
      supplyLinks,
      receiptReader: openReceiptReader(table),
      loadedAt: async () => undefined,
    } as unknown as ReceiptDeps;
    const handler = api(
      { listReceipts, listSupplies },
      { listReceipts: receipts(deps).listReceipts, listSupplies: receipts(deps).listSupplies },
      { originKey },
    );
    for (let month = 1; month <= 26; month += 1) {
      const period = `${2024 + Math.floor((9 + month) / 12)}-${String(((9 + month) % 12) + 1).padStart(2, "0")}`;
      const row = receiptRow(billedMonth({ period, number: 45_000 + month, m3: 15 }));
      await openReceiptLedger(table).store(ledgerRow("receipts", row), "i1", undefined);
    }
    const holder = { name: "CLIENTE DE PRUEBA UNO", document: "00000001", asOf: "2026-10-31" };
    const { linkId } = await supplyLinks.link("ana", "00012345", filedAt, "receipt", holder);
    const costOf = async (route: Route) => {
      reset();
      expect((await call(handler, route, { claims: customer("ana"), params: { linkId } })).status).toBe(200);
      return { ...counted };
    };
    expect(await costOf(listReceipts)).toMatchObject({ requests: 2, writeUnits: 0 });
    expect(await costOf(listSupplies)).toEqual({ requests: 3, readUnits: 2.5, writeUnits: 0 });
  });

  it.each([
    ["a number and total", { receiptNumber: "S001-00000001", total: "1" }],
    ["a document", { documentNumber: "00000099" }],
  ])("of a wrong attempt by %s: the same, one after the other, whether the supply exists or not", async (_, stated) => {
    const { client } = memoryDynamoDb(async (made) => made());
    const asked: string[] = [];
    const listening = {
      send: (command: Parameters<typeof client.send>[0]) => {
        const { TableName, Limit } = command.input as { TableName?: string; Limit?: number };
        asked.push([command.constructor.name, TableName, Limit].join(" "));
        return client.send(command);
      },
    } as typeof client;
    const world = await caseworkWorld({ table: async (name) => ({ client: listening, name }), stop: async () => {} });
    const table = world.billing;
    const pauses: number[] = [];
    const checks = lookUpCredential(
      {
        receiptReader: world.receiptReader,
        attemptCounter: openAttemptCounter(table),
        lookUpTrails: openLookUpTrails(world.claims, "a test's key"),
        pause: async (ms) => void pauses.push(ms),
      },
      8,
    );
    const requestsOf = async (supplyCode: string, viewer: string) => {
      asked.splice(0);
      expect(await checks.ofAnybody({ supplyCode, ...stated }, viewer, filedAt)).toMatchObject({ ok: false });
      return [...asked];
    };
    const existing = await requestsOf("00012345", "192.0.2.1");
    expect(await requestsOf("00099999", "198.51.100.1")).toEqual(existing);
    expect(existing.length).toBeGreaterThanOrEqual(3);
    // Both are answered at an even moment, which shows nothing of the work between.
    expect(pauses).toHaveLength(2);
  });

  it.each([
    ["right", 0, { requests: 3, readUnits: 0.5, writeUnits: 2 }],
    ["wrong", 100, { requests: 3, readUnits: 0.5, writeUnits: 2 }],
  ])("of checking a %s look-up credential without an account", async (_, more, units) => {
    const { client, counted, reset } = meteredClient(memoryDynamoDb(async (made) => made()).client);
    const world = await caseworkWorld({ table: async (name) => ({ client, name }), stop: async () => {} });
    const table = world.billing;
    const checks = lookUpCredential(
      {
        receiptReader: world.receiptReader,
        attemptCounter: openAttemptCounter(table),
        lookUpTrails: openLookUpTrails(world.claims, "a test's key"),
        pause: async () => {},
      },
      8,
    );
    await openReceiptLedger(table).store(
      ledgerRow("receipts", receiptRow(billedMonth({ period: "2026-10", number: 45_001, m3: 15 }))),
      "i1",
      undefined,
    );
    const [billed] = await world.receiptReader.lastMonths("00012345", 1);
    const total = String(((billed?.receipt.totalDue ?? 0) + more) / 100);
    reset();
    const stated = { supplyCode: "00012345", receiptNumber: "S001-00045001", total };
    expect(await checks.ofAnybody(stated, "192.0.2.1", filedAt)).toMatchObject({ ok: more === 0 });
    expect(counted).toEqual(units);
  });
});
