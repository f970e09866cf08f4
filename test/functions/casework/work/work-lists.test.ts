import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { countRecords } from "../../../../functions/count-totals/count-records.ts";
import { registerRow } from "../../../../local/seed/supply-register-row.ts";
import { showCase } from "../../../../shared/contract/case/case-routes.ts";
import { dispatchNotice } from "../../../../shared/contract/notice/notice-routes.ts";
import { listInspections, reportInspection } from "../../../../shared/contract/visit/investigation-routes.ts";
import { showMe } from "../../../../shared/contract/work/staff-routes.ts";
import { countWork, listWork } from "../../../../shared/contract/work/work-list-routes.ts";
import { isToDo, queues } from "../../../../shared/domain/work/work-list.ts";
import { openReceiptLedger } from "../../../../shared/storage/billing/receipt-ledger.ts";
import { openLookUpCounts } from "../../../../shared/storage/board/look-up-counts.ts";
import { openOfficeTotals } from "../../../../shared/storage/board/office-totals.ts";
import { form } from "../../../shared/casework/case-world.ts";
import { ledgerRow, registeredSupply } from "../../../shared/storage/billing/billed-rows.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { headMoves } from "../../count-totals/head-moves.ts";
import { captureLog } from "../../log-lines.ts";
import { type CaseworkWorld, caseworkWorld, filedAt, steps, type Worker } from "../casework-world.ts";

let local: TestTables;
let world: CaseworkWorld;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
beforeEach(async () => {
  world = await caseworkWorld(local);
  captureLog();
  on(filedAt);
});
afterAll(async () => {
  vi.useRealTimers();
  await local.stop();
});

const on = (now: string): void => void vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
const analyst: Worker = ["analyst-1", "analyst"];
const list = (query: Record<string, string>) => world.as(analyst, listWork, { query });

