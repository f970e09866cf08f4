import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { ApiHandler } from "../../../../functions/runtime/api.ts";
import { holdAsked } from "../../../../shared/casework/billing/hold-asked.ts";
import { holdsFile } from "../../../../shared/casework/billing/holds-file.ts";
import { caseNow } from "../../../../shared/casework/case/case-at.ts";
import { acknowledgeExchange, listHolds } from "../../../../shared/contract/billing/exchange-routes.ts";
import { type CaseEvent, entriesOf } from "../../../../shared/domain/case/case-events.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import type { ExchangedHold } from "../../../../shared/storage/billing/holds.ts";
import { type CaseWorld, caseWorld } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { call, staff } from "../../api-call.ts";
import { captureLog } from "../../log-lines.ts";
import { deskWorld } from "../desk-world.ts";

const filedAt = "2026-11-23T15:00:00.000Z";
const date = "2026-11-23";
const claims = staff("billing");

let local: TestTables;
let world: CaseWorld;
let handler: ApiHandler;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-24T13:00:00.000Z") });
  captureLog();
  world = await caseWorld(local);
  ({ handler } = deskWorld(world));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const list = async (query = { date }) => (await call(handler, listHolds, { claims, query })).body;
const acknowledge = (...acknowledgements: readonly object[]) =>
  call(handler, acknowledgeExchange, { claims, body: { date, acknowledgements } });
const notesOf = async (claimId: string) =>
  entriesOf((await world.caseFiles.read(claimId))?.events ?? [], "hold-acknowledged").map(({ details }) => details);
const answered = { version: 1, receiptNumber: "S001-00045001", action: "set" } as const;
const filed = async () => {
  const { head } = (await world.fileOne(filedAt)).file;
  const version = (await world.holds.ofDay(date)).find(({ code }) => code === head.code)?.version ?? 0;
  return { claimId: head.claimId, reported: { receiptNumber: "S001-00045001", code: head.code, version } };
};

describe("the holds of a day", () => {
  it("are its file, and its rows", async () => {
    const { reported } = await filed();
    const { fileName, csv, holds } = await list();
    expect(fileName).toBe("bloqueos_20261123.csv");
    expect(csv).toBe(holdsFile(calendarDay(date), await world.holds.ofDay(date)).csv);
    expect(holds).toEqual([{ ...reported, supplyCode: "00012345", period: "2026-10", action: "set", at: filedAt }]);
  });

  it("are none where nothing was held", async () => {
    await filed();
    const { holds, csv } = await list({ date: "2026-11-24" });
    expect(holds).toEqual([]);
    expect(csv.split("\r\n").slice(1)).toEqual(["CONTROL;0;BLOQUEAR;0;LIBERAR;0;;", ""]);
  });
});

describe("the file of holds", () => {
  const hold: ExchangedHold = {
    supplyCode: "00012345",
    receiptNumber: "S001-00045001",
    period: "2026-10",
    claimId: "c1",
    code: "RE-2026-000001-1",
    version: 2,
    action: "released",
    at: filedAt,
  };
  it.each([
    ["=HYPERLINK(1)", "'=HYPERLINK(1)"],
    ["-1", "'-1"],
    ["+1", "'+1"],
    ["@a", "'@a"],
    ['a;"b', '"a;""b"'],
  ])("shows %s as %s, which no spreadsheet runs", (supplyCode, shown) => {
    const { csv } = holdsFile(calendarDay(date), [{ ...hold, supplyCode }]);
    expect(csv.split("\r\n")[1]).toBe(
      `${shown};2026-10;S001;00045001;2;LIBERAR;2026-11-23T15:00:00.000Z;RE-2026-000001-1`,
    );
  });

  it("counts its rows, so that a cut one is seen", () => {
    const { csv } = holdsFile(calendarDay(date), [hold, { ...hold, version: 3, action: "set" }, hold]);
    const rows = csv.split("\r\n");
    expect(rows).toHaveLength(6);
    expect(rows[4]).toBe("CONTROL;3;BLOQUEAR;1;LIBERAR;2;;");
  });
});

