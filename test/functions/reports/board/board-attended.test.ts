import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { tenant } from "../../../../settings.ts";
import * as boardRoutes from "../../../../shared/contract/board/board-routes.ts";
import { enterObservation } from "../../../../shared/contract/counter/attention-routes.ts";
import { enterAttention } from "../../../../shared/contract/counter/call-routes.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { lawInForce, type Tenant } from "../../../../shared/tenant/tenant.ts";
import { person } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { call, staff } from "../../api-call.ts";
import { asksToWithdraw } from "../../casework/casework-world.ts";
import { type TotalsWorld, totalsWorld } from "../../count-totals/totals-world.ts";
import { captureLog, type LogLine } from "../../log-lines.ts";

/** What comes after 13:00 is filed on the next working day: the 30th in the afternoon is the 1st. */
const law = lawInForce(tenant, calendarDay("2026-11-30"));
const { afterHoursPolicy } = law.submission;
const nextDay: Tenant = {
  ...tenant,
  laws: [
    {
      ...law,
      submission: {
        ...law.submission,
        afterHoursPolicy: { ...afterHoursPolicy, value: { afterHours: "NEXT_WORKING_DAY", closesAt: "13:00" } },
      },
    },
  ],
};

const morning = "2026-11-30T15:00:00.000Z";
const evening = "2026-11-30T23:30:00.000Z";

let local: TestTables;
let world: TotalsWorld;
let lines: () => readonly LogLine[];
const withdrawn: string[] = [];
beforeAll(async () => {
  lines = captureLog();
  local = await testTables();
  world = await totalsWorld(local, nextDay);
  const by = person("signer-1", "signer");
  for (const now of [morning, evening]) {
    await world.fileOne(now, { channel: now === morning ? "telephone" : "web" });
    const problem = await world.fileProblem(now);
    await world.fileOne(now, { problem: { problemId: problem.problemId, code: problem.code } });
    const { file } = await world.fileOne(now);
    withdrawn.push(file.head.code);
    const { claimId } = file.head;
    const at = now.replace(":00:00", ":40:00").replace(":30:00", ":50:00");
    const seal = { signature: "s", keyId: "k", algorithm: "ECDSA_SHA_256", statement: "{}" } as const;
    await world.elsewhere(claimId, at, [asksToWithdraw(at)]);
    await world.elsewhere(claimId, at, [
      {
        type: "withdrawal-accepted",
        effectiveAt: at,
        by,
        details: { number: "1", reason: "Lo pidió.", signer: "PERSONA DE PRUEBA", authenticatedAt: "", seal },
      },
    ] as never);
    vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
    const claims = staff("operator");
    const text = "Atienden bien.";
    await call(world.reports, enterObservation, {
      claims,
      body: { channel: "counter", person: { name: "PERSONA DE PRUEBA" }, text },
    });
    await call(world.reports, enterAttention, { claims, body: { channel: "telephone", matter: "receipt" } });
    vi.useRealTimers();
  }
  await world.count(await world.records());
}, 60_000);
afterAll(() => local.stop());

type Attended = { matter: string; channel: string; on: string; code?: string };
const asManager = (route: typeof boardRoutes.showBoard, query: object) =>
  call(world.reports, route, { claims: { ...staff("manager"), sub: "manager-1" }, query: query as never });

/** All of a list, page after page. */
async function all<Row>(route: object, rows: string, query: Readonly<Record<string, string>>): Promise<Row[]> {
  const found: Row[] = [];
  let cursor: string | undefined;
  do {
    const { status, body } = await asManager(route as never, { ...query, ...(cursor && { cursor }) });
    expect(status).toBe(200);
    found.push(...body[rows]);
    cursor = body.cursor;
  } while (cursor);
  return found;
}
const attendedIn = (query: Readonly<Record<string, string>>) =>
  all<Attended>(boardRoutes.listAttended, "attended", query);

describe("those attended in a month", () => {
  it.each(["2026-11", "2026-12"])("of %s are as many as its board says, of each matter and channel", async (month) => {
    const { body } = await asManager(boardRoutes.showBoard, { month });
    const rows: { matter: string; channel: string; count: number }[] = body.attended;
    const listed = await attendedIn({ month });
    expect(rows.length).toBeGreaterThan(2);
    expect(listed).toHaveLength(rows.reduce((sum, { count }) => sum + count, 0));
    for (const { matter, channel, count } of rows) {
      const own = await attendedIn({ month, matter, channel });
      expect(own).toHaveLength(count);
      expect(own.every((one) => one.matter === matter && one.channel === channel)).toBe(true);
      expect(own.every(({ on }) => on.startsWith(month))).toBe(true);
    }
  });

  it("bear the day the law files them on: what came after the office closed is of the next month", async () => {
    const counts = async (month: string) => (await asManager(boardRoutes.showBoard, { month })).body.attended;
    expect(await counts("2026-11")).toEqual([
      { matter: "contact", channel: "telephone", count: 2 },
      { matter: "claim", channel: "telephone", count: 1 },
      { matter: "claim", channel: "web", count: 1 },
      { matter: "problem", channel: "web", count: 1 },
      { matter: "observation", channel: "counter", count: 1 },
    ]);
    expect(await counts("2026-12")).toEqual([
      { matter: "claim", channel: "web", count: 2 },
      { matter: "problem", channel: "web", count: 1 },
      { matter: "observation", channel: "counter", count: 1 },
    ]);
  });

  it("name a claim, a request and an entry of the book by their number, and a contact by what it was about", async () => {
    const [contact, , claim, , problem, observation] = await attendedIn({ month: "2026-11" });
    expect(contact).toMatchObject({ matter: "contact", contact: "receipt", on: "2026-11-30" });
    expect(contact).not.toHaveProperty("code");
    expect(claim).toMatchObject({ matter: "claim", claimType: "F01", code: expect.stringMatching(/^RE-/) });
    expect(problem).toMatchObject({ matter: "problem", claimType: "O-S1" });
    expect(observation).toMatchObject({ matter: "observation", code: expect.any(String) });
  });

  it("refuse a page that does not exist", async () => {
    for (const cursor of [
      "x",
      Buffer.from("claim#A#1").toString("base64url"),
      Buffer.from("soon#").toString("base64url"),
    ])
      expect(await asManager(boardRoutes.listAttended as never, { month: "2026-11", cursor })).toMatchObject({
        status: 400,
        body: { type: "urn:caudal:malformed-cursor" },
      });
  });
});

it("counts what ended before the day its claim bears on that day, where its list looks for it", async () => {
  for (const [month, code] of [
    ["2026-11", withdrawn[0]],
    ["2026-12", withdrawn[1]],
  ] as const) {
    expect((await asManager(boardRoutes.showBoard, { month })).body.withdrawn).toBe(1);
    const listed = await all<{ code: string }>(boardRoutes.listBoardCases, "cases", { month, number: "withdrawn" });
    expect(listed.map((one) => one.code)).toEqual([code]);
  }
});

it("is counted anew in the night before the day that the last claims bear", async () => {
  await world.recount("2026-12-01T04:40:00.000Z");
  expect(lines()).toContainEqual(expect.objectContaining({ event: "totals-agree", claims: 6 }));
});