describe("a work list", () => {
  it("is by what is lost first, a page after the other and each claim once", async () => {
    const days = ["2026-11-25", "2026-11-23", "2026-11-24"];
    for (const day of days) await world.fileOne(`${day}T15:00:00.000Z`);
    on("2026-11-26T15:00:00.000Z");
    const first = await list({ queue: "admission", limit: "2" });
    expect(first.body.claims).toMatchObject([
      { filedOn: "2026-11-23", queue: "admission", claimantName: "CLIENTE DE PRUEBA UNO", owner: expect.any(String) },
      { filedOn: "2026-11-24", days: { left: expect.any(Number) } },
    ]);
    const second = await list({ queue: "admission", limit: "2", cursor: first.body.cursor });
    expect(second.body.claims).toMatchObject([{ filedOn: "2026-11-25" }]);
    expect(second.body.cursor).toBeUndefined();
  });

  it("shows of a decision to be notified whether it was sent", async () => {
    const signed = await steps.signed(world);
    on(signed.now);
    const lacks = async () =>
      (await list({ queue: "notification" })).body.claims.map((row: { noticeLacks?: string }) => row.noticeLacks);
    expect(await lacks()).toEqual(["not-dispatched"]);
    await world.as(["clerk-1", "clerk"], dispatchNotice, {
      params: { claimId: signed.claimId },
      body: { channel: "personal" },
    });
    expect(await lacks()).toEqual(["on-its-way"]);
  });

  it("shows a claim as it stands today, though nothing was recorded since", async () => {
    await world.fileOne(filedAt);
    on("2027-01-18T15:00:00.000Z");
    expect((await list({ queue: "admission" })).body.claims).toMatchObject([
      { state: "positive-silence", queue: "execution" },
    ]);
  });

  it("puts what silence grants first on top, however late other targets are, and says so as the case does", async () => {
    const missed = await world.fileOne("2026-11-23T15:00:00.000Z");
    await world.fileOne("2026-11-27T15:00:00.000Z");
    on("2027-01-12T15:00:00.000Z");
    const found = await list({ queue: "admission" });
    const meta = { act: "admit", on: "2026-11-30", left: -27 };
    expect(found.body.claims).toMatchObject([
      { claimId: missed.file.head.claimId, days: { lostOn: "2027-01-15", left: 3, meta } },
      { filedOn: "2026-11-27", days: { lostOn: "2027-01-21", left: 7 } },
    ]);
    const params = { claimId: missed.file.head.claimId };
    const { body } = await world.as(analyst, showCase, { params });
    expect(body.days).toEqual(found.body.claims[0].days);
  });

  it("says where a file waits for its check for more than a day, and no more once it was checked", async () => {
    const photo = { ...(await world.upload("maria", "photo")), state: "pending" } as const;
    const { file } = await world.fileOne(filedAt, { attachments: [photo] });
    const { claimId } = file.head;
    const waits = async () => (await list({ queue: "admission" })).body.claims[0].attachmentWaits;
    on("2026-11-24T14:59:00.000Z");
    expect(await waits()).toBe(false);
    const late = "2026-11-24T15:01:00.000Z";
    on(late);
    expect(await waits()).toBe(true);
    const by = { kind: "system", name: "accept-uploads" } as const;
    const details = { documentId: "photo", state: "received" } as const;
    await world.elsewhere(claimId, late, [{ type: "attachment-checked", effectiveAt: late, by, details }]);
    expect(await waits()).toBe(false);
  });

  it.each([
    ["several lists", "admission,investigation"],
    ["all that is to be done", queues.filter(isToDo).join()],
  ])("shows %s as one, a page after the other by legal day, with amount and age", async (_, queue) => {
    const { claimId } = await steps.accepted(world);
    for (const step of [steps.notified, steps.dispatched, steps.heard]) await step(world);
    for (const day of ["2026-11-24", "2026-11-25"]) await world.fileOne(`${day}T15:00:00.000Z`);
    on("2026-11-26T15:00:00.000Z");
    type Shown = { readonly claimId: string; readonly dueOn: string };
    const pages = async (query: Record<string, string>): Promise<readonly Shown[]> => {
      const { body } = await list({ ...query, limit: "2" });
      return body.cursor ? [...body.claims, ...(await pages({ ...query, cursor: body.cursor }))] : body.claims;
    };
    const rows = await pages({ queue });
    const each = (await Promise.all(queue.split(",").map((one) => pages({ queue: one })))).flat();
    expect(rows.map((row) => row.claimId).toSorted()).toEqual(each.map((row) => row.claimId).toSorted());
    expect(rows.length).toBeGreaterThan(2);
    const days = rows.map(({ dueOn }) => dueOn);
    expect(days).toEqual(days.toSorted());
    expect(rows.find((row) => row.claimId === claimId)).toMatchObject({ amount: "156.61", ageDays: 3 });
  });

  it("shows the caller's own claims alone, or an owner's after the other's", async () => {
    for (let at = 0; at < 4; at += 1) await world.fileOne(filedAt);
    const whole = (await list({ queue: "admission", order: "owner" })).body.claims;
    const owners = whole.map(({ owner }: { owner: string }) => owner);
    expect(owners).toEqual([...owners].toSorted());
    expect(new Set(owners).size).toBe(2);
    const mine = { queue: "admission,resolution", owner: "me", limit: "1" };
    const first = await list(mine);
    const second = await list({ ...mine, cursor: first.body.cursor });
    const [, , third] = [first, second, await list({ ...mine, cursor: second.body.cursor })];
    expect([first, second].flatMap(({ body }) => body.claims.map(({ owner }: { owner: string }) => owner))).toEqual([
      "PERSONA DE PRUEBA ANALYST-1",
      "PERSONA DE PRUEBA ANALYST-1",
    ]);
    expect(third.body).toEqual({ claims: [] });
    expect((await world.as(["analyst-1-b", "analyst"], listWork, { query: mine })).body.claims).toEqual([]);
    // A place in another person's claims is no place in one's own.
    const refused = await world.as(["analyst-2", "analyst"], listWork, {
      query: { ...mine, cursor: first.body.cursor },
    });
    expect(refused).toMatchObject({ status: 400, body: { type: "urn:caudal:malformed-cursor" } });
  });

  it("finds one's own claim of a list behind those of other lists", async () => {
    for (let at = 0; at < 8; at += 1) await world.fileOne("2026-11-23T15:00:00.000Z");
    const { claimId } = await steps.accepted(world);
    const { sub = "" } = (await world.caseFiles.read(claimId))?.head.owner ?? {};
    const query = { queue: "investigation", owner: "me", limit: "1" };
    const first = await world.as([sub, "analyst"], listWork, { query });
    expect(first.body.claims).toMatchObject([{ claimId }]);
    const { body } = await world.as([sub, "analyst"], listWork, { query: { ...query, cursor: first.body.cursor } });
    expect(body).toEqual({ claims: [] });
  });

  it("shows the claims of owners by their name as shown, page by page, those that nobody owns first", async () => {
    // The names go the other way than the accounts.
    for (const [sub, name] of [
      ["analyst-1", "ZOILA"],
      ["analyst-2", "ÁNGELA"],
    ] as const)
      await world.staffRegister.save("MOQ", { sub, name, extension: "101", roles: ["analyst"], onDuty: true });
    for (let at = 0; at < 4; at += 1) await world.fileOne(filedAt);
    for (const sub of ["analyst-1", "analyst-2"]) await world.staffRegister.setDuty("MOQ", sub, false);
    await world.fileOne(filedAt);
    for (const sub of ["analyst-1", "analyst-2"]) await world.staffRegister.setDuty("MOQ", sub, true);
    const owners: (string | undefined)[] = [];
    const query = { queue: "investigation,admission", order: "owner", limit: "2" };
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const { body } = await list({ ...query, ...(cursor !== undefined && { cursor }) });
      owners.push(...body.claims.map((claim: { owner?: string }) => claim.owner));
      cursor = body.cursor;
    }
    expect(owners).toEqual([undefined, "ÁNGELA", "ÁNGELA", "ZOILA", "ZOILA"]);
  });

  it.each([
    ["malformed-cursor", { queue: "admission", cursor: "no-position" }, "La página pedida no existe"],
    ["malformed-cursor", { queue: "admission", cursor: Buffer.from("2026-11-23#X#Y").toString("base64url") }, ""],
    [
      "malformed-cursor",
      { queue: "admission", order: "owner", cursor: Buffer.from("2026-11-23#abc").toString("base64url") },
      "La página pedida no existe",
    ],
    ["invalid-request", { queue: "nowhere" }, ""],
    ["invalid-request", { queue: "admission,nowhere" }, ""],
    ["invalid-request", { queue: "admission", owner: "a#b" }, ""],
    ["invalid-request", { queue: "admission", order: "name" }, ""],
    ["invalid-request", { queue: "admission", limit: "500" }, ""],
  ])("refuses with %s: %j", async (kind, query, title) => {
    const { status, body } = await list(query);
    expect({ status, type: body.type }).toEqual({ status: 400, type: `urn:caudal:${kind}` });
    expect(body.title).toContain(title);
  });

  it("is not for an inspector, and is for the supervisor", async () => {
    const query = { queue: "admission" };
    expect((await world.as(["i", "inspector"], listWork, { query })).status).toBe(403);
    expect((await world.as(["s", "external-supervisor"], listWork, { query })).status).toBe(200);
  });
});

