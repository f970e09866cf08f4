import { BatchWriteCommand } from "@aws-sdk/lib-dynamodb";
import { openCaseFiles } from "../../shared/storage/case/case-files.ts";
import { contentKeyOf, envelopeKeyOf, headKeyOf, monthKeyOf } from "../../shared/storage/case/claim-keys.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";
import { openMonthRegister } from "../../shared/storage/register/month-register.ts";
import { type Figure, once } from "../figure.ts";
import { type MeteredTable, meteredTable } from "../metered.ts";

const few = 1_000;
const many = 100_000;
const inMonth = 50;
const month = "2026-11";

/**
 * Returns the items of a filed claim: its head, an entry with its content, and its line in its month. The first ones
 * are of the month that is read.
 */
function itemsOf(at: number): Record<string, unknown>[] {
  const claimId = at.toString(36).padStart(12, "0");
  const filedOn = at < inMonth ? `${month}-02` : `2025-${String(1 + (at % 12)).padStart(2, "0")}-02`;
  const head = {
    claimId,
    code: `RE-2026-${String(at).padStart(6, "0")}-0`,
    office: "MOQ",
    supplyKey: "00012345",
    claimType: "F01",
    channel: "web",
    filedAt: `${filedOn}T15:00:00.000Z`,
    filedOn,
    claimantName: "CLIENTE DE PRUEBA",
    steps: [`${filedOn} filed ${filedOn} admission - -`],
    receipts: [],
    hold: { held: true, version: 1 },
    version: 1,
    chainHead: "0".repeat(43),
  };
  const envelope = { seq: 1, type: "claim-filed", at: head.filedAt, by: {}, contentHash: "", previous: "" };
  return [
    { ...headKeyOf(claimId), ...head },
    { ...envelopeKeyOf(claimId, 1), ...envelope },
    { ...contentKeyOf(claimId, 1), salt: "", event: "{}" },
    { ...monthKeyOf("MOQ", filedOn, "CLAIM", claimId) },
  ];
}

async function fill({ client, name }: MeteredTable, from: number, to: number): Promise<void> {
  const perBatch = 6;
  const batches = Array.from({ length: Math.ceil((to - from) / perBatch) }, (_, batch) => from + batch * perBatch);
  const lanes = 8;
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      for (let at = lane; at < batches.length; at += lanes) {
        const first = batches[at] ?? to;
        const claims = Array.from({ length: Math.min(perBatch, to - first) }, (_, each) => first + each);
        const Items = claims.flatMap(itemsOf);
        await client.send(
          new BatchWriteCommand({ RequestItems: { [name]: Items.map((Item) => ({ PutRequest: { Item } })) } }),
        );
      }
    }),
  );
}

/** Returns the table with a count of the items that its queries read. */
function counting({ client, name }: MeteredTable): { readonly table: Table; readonly counted: { items: number } } {
  const counted = { items: 0 };
  const send = async (command: never) => {
    const answer = (await client.send(command)) as object;
    if ("ScannedCount" in answer) counted.items += Number(answer.ScannedCount);
    return answer;
  };
  return { table: { client: { send } as unknown as Table["client"], name }, counted };
}

/** Returns the items read for each claim of a month's register, read as the register's builder does. */
async function perRow(metered: MeteredTable): Promise<number> {
  const { table, counted } = counting(metered);
  const caseFiles = openCaseFiles(table);
  const ids = await openMonthRegister(table).ids("MOQ", month, "CLAIM", inMonth);
  for (const claimId of ids) if (!(await caseFiles.read(claimId))) throw new Error(`${claimId} is not there`);
  if (ids.length !== inMonth) throw new Error(`${ids.length} claims of ${inMonth}`);
  return counted.items / ids.length;
}

const rows = once(async ({ quick }) => {
  const table = await meteredTable("claims");
  try {
    await fill(table, 0, quick ? inMonth : few);
    const small = await perRow(table);
    await fill(table, quick ? inMonth : few, quick ? 6 * inMonth : many);
    return { small, large: await perRow(table) };
  } finally {
    await table.stop();
  }
});

const against = `a month of ${inMonth} claims just filed: its line in the month, its head, its entry and the entry's content`;

export const sources = ["shared/storage/case/case-files.ts", "shared/storage/register/month-register.ts"];

export const figures: readonly Figure[] = [
  {
    name: "register-items-at-1000",
    group: "evidence",
    unit: "items/row",
    goal: { atMost: 4 },
    against: `${against}; 1,000 claims in the table (50 with --quick)`,
    measure: async (options) => (await rows(options)).small,
  },
  {
    name: "register-items-at-100000",
    group: "evidence",
    unit: "items/row",
    goal: { atMost: 4 },
    against: `${against}; 100,000 in the table (300 with --quick)`,
    measure: async (options) => (await rows(options)).large,
  },
];
