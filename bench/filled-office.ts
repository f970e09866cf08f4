import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { BatchWriteCommand, DynamoDBDocumentClient, type TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import { inLanes } from "../functions/runtime/in-lanes.ts";
import { credentials, region } from "../local/cloud.ts";
import { startDynamoDb } from "../local/dynamodb.ts";
import { receiptRow } from "../local/seed/receipt-row.ts";
import { findStoreProgram } from "../local/store-program.ts";
import { tenant } from "../settings.ts";
import { codeOf } from "../shared/domain/claim/claim-code.ts";
import { calendarDay } from "../shared/domain/term/calendar-day.ts";
import { openCaseFiles } from "../shared/storage/case/case-files.ts";
import { headItem, headOf } from "../shared/storage/case/case-head.ts";
import type { Table } from "../shared/storage/dynamodb.ts";
import { type CaseworkWorld, caseworkWorld } from "../test/functions/casework/casework-world.ts";
import { form } from "../test/shared/casework/case-world.ts";
import { billedMonth, ledgerRow } from "../test/shared/storage/billing/billed-rows.ts";
import { makeTable } from "./metered.ts";
import { type Counted, meteredClient } from "./metered-client.ts";

type Item = Record<string, unknown>;

/**
 * An office on a server of its own, whose claims and receipts are copies of a few that its functions made. They are
 * kept in memory: on a disk, a million of them are written for hours, and what others write there is measured too.
 */
export interface FilledOffice {
  readonly world: CaseworkWorld;
  /** What requests cost since they are counted. */
  readonly counted: Counted;
  /** Counts the requests from now on, or no longer: counting reads each written item and takes its time. */
  count(isCounted: boolean): void;
  /** Adds receipts, twelve of each supply, from a supply on that no other has. */
  addReceipts(most: number): Promise<void>;
  /** Adds claims of supplies of their own, filed on the last twenty days; the closed ones are on no list of staff. */
  addClaims(open: number, closed: number): Promise<void>;
  stop(): Promise<void>;
}

/** The month in whose register the first copies are, and how many they are. */
export const copiedMonth = "2026-01";
const inMonth = 20_000;
const monthOf = ({ pk }: Item) => ({ pk: String(pk).replace(/\d{4}-\d{2}$/, copiedMonth) });
/** The supply of the claims that are copied. */
const copied = "19999999";
/** Supplies of copies have eight digits from here on. */
const firstSupply = 20_000_000;
const day = 86_400_000;

export async function openFilledOffice(): Promise<FilledOffice> {
  const folder = mkdtempSync(join(tmpdir(), "caudal-scale-"));
  const server = await startDynamoDb(
    folder,
    findStoreProgram(() => {}),
    { inMemory: true },
  );
  const plain = new DynamoDBClient({ endpoint: server.endpoint, region, credentials });
  for (const plan of ["claims", "billing"] as const) await makeTable(plain, plan);
  const bare = DynamoDBDocumentClient.from(plain, { marshallOptions: { removeUndefinedValues: true } });
  const metered = meteredClient(bare);
  let isCounted = false;
  let written: readonly Item[] = [];
  const send = (command: Parameters<typeof bare.send>[0]) => {
    if ("TransactItems" in command.input) written = putsOf(command.input.TransactItems ?? []);
    return (isCounted ? metered.client : bare).send(command);
  };
  const client = { send } as typeof bare;
  const tables: Readonly<Record<string, Table>> = {
    claims: { client, name: "claims" },
    billing: { client, name: "billing" },
  };
  const made = await caseworkWorld({
    table: async (name) => tables[name] ?? { client, name },
    stop: async () => {},
  });
  // The double's case files read again what they wrote.
  const world = { ...made, caseFiles: openCaseFiles(made.claims) };
  let supplies = firstSupply;
  let claims = 0;
  const templates: (readonly Item[])[] = [];
  for (let back = 0; back < 20; back += 1) {
    await world.fileOne(new Date(Date.now() - back * day).toISOString(), { form: { ...form, supplyCode: copied } });
    templates.push(written);
  }
  return {
    world,
    counted: metered.counted,
    count: (isOn) => {
      metered.reset();
      isCounted = isOn;
    },
    addReceipts: async (most) => {
      const year = Array.from({ length: 12 }, (_, at): Item => {
        const period = `${at < 3 ? 2025 : 2026}-${String(((at + 9) % 12) + 1).padStart(2, "0")}`;
        const { key, row, line } = ledgerRow("receipts", receiptRow(billedMonth({ period, number: 45_001 + at })));
        return { ...key, row, importId: "filled", line };
      });
      const from = supplies;
      supplies += Math.ceil(most / year.length);
      await writeAll(bare, "billing", supplies - from, (at) => renamed(year, [["00012345", String(from + at)]]));
    },
    addClaims: async (open, closed) => {
      const from = claims;
      claims += open + closed;
      await writeAll(bare, "claims", open + closed, (at) =>
        copyOf(templates[at % templates.length] ?? [], from + at, at < open),
      );
    },
    stop: async () => {
      plain.destroy();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Returns the items of a filing that a copy has too: those of its case, of its code and of its month. */
function putsOf(writes: NonNullable<TransactWriteCommandInput["TransactItems"]>): readonly Item[] {
  return writes.flatMap(({ Put }) =>
    /^(?:CLAIM|CODE|REGISTER)#/.test(String(Put?.Item?.["pk"])) ? (Put?.Item ?? []) : [],
  );
}

function renamed(items: readonly Item[], names: readonly (readonly [from: string, to: string])[]): readonly Item[] {
  return JSON.parse(names.reduce((text, [from, to]) => text.replaceAll(from, to), JSON.stringify(items)));
}

/**
 * Returns the items of a claim that is like a filed one, under an id, a code and a supply of its own. The codes of
 * closed ones are of ten earlier years: a year has a million, and one that is drawn twice costs its filing another
 * attempt.
 */
function copyOf(items: readonly Item[], at: number, isOpen: boolean): readonly Item[] {
  const stored = items.find(({ sk }) => sk === "HEAD");
  if (!stored) throw new Error("a filing without a head");
  const { claimId, code, filedOn } = headOf(stored);
  const copies = renamed(items, [
    [claimId, `${claimId.slice(0, -7)}${at.toString(36).padStart(7, "0")}`],
    [code, codeOf(tenant.office.claimCode.value, Number(filedOn.slice(0, 4)) - (isOpen ? 0 : 1 + (at % 10)), at)],
    [copied, String(firstSupply + at)],
  ]);
  return copies.flatMap((item): readonly Item[] => {
    if (String(item["pk"]).startsWith("REGISTER#")) return at < inMonth ? [{ ...item, ...monthOf(item) }] : [];
    return [item["sk"] === "HEAD" && !isOpen ? closed(item) : item];
  });
}

function closed(item: Item): Item {
  const { version, chainHead, ...head } = headOf(item);
  const since = calendarDay(head.filedOn);
  const step = { calendar: "COMPANY", from: since, since, dueOn: since, state: "closed", queue: "over" } as const;
  return headItem(
    { ...head, steps: [step], risk: undefined, copyRisk: undefined, awaits: undefined },
    version,
    chainHead,
  );
}

/** Writes the items that `itemsOf` makes for each number below `count`, in eight lanes. */
async function writeAll(
  client: DynamoDBDocumentClient,
  table: string,
  count: number,
  itemsOf: (at: number) => readonly Item[],
): Promise<void> {
  const atOnce = 50;
  const starts = Array.from({ length: Math.ceil(count / atOnce) }, (_, at) => at * atOnce);
  await inLanes(starts, 8, async (start) => {
    const items = Array.from({ length: Math.min(atOnce, count - start) }, (_, at) => itemsOf(start + at)).flat();
    for (let at = 0; at < items.length; at += 25)
      await client.send(
        new BatchWriteCommand({
          RequestItems: { [table]: items.slice(at, at + 25).map((Item) => ({ PutRequest: { Item } })) },
        }),
      );
  });
}