describe("counting the work", () => {
  let moved: ReturnType<typeof headMoves>;
  beforeEach(() => {
    moved = headMoves(world.claims);
  });
  const countMoves = async (shard = "shard-1"): Promise<void> => {
    const officeTotals = openOfficeTotals(world.claims);
    const lookUpCounts = openLookUpCounts(world.claims);
    const { tenant, caseFiles: caseReader } = world;
    await countRecords({ tenant, caseReader, officeTotals, lookUpCounts })(shard, await moved(), filedAt);
  };
  const counts = async () => {
    await countMoves();
    return (await world.as(analyst, countWork)).body.queues;
  };

  it("answers what waits, what is past its day and what ends within three working days", async () => {
    await world.fileOne(filedAt);
    await world.fileOne(filedAt);
    await steps.accepted(world);
    expect(await counts()).toContainEqual({ queue: "admission", total: 2, overdue: 0, soon: 0 });
    // The target to admit passed, by which nothing is lost.
    on("2026-12-01T15:00:00.000Z");
    expect(await counts()).toContainEqual({ queue: "admission", total: 2, overdue: 0, soon: 0 });
    on("2027-01-13T15:00:00.000Z");
    expect(await counts()).toContainEqual({ queue: "admission", total: 2, overdue: 0, soon: 2 });
    on("2027-01-18T15:00:00.000Z");
    expect(await counts()).toContainEqual({ queue: "admission", total: 2, overdue: 2, soon: 0 });
    expect(await counts()).toContainEqual({ queue: "investigation", total: 1, overdue: 1, soon: 0 });
    expect((await counts()).map(({ queue }: { queue: string }) => queue)).not.toContain("over");
  });

  it("counts nothing before the stream brought it, and a claim that is over on no list", async () => {
    await world.fileOne(filedAt);
    const totals = async () =>
      (await world.as(analyst, countWork)).body.queues.map(({ total }: { total: number }) => total);
    expect(new Set(await totals())).toEqual(new Set([0]));
    await countMoves();
    expect(Math.max(...(await totals()))).toBe(1);
  });

  it("answers the same of the caller's own claims", async () => {
    for (let at = 0; at < 3; at += 1) await world.fileOne(filedAt);
    await countMoves();
    const mineOf = async (sub: string) => (await world.as([sub, "analyst"], countWork)).body.mine;
    on("2027-01-13T15:00:00.000Z");
    const count = { queue: "admission", overdue: 0 };
    expect(await mineOf("analyst-1")).toEqual([{ ...count, total: 2, soon: 2 }]);
    expect(await mineOf("analyst-2")).toEqual([{ ...count, total: 1, soon: 1 }]);
    expect(await mineOf("nobody")).toEqual([]);
    on("2027-01-18T15:00:00.000Z");
    expect(await mineOf("analyst-2")).toEqual([{ ...count, total: 1, soon: 0, overdue: 1 }]);
  });
});

