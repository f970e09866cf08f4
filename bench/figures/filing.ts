import { TransactWriteCommand, type TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import { importFile } from "../../local/import-file.ts";
import { form } from "../../local/journey/intake-steps.ts";
import { startLife } from "../../local/journey/life.ts";
import { type Office, openOffice } from "../../local/journey/office.ts";
import { type BilledSupply, journeyWorld } from "../../local/journey/supplies.ts";
import { startLocalStack } from "../../local/stack.ts";
import { type Figure, median, once } from "../figure.ts";
import { meteredTable } from "../metered.ts";
import { claimOf, filed, officeInMemory } from "../office-in-memory.ts";

/** A claim comes each second: the documents of the one before are printed meanwhile. */
const everyMs = 1_000;
/** The first filings meet functions that start, and are not counted. */
const warming = 5;

interface Filing {
  readonly p50: number;
  readonly overTransaction: number;
}

/**
 * Files claims by web one after the other, with the workers running; then makes bare transactions of the same items.
 */
const filings = once(async ({ quick }): Promise<Filing> => {
  const stack = await startLocalStack({ say: () => {} });
  try {
    const { supplies, receipts } = journeyWorld();
    const bytes = new TextEncoder().encode(receipts);
    const token = await stack.token("billing");
    await importFile({ origin: stack.origin, token, kind: "receipts", fileName: "recibos.csv", bytes });
    const office = openOffice(stack.origin);
    const taken: number[] = [];
    for (const supply of quick ? supplies.slice(0, 9) : supplies) taken.push(await fileOne(office, supply));
    const p50 = median(taken.slice(warming));
    const bare = await bareTransaction();
    process.stderr.write(`filing ${p50.toFixed(1)} ms; a bare transaction of its items ${bare.toFixed(1)} ms\n`);
    return { p50, overTransaction: p50 / bare };
  } finally {
    await stack.stop();
  }
});

/** Returns the milliseconds until a claim about a supply is filed, by HTTP. */
async function fileOne(office: Office, supply: BilledSupply): Promise<number> {
  const { supplyCode, holderDocument: documentNumber } = supply;
  const { linkId } = await office.call("maria", "linkSupply", { body: { supplyCode, documentNumber } });
  const { life } = startLife(office, supply, "filing");
  const body = { ...form(life, "cliente@example.pe"), claimType: "F01" as const, linkId, uploadIds: [] };
  await new Promise((resolve) => setTimeout(resolve, everyMs));
  const began = performance.now();
  await office.call("maria", "fileClaim", { body }, { key: `figure-of-filing-${supplyCode}` });
  return performance.now() - began;
}

type Writes = NonNullable<TransactWriteCommandInput["TransactItems"]>;

/**
 * Returns the milliseconds of a transaction that writes what a filing writes, each time other items of another case.
 */
async function bareTransaction(): Promise<number> {
  const written: Writes[] = [];
  const { deps, receipt } = await officeInMemory(({ input }) => {
    if ("TransactItems" in input) written.push((input as TransactWriteCommandInput).TransactItems ?? []);
  });
  const filing = { sub: "sub", supplyCode: "00012345", key: "a-filing", now: "2026-11-24T15:00:00.000Z" };
  await filed(deps, claimOf(receipt, filing));
  const writes = written.at(-1) ?? [];
  const table = await meteredTable("claims");
  try {
    const taken: number[] = [];
    for (let turn = 0; turn < 30; turn += 1) {
      const TransactItems: Writes = JSON.parse(JSON.stringify(writes), (name, value) =>
        name === "TableName" ? table.name : name === "pk" ? `${value}#${turn}` : value,
      );
      const began = performance.now();
      await table.client.send(new TransactWriteCommand({ TransactItems }));
      taken.push(performance.now() - began);
    }
    return median(taken.slice(warming));
  } finally {
    await table.stop();
  }
}

export const sources = ["functions/claims", "functions/runtime", "local", "shared/casework", "shared/storage"];

const how = "a claim by web each second, by HTTP on the local stack with its workers running (median)";

export const figures: readonly Figure[] = [
  {
    name: "filing-p50",
    group: "fast",
    unit: "ms",
    goal: { atMost: 100 },
    wholeOnly: true,
    against: how,
    measure: async (options) => (await filings(options)).p50,
  },
  {
    name: "filing-over-transaction",
    group: "fast",
    unit: "×",
    goal: { atMost: 12 },
    wholeOnly: true,
    against: `${how}, over one bare transaction of the same items on a table of its own, in the same run`,
    measure: async (options) => (await filings(options)).overTransaction,
  },
];
