import { BatchWriteCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { listWork } from "../../functions/casework/work/list-work.ts";
import type { ApiEvent } from "../../functions/runtime/serve.ts";
import { tenant } from "../../settings.ts";
import { lateRisks } from "../../shared/casework/board/late-risks.ts";
import { listWork as listRoute } from "../../shared/contract/work/work-list-routes.ts";
import { calendarDay } from "../../shared/domain/term/calendar-day.ts";
import { isToDo, type Queue, queues } from "../../shared/domain/work/work-list.ts";
import { type CaseHead, headItem } from "../../shared/storage/case/case-head.ts";
import { queueKeyOf } from "../../shared/storage/case/claim-keys.ts";
import { openAgenda } from "../../shared/storage/visit/visits.ts";
import { openClaimsAtRisk } from "../../shared/storage/work/claims-at-risk.ts";
import { openOpenWork } from "../../shared/storage/work/open-work.ts";
import { openWorkLists } from "../../shared/storage/work/work-lists.ts";
import { rowsAtOnce } from "../../web/desk/work/rows-at-once.ts";
import { type Figure, once } from "../figure.ts";
import { type MeteredTable, meteredTable } from "../metered.ts";

const few = 1_000;
const many = 200_000;
const rows = rowsAtOnce;
/** So many people own the claims: each has more than a page of them from the first thousand on. */
const owners = 10;

/**
 * The list of each claim, twenty by twenty: each list has a page of them from the first thousand on, and investigation
 * the most.
 */
const listOf = (at: number): Queue => allLists[Math.max(0, (at % 20) - 11)] ?? "investigation";
const allLists = [
  "investigation",
  ...queues.filter((queue) => queue !== "investigation" && queue !== "over"),
] as const satisfies readonly Queue[];
/** The lists of what the office must do: two only wait for somebody else. */
const toDo = allLists.filter(isToDo);

/** So many decisions wait to be handed over: five days' of an office that hands over 34 a day. */
const deliveries = 170;
/** So many decisions may be late today: more than an office of 34 claims a day has in a bad week. */
const risks = 40;

const company = { calendar: "COMPANY" } as const;
const investigated = {
  ...company,
  state: "under-investigation",
  since: calendarDay("2026-11-24"),
  queue: "investigation",
} as const;

/** Returns a stored head that is on the list of investigations by its legal day; the first ones wait for a delivery. */
function stored(at: number): Record<string, unknown> {
  const claimId = at.toString(36).padStart(12, "0");
  const dueOn = calendarDay(`2027-${String(1 + (at % 12)).padStart(2, "0")}-${String(1 + (at % 28)).padStart(2, "0")}`);
  const day = (text: string) => calendarDay(text);
  const head: CaseHead = {
    claimId,
    code: `RE-2026-${String(at).padStart(6, "0")}-0`,
    office: "MOQ",
    supplyCode: "00012345",
    claimType: "F01",
    channel: "web",
    filedAt: "2026-11-24T15:00:00.000Z",
    filedOn: "2026-11-24",
    claimantName: "CLIENTE DE PRUEBA",
    owner: { sub: `analyst-${Math.floor(at / 20) % owners}`, name: "PERSONA DE PRUEBA", extension: "101" },
    steps: [
      { ...investigated, from: day("2026-11-24"), queue: listOf(at), dueOn },
      { ...investigated, from: day("2026-12-02"), dueOn: day("2026-12-24") },
      {
        ...company,
        from: day("2026-12-24"),
        state: "hearing-due",
        since: day("2026-12-24"),
        queue: "conciliation",
        dueOn: day("2026-12-24"),
      },
      {
        ...company,
        from: day("2027-01-19"),
        state: "positive-silence",
        since: day("2027-01-19"),
        queue: "execution",
        dueOn: day("2027-01-19"),
      },
    ],
    receipts: [{ number: "S001-00082001", period: "2026-10" }],
    hold: { held: true, version: 1 },
    risk: {
      clock: "T10",
      endsOn: day("2027-01-18"),
      lastDay: day("2027-01-18"),
      from: at < risks ? day("2026-11-24") : dueOn,
      reason: "not-signed",
    },
    delivery: at < deliveries ? { noticeId: claimId, to: "CALLE FICTICIA 101", until: dueOn, attempts: 0 } : undefined,
  };
  return headItem(head, 2, "0".repeat(43));
}

async function fill({ client, name }: MeteredTable, from: number, to: number): Promise<void> {
  const batches = Array.from({ length: Math.ceil((to - from) / 25) }, (_, batch) => from + batch * 25);
  const lanes = 8;
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      for (let at = lane; at < batches.length; at += lanes) {
        const first = batches[at] ?? to;
        const Items = Array.from({ length: Math.min(25, to - first) }, (_, each) => stored(first + each));
        await client.send(
          new BatchWriteCommand({ RequestItems: { [name]: Items.map((Item) => ({ PutRequest: { Item } })) } }),
        );
      }
    }),
  );
}

