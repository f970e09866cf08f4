import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import * as boardRoutes from "../../../../shared/contract/board/board-routes.ts";
import { hearingHeld, person } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { call, staff } from "../../api-call.ts";
import { type TotalsWorld, totalsWorld } from "../../count-totals/totals-world.ts";
import { captureLog } from "../../log-lines.ts";

let local: TestTables;
let world: TotalsWorld;
const codes: string[] = [];
beforeAll(async () => {
  captureLog();
  local = await testTables();
  world = await totalsWorld(local);
  for (let day = 2; day <= 6; day += 1) {
    const filed = `2026-11-0${day}T15:00:00.000Z`;
    const { file } = await world.fileOne(filed, { channel: day === 2 ? "telephone" : "web" });
    const { claimId, code } = file.head;
    codes.push(code);
    await world.elsewhere(claimId, filed, [
      { type: "claim-accepted", effectiveAt: filed, by: person("analyst-1", "analyst"), details: {} },
    ]);
    if (day > 4) continue;
    const held = "2026-12-09T15:00:00.000Z";
    await world.elsewhere(claimId, held, [hearingHeld(held)]);
    await world.sign(claimId, `2026-12-${day === 4 ? "21" : "10"}T15:00:00.000Z`, day === 2 ? "rejected" : "upheld");
  }
  await world.count(await world.records());
}, 60_000);
afterAll(async () => {
  vi.useRealTimers();
  await local.stop();
});

const at = (now: string): void => void vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
const asked = (route: typeof boardRoutes.showBoard | typeof boardRoutes.listBoardCases, query: object) =>
  call(world.reports, route, { claims: { ...staff("manager"), sub: "manager-1" }, query: query as never });

/** Every case behind a number, page after page. */
async function casesOf(query: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const { status, body } = await asked(boardRoutes.listBoardCases, { ...query, ...(cursor && { cursor }) });
    expect(status).toBe(200);
    found.push(...body.cases.map(({ code }: { code: string }) => code));
    cursor = body.cursor;
  } while (cursor);
  return found.toSorted();
}

describe("the board of a month", () => {
  it("says what was resolved, how, how long it took, and what of it was in term", async () => {
    at("2026-12-22T15:00:00.000Z");
    const { status, body } = await asked(boardRoutes.showBoard, { month: "2026-12" });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      attended: [],
      filed: { total: 0 },
      resolved: {
        total: 3,
        byChannel: [
          { channel: "telephone", count: 1 },
          { channel: "web", count: 2 },
        ],
        byType: [{ type: "F01", count: 3 }],
        byResult: [
          { result: "upheld", count: 2 },
          { result: "rejected", count: 1 },
        ],
        inTerm: 2,
        medianDays: 26,
      },
      silences: 0,
    });
  });

  it("warns of the silences of the next five working days, and of those that ended", async () => {
    const ahead = async (now: string) => {
      at(now);
      return (await asked(boardRoutes.showBoard, { month: "2026-12" })).body.ahead;
    };
    expect(await ahead("2026-12-02T15:00:00.000Z")).toMatchObject({ ended: 0, soon: 0 });
    expect(await ahead("2026-12-21T15:00:00.000Z")).toEqual({ ended: 0, soon: 4, until: "2026-12-29" });
    expect(await casesOf({ month: "2026-12", number: "soon" })).toHaveLength(4);
    expect(await casesOf({ month: "2026-12", number: "ended" })).toEqual([]);
    expect(await ahead("2027-02-02T15:00:00.000Z")).toMatchObject({ ended: 5, soon: 0 });
    expect(await casesOf({ month: "2027-02", number: "ended" })).toEqual(codes.toSorted());
  });

  it("opens each number to as many claims as it says, of whatever month they were filed", async () => {
    at("2026-12-22T15:00:00.000Z");
    const [first = "", second = "", third = ""] = codes;
    expect(await casesOf({ month: "2026-12", number: "resolved" })).toEqual([first, second, third].toSorted());
    expect(await casesOf({ month: "2026-12", number: "resolved", result: "rejected" })).toEqual([first]);
    expect(await casesOf({ month: "2026-12", number: "resolved", channel: "web" })).toEqual([second, third].toSorted());
    expect(await casesOf({ month: "2026-12", number: "late" })).toEqual([third]);
    expect(await casesOf({ month: "2026-12", number: "silences" })).toEqual([]);
    expect(await casesOf({ month: "2026-12", number: "resolved", daysFrom: "25", daysTo: "29" })).toEqual(
      [first, second].toSorted(),
    );
    expect(await casesOf({ month: "2026-12", number: "resolved", daysFrom: "60", daysTo: "64" })).toEqual([]);
    expect(await casesOf({ month: "2026-11", number: "filed" })).toEqual(codes.toSorted());
    expect(await casesOf({ month: "2026-11", number: "filed", type: "F02" })).toEqual([]);
  });

  it("of a month without anything is empty, and a page that does not exist is refused", async () => {
    expect((await asked(boardRoutes.showBoard, { month: "2026-01" })).body).toMatchObject({
      attended: [],
      resolved: { total: 0, byDays: [] },
      visits: 0,
    });
    const bad = await asked(boardRoutes.listBoardCases, { month: "2026-12", number: "late", cursor: "x" });
    expect(bad).toMatchObject({ status: 400, body: { type: "urn:caudal:malformed-cursor" } });
    expect((await asked(boardRoutes.listBoardCases, { month: "2026-12", number: "none" })).status).toBe(400);
  });
});