describe("what a claim under investigation waits for", () => {
  it("is its hearing, once every visit has its acta", async () => {
    const { claimId } = await steps.accepted(world);
    const inspectionId = await world.assign(claimId, 1, "inspector-1");
    on("2026-11-26T18:00:00.000Z");
    const row = async () =>
      (await world.as(analyst, listWork, { query: { queue: "investigation" } })).body.claims.find(
        (one: { claimId: string }) => one.claimId === claimId,
      );
    expect((await row()).hearingNext).toBeUndefined();
    const external = { leakAtBox: false, premises: "Casa de un piso." };
    const body = { outcome: "whole", startedAt: "2026-11-26T13:10:00Z", external };
    const internal = { useUnits: [], points: [], leak: "none" };
    await world.as(["inspector-1", "inspector"], reportInspection, {
      params: { claimId, inspectionId },
      body: { ...body, internal },
    });
    expect(await row()).toMatchObject({ queue: "investigation", hearingNext: "2026-12-23" });
  });
});

describe("who is signed in", () => {
  it("is answered by name with the open claims of theirs; without a name, whom the register lacks", async () => {
    await world.fileOne(filedAt);
    expect(await world.as(analyst, showMe)).toMatchObject({
      status: 200,
      body: { name: "PERSONA DE PRUEBA ANALYST-1", openClaims: 1 },
    });
    expect((await world.as(["new", "administrator"], showMe)).body).toEqual({ openClaims: 0 });
    expect((await world.as(["s", "external-supervisor"], showMe)).status).toBe(403);
  });
});