/** The read units of the list of deliveries. */
async function readDeliveries(table: MeteredTable): Promise<number> {
  table.reset();
  const found = await openAgenda(table).toHandOver("MOQ", 2 * deliveries);
  if (found.length !== deliveries) throw new Error(`a list of ${found.length} deliveries`);
  return table.meter.reads;
}

const nobody = () => {
  throw new Error("a list of claims asks for this");
};

/** The read units of a page of some lists as one, as the desk asks the API for it. */
async function readLists(table: MeteredTable, asked: Readonly<Record<string, string>>): Promise<number> {
  // The register is for lists of all owners, which these are not.
  const stores = { workLists: openWorkLists(table), openWork: openOpenWork(table), staffRegister: {} };
  const deps = { ...stores, tenant };
  const { answer } = listWork(new Proxy(deps, { get: (own, name) => Reflect.get(own, name) ?? nobody() }) as never);
  const claims = { token_use: "access", sub: "analyst-3", "cognito:groups": "[analyst]" };
  const event = {
    headers: {},
    queryStringParameters: { ...asked, limit: String(rows) },
    requestContext: { requestId: "bench", authorizer: { jwt: { claims, scopes: [] } } },
  };
  table.reset();
  const answered = await answer(event as unknown as ApiEvent, "2026-11-25T15:00:00.000Z");
  const found = answered.ok ? listRoute.answer.parse(answered.value).claims : [];
  if (found.length !== rows) throw new Error(`a page of ${found.length} claims`);
  return table.meter.reads;
}

/** The read units of the list of decisions that may be late. */
async function readRisks(table: MeteredTable): Promise<number> {
  table.reset();
  const found = await lateRisks(openClaimsAtRisk(table), "MOQ", "2026-11-25T15:00:00.000Z");
  if (found.length !== risks) throw new Error(`a list of ${found.length} decisions that may be late`);
  return table.meter.reads;
}

interface Read {
  /** Items that the store read for each row shown. */
  readonly perRow: number;
  /** Read units of one page. */
  readonly units: number;
  /** Read units of a page of all that is to be done as one. */
  readonly all: number;
  /** Read units of a page of somebody's own claims. */
  readonly own: number;
  /** Read units of the list of deliveries. */
  readonly deliveries: number;
  /** Read units of the list of decisions that may be late. */
  readonly risks: number;
}

async function readPage(table: MeteredTable): Promise<Read> {
  table.reset();
  const found = await openWorkLists(table).inQueue("MOQ", "investigation", rows);
  const { reads } = table.meter;
  const { ScannedCount = 0 } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: "byQueue",
      KeyConditionExpression: "queueKey = :queue",
      ExpressionAttributeValues: { ":queue": queueKeyOf("MOQ", "investigation") },
      Limit: rows,
    }),
  );
  return {
    perRow: ScannedCount / found.length,
    units: reads,
    all: await readLists(table, { queue: toDo.join() }),
    own: await readLists(table, { queue: toDo.join(), owner: "me" }),
    deliveries: await readDeliveries(table),
    risks: await readRisks(table),
  };
}

/** Reads a page of a work list from a table with few claims, and from the same table with many. */
const pages = once(async ({ quick }) => {
  const table = await meteredTable("claims");
  try {
    await fill(table, 0, few);
    const small = await readPage(table);
    await fill(table, few, quick ? 10 * few : many);
    return { small, large: await readPage(table) };
  } finally {
    await table.stop();
  }
});