describe("what the commercial system answers", () => {
  it("is recorded in the exchange and in the case", async () => {
    const { claimId, reported } = await filed();
    const { status, body } = await acknowledge({ ...reported, reference: "SIC-77" });
    expect([status, body]).toEqual([200, { acknowledged: 1, unknown: [] }]);
    const { holds } = await list();
    expect(holds).toMatchObject([{ acknowledged: { at: "2026-11-24T13:00:00.000Z", reference: "SIC-77" } }]);
    expect(await notesOf(claimId)).toEqual([{ ...answered, reference: "SIC-77" }]);
  });

  it("is what a claim's hold waits for: asked at its filing, for four hours of the exchange", async () => {
    const { claimId, reported } = await filed();
    const asked = async () => {
      const file = await world.caseFiles.read(claimId);
      return file && holdAsked(caseNow(file, world.tenant, "2026-11-24T13:00:00.000Z"), world.tenant);
    };
    expect(await asked()).toEqual({ at: filedAt, until: "2026-11-23T19:00:00.000Z" });
    await acknowledge({ ...reported, reference: "SIC-77" });
    expect(await asked()).toBeUndefined();
  });

  it("is taken of an earlier release, which names no receipt, and no answer to a release is", async () => {
    const { file, ...at } = await world.fileOne(filedAt);
    const askedAfter = (details: object) => {
      const note = {
        type: "hold-acknowledged",
        seq: 9,
        effectiveAt: filedAt,
        recordedAt: filedAt,
        by: claims,
        details,
      };
      return holdAsked(
        { ...at, file: { ...file, events: [...file.events, note as unknown as CaseEvent] } },
        world.tenant,
      );
    };
    expect(askedAfter({ version: 1, reference: "SIC-1" })).toBeUndefined();
    expect(askedAfter({ ...answered, action: "released" })).toMatchObject({ at: filedAt });
    expect(askedAfter({ ...answered, receiptNumber: "S001-00000001" })).toMatchObject({ at: filedAt });
  });

  it("counts once: the first answer stands", async () => {
    const { claimId, reported } = await filed();
    await acknowledge({ ...reported, reference: "SIC-77" }, { ...reported, reference: "SIC-77" });
    vi.setSystemTime(new Date("2026-11-25T13:00:00.000Z"));
    expect((await acknowledge({ ...reported, reference: "SIC-88" })).body.acknowledged).toBe(1);
    expect((await list()).holds[0].acknowledged).toEqual({ at: "2026-11-24T13:00:00.000Z", reference: "SIC-77" });
    expect(await notesOf(claimId)).toEqual([{ ...answered, reference: "SIC-77" }]);
  });

  it("sent twice at once is recorded in the case as in the exchange", async () => {
    const { claimId, reported } = await filed();
    await Promise.all(["a", "b", "c"].map((reference) => acknowledge({ ...reported, reference })));
    const { reference } = (await list()).holds[0].acknowledged;
    expect(await notesOf(claimId)).toEqual([{ ...answered, reference }]);
  });

  it("is finished when it was cut before the case was written in", async () => {
    const { claimId, reported } = await filed();
    const broken = deskWorld({
      ...world,
      caseFiles: { ...world.caseFiles, append: async () => Promise.reject(new Error("killed")) },
    });
    const body = { date, acknowledgements: [{ ...reported, reference: "SIC-77" }] };
    expect((await call(broken.handler, acknowledgeExchange, { claims, body })).status).toBe(500);
    expect(await notesOf(claimId)).toEqual([]);
    await acknowledge({ ...reported, reference: "SIC-77" });
    expect(await notesOf(claimId)).toEqual([{ ...answered, reference: "SIC-77" }]);
  });

  it("distinguishes what is not of that day", async () => {
    const { claimId, reported } = await filed();
    const others = [
      { ...reported, version: 2 },
      { ...reported, code: "RE-2026-000000-0" },
      { ...reported, receiptNumber: "S001-00045002" },
    ];
    const { body } = await acknowledge(...others.map((other) => ({ ...other, reference: "SIC-1" })));
    expect(body).toEqual({ acknowledged: 0, unknown: others });
    expect(await notesOf(claimId)).toEqual([]);
  });

  it("may be of many claims", async () => {
    const all = [];
    for (let at = 0; at < 12; at += 1) all.push(await filed());
    const { body } = await acknowledge(...all.map(({ reported }, at) => ({ ...reported, reference: `SIC-${at}` })));
    expect(body.acknowledged).toBe(12);
    for (const [at, { claimId }] of all.entries())
      expect(await notesOf(claimId)).toEqual([
        { ...answered, version: all[at]?.reported.version, reference: `SIC-${at}` },
      ]);
  });
});