describe("an inspector's day", () => {
  const agenda = (who: Worker, query: Record<string, string>) => world.as(who, listInspections, { query });
  const date = "2026-11-26";
  const one: Worker = ["inspector-1", "inspector"];

  it("lists the caller's visits with whom to find where", async () => {
    const { file } = await world.fileOne(filedAt);
    const other = await world.fileOne(filedAt);
    const inspectionId = await world.assign(file.head.claimId, 1, "inspector-1");
    await world.assign(other.file.head.claimId, 1, "inspector-2");
    const { status, body } = await agenda(one, { date });
    expect(status).toBe(200);
    expect(body.inspections).toEqual([
      {
        inspectionId,
        days: { lostOn: "2027-01-15", left: 35, meta: { act: "admit", on: "2026-11-30", left: 5 } },
        on: date,
        from: "08:00",
        to: "10:00",
        late: false,
        claimId: file.head.claimId,
        code: file.head.code,
        version: 2,
        supplyCode: "00012345",
        address: "CALLE FICTICIA 101",
        claimantName: "CLIENTE DE PRUEBA UNO",
        telephone: "900000001",
        reported: false,
        grounds: "Usé menos agua de la que dice.",
        meterNumber: "FX21000123",
        readings: [
          { on: "2026-10-20", reading: 1279, m3: 45 },
          { on: "2026-09-20", reading: 1249, m3: 15 },
        ],
        inspectsInside: true,
        awaitsRemedy: false,
        alsoFor: [],
      },
    ]);
    expect((await agenda(one, { date: "2026-11-27" })).body).toEqual({ inspections: [] });
    expect((await agenda(one, { date: "2026-11-25" })).body).toEqual({ inspections: [], next: date });
    expect((await agenda(one, { date: "2026-11-11" })).body).toEqual({ inspections: [] });
  });

  it("goes by hour and then by the route of the meter readers", async () => {
    const ledger = openReceiptLedger(world.billing);
    const route = async (supplyCode: string, routeOrder: number) => {
      const row = registerRow({ ...registeredSupply, supplyCode, routeCode: "R1", routeOrder });
      await ledger.store(ledgerRow("register", row), "i1", undefined);
    };
    await route("00012345", 20);
    await route("00012346", 3);
    const [paid] = await world.receiptReader.lastMonths("00012345", 1);
    if (!paid) throw new Error("nothing is billed");
    const ofNeighbour = [{ ...paid, receipt: { ...paid.receipt, supplyCode: "00012346" } }];
    const last = await world.fileOne(filedAt);
    const first = await world.fileOne(filedAt, {
      form: { ...form, supplyCode: "00012346" },
      receipts: ofNeighbour,
    });
    for (const { file } of [last, first]) await world.assign(file.head.claimId, 1, "inspector-1");
    const { body } = await agenda(one, { date });
    expect(body.inspections.map(({ supplyCode }: { supplyCode: string }) => supplyCode)).toEqual([
      "00012346",
      "00012345",
    ]);
  });

  it("is seen by who leads the work, not by another inspector", async () => {
    const { file } = await world.fileOne(filedAt);
    await world.assign(file.head.claimId, 1, "inspector-1");
    const query = { date, inspector: "inspector-1" };
    expect((await agenda(analyst, query)).body.inspections).toHaveLength(1);
    expect(await agenda(["inspector-2", "inspector"], query)).toMatchObject({
      status: 403,
      body: { detail: "Solo puede ver su propia agenda." },
    });
    expect((await agenda(["clerk-1", "clerk"], query)).status).toBe(403);
  });

  it("has today, before its own, those of the two weeks before without an acta whose claim still takes it", async () => {
    const { file } = await world.fileOne(filedAt);
    const inspectionId = await world.assign(file.head.claimId, 1, "inspector-1");
    const missed = async (asked: string) => (await agenda(one, { date: asked })).body.missed;
    on("2026-11-26T20:00:00.000Z");
    expect(await missed(date)).toBeUndefined();
    on("2026-11-27T13:00:00.000Z");
    expect(await missed("2026-11-27")).toMatchObject([{ inspectionId, on: date, reported: false }]);
    expect(await missed("2026-11-28")).toBeUndefined();
    expect((await agenda(["inspector-2", "inspector"], { date: "2026-11-27" })).body).toEqual({ inspections: [] });
    on("2026-12-11T13:00:00.000Z");
    expect(await missed("2026-12-11")).toBeUndefined();
    on("2026-11-27T14:00:00.000Z");
    const reported = await world.as(one, reportInspection, {
      params: { claimId: file.head.claimId, inspectionId },
      body: {
        outcome: "whole",
        startedAt: "2026-11-26T13:10:00Z",
        external: { leakAtBox: false, premises: "Casa de un piso." },
        internal: { useUnits: [], points: [], leak: "none" },
      },
    });
    expect(reported.status).toBe(200);
    expect(await missed("2026-11-27")).toBeUndefined();
  });

  it("has no missed visit of a claim that takes its acta no more", async () => {
    const { file } = await world.fileOne("2026-10-12T15:00:00.000Z");
    await world.assign(file.head.claimId, 1, "inspector-1");
    on("2026-12-04T13:00:00.000Z");
    expect((await agenda(one, { date: "2026-12-04" })).body).toEqual({ inspections: [] });
  });

  it("asks for a day that exists", async () => {
    expect((await agenda(one, { date: "2026-02-30" })).status).toBe(400);
  });
});