const against = `a page of ${rows} rows of a list by legal day, as the store reports it`;

export const sources = [
  "functions/casework/work/count-work.ts",
  "functions/casework/work/first-of-lists.ts",
  "functions/casework/work/list-work.ts",
  "shared/casework/board/late-risks.ts",
  "shared/storage/case/case-head.ts",
  "shared/storage/work/claims-at-risk.ts",
  "shared/storage/work/open-work.ts",
  "shared/storage/board/office-totals.ts",
  "shared/storage/tables.ts",
  "shared/storage/visit/visits.ts",
  "shared/storage/work/work-lists.ts",
  "web/desk/work/rows-at-once.ts",
];

export const figures: readonly Figure[] = [
  {
    name: "work-list-items-at-1000",
    group: "desk",
    unit: "items/row",
    goal: { atMost: 1 },
    against,
    measure: async (options) => (await pages(options)).small.perRow,
  },
  {
    name: "work-list-items-at-200000",
    group: "desk",
    unit: "items/row",
    goal: { atMost: 1 },
    against: `${against} (10,000 claims with --quick)`,
    measure: async (options) => (await pages(options)).large.perRow,
  },
  {
    name: "work-list-units",
    group: "desk",
    unit: "read units",
    goal: { atMost: 4 },
    against: `a page of ${rows} rows of a list by legal day among 200,000 claims (10,000 with --quick); its quantities are one unit more`,
    measure: async (options) => (await pages(options)).large.units,
  },
  {
    name: "work-list-growth",
    group: "desk",
    unit: "×",
    goal: { atMost: 1.01 },
    against: "read units of a page on the full table, over the same page on 1,000 claims",
    measure: async (options) => {
      const { small, large } = await pages(options);
      return large.units / small.units;
    },
  },
  {
    name: "late-risk-units",
    group: "desk",
    unit: "read units",
    goal: { atMost: 5 },
    against: `the list of ${risks} decisions that may be late, among 200,000 claims (10,000 with --quick)`,
    measure: async (options) => (await pages(options)).large.risks,
  },
  {
    name: "late-risk-growth",
    group: "desk",
    unit: "×",
    goal: { atMost: 1.01 },
    against: "read units of that list on the full table, over the same list on 1,000 claims",
    measure: async (options) => {
      const { small, large } = await pages(options);
      return large.risks / small.risks;
    },
  },
  {
    name: "all-work-units",
    group: "desk",
    unit: "read units",
    goal: { atMost: 4 },
    against: `a page of ${rows} rows of «Todos», the ${toDo.length} lists of what is to be done as one, as the desk asks for it, without its quantities (1 unit), among 200,000 claims (10,000 with --quick)`,
    measure: async (options) => (await pages(options)).large.all,
  },
  {
    name: "all-work-growth",
    group: "desk",
    unit: "×",
    goal: { atMost: 1.01 },
    against: "read units of that page on the full table, over the same page on 1,000 claims",
    measure: async (options) => {
      const { small, large } = await pages(options);
      return large.all / small.all;
    },
  },
  {
    name: "own-work-units",
    group: "desk",
    unit: "read units",
    goal: { atMost: 4 },
    against: `a page of ${rows} of one's own claims to act on, as the desk asks for it, among 200,000 of ${owners} people (10,000 with --quick)`,
    measure: async (options) => (await pages(options)).large.own,
  },
  {
    name: "own-work-growth",
    group: "desk",
    unit: "×",
    goal: { atMost: 1.01 },
    against: "read units of that page on the full table, over the same page on 1,000 claims",
    measure: async (options) => {
      const { small, large } = await pages(options);
      return large.own / small.own;
    },
  },
  {
    name: "deliveries-units",
    group: "desk",
    unit: "read units",
    goal: { atMost: 60 },
    against: `the list of ${deliveries} decisions to be handed over, among 200,000 claims (10,000 with --quick)`,
    measure: async (options) => (await pages(options)).large.deliveries,
  },
  {
    name: "deliveries-growth",
    group: "desk",
    unit: "×",
    goal: { atMost: 1.01 },
    against: "read units of that list on the full table, over the same list on 1,000 claims",
    measure: async (options) => {
      const { small, large } = await pages(options);
      return large.deliveries / small.deliveries;
    },
  },
];
