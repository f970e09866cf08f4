import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { type IndexPlan, type TablePlan, tables } from "../shared/storage/tables.ts";

/** What passed through the proxy, counted by AWS's billing rules (one transaction is one request). */
export interface Metered {
  requests: number;
  /** Messages sent to a queue. */
  messages: number;
  writeUnits: number;
  readUnits: number;
  /** Writes outside transactions whose units the store reports otherwise than these rules. */
  disagreements: number;
}

export interface MeteringProxy {
  readonly endpoint: string;
  readonly metered: Metered;
  reset(): void;
  stop(): Promise<void>;
}

/** An attribute as the protocol has it: `{S: "…"}`, `{N: "1"}`, `{M: {…}}`… */
type Value = Readonly<Record<string, unknown>>;
type Item = Readonly<Record<string, Value>>;

const bytes = (text: string): number => Buffer.byteLength(text);

/**
 * Returns the billed size of a value in bytes: its UTF-8 for a text; about half its digits for a number; 1 for a
 * boolean or null. A list or map has 3, plus 1 for each entry, plus the entries' own sizes. Throws for any other type.
 */
function valueSize(value: Value): number {
  const [[type = "", content] = []] = Object.entries(value);
  if (type === "S") return bytes(String(content));
  if (type === "N") return Math.ceil(String(content).replace(/^-|\.|^0+/g, "").length / 2) + 1;
  if (type === "BOOL" || type === "NULL") return 1;
  if (type === "L") return 3 + (content as Value[]).reduce((sum, each) => sum + 1 + valueSize(each), 0);
  if (type === "M")
    return (
      3 + Object.entries(content as Item).reduce((sum, [name, each]) => sum + 1 + bytes(name) + valueSize(each), 0)
    );
  throw new Error(`no rule for the size of ${type}`);
}

function itemSize(item: Item): number {
  return Object.entries(item).reduce((sum, [name, value]) => sum + bytes(name) + valueSize(value), 0);
}

const kilobytes = (size: number): number => Math.max(1, Math.ceil(size / 1024));

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Returns the entry of an item in an index; undefined unless the item has both of the index's keys. */
function entryOf(item: Item | undefined, index: IndexPlan, plan: TablePlan): Item | undefined {
  if (!item?.[index.partitionKey] || !item[index.sortKey]) return undefined;
  if (index.projection === "ALL") return item;
  const names = [plan.partitionKey, plan.sortKey, index.partitionKey, index.sortKey];
  return Object.fromEntries(Object.entries(item).filter(([name]) => names.includes(name)));
}

/**
 * Returns the write units that one changed item costs in its table's indexes. In each index: none if the item's entry
 * is unchanged; one write if the entry is new, removed or changed; two writes if the entry's key changed.
 */
function indexUnits(before: Item | undefined, after: Item | undefined, plan: TablePlan): number {
  return Object.values(plan.indexes).reduce((sum, index) => {
    const [old, now] = [entryOf(before, index, plan), entryOf(after, index, plan)];
    if (same(old, now)) return sum;
    if (!old || !now) return sum + kilobytes(itemSize(old ?? now ?? {}));
    const moved =
      !same(old[index.partitionKey], now[index.partitionKey]) || !same(old[index.sortKey], now[index.sortKey]);
    return (
      sum +
      (moved ? kilobytes(itemSize(old)) + kilobytes(itemSize(now)) : kilobytes(Math.max(itemSize(old), itemSize(now))))
    );
  }, 0);
}

interface Write {
  readonly TableName: string;
  readonly Item?: Item;
  readonly Key?: Item;
}

/** Returns the writes of a request, each with its table and its item or key. */
function writesOf(operation: string, body: Record<string, unknown>): readonly Write[] {
  if (operation === "TransactWriteItems")
    return (body["TransactItems"] as Record<string, Write>[]).flatMap((one) => Object.values(one));
  if (operation === "BatchWriteItem")
    return Object.entries(body["RequestItems"] as Record<string, Record<string, Write>[]>).flatMap(
      ([TableName, requests]) =>
        requests.flatMap((request) => Object.values(request).map((write) => ({ ...write, TableName }))),
    );
  return /^(Put|Update|Delete)Item$/.test(operation) ? [body as unknown as Write] : [];
}

async function textOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

interface Passed {
  readonly operation: string;
  readonly writes: readonly Write[];
  readonly before: readonly (Item | undefined)[];
  readonly after: readonly (Item | undefined)[];
  /** The units that the store reports. */
  readonly reported: number;
}

const planOf = (table: string): TablePlan => (/billing/i.test(table) ? tables.billing : tables.claims);

/**
 * Adds the units of a request that the store accepted: reads as the store reported them, writes as computed here.
 * Outside transactions, counts a disagreement if the store reported other units for the writes.
 */
function count(metered: Metered, { operation, writes, before, after, reported }: Passed): void {
  metered.requests += 1;
  if (writes.length === 0) {
    metered.readUnits += reported;
    return;
  }
  const transactional = operation.startsWith("Transact");
  const units = writes.reduce((sum, { TableName }, at) => {
    const own = kilobytes(Math.max(itemSize(before[at] ?? {}), itemSize(after[at] ?? {})));
    return sum + (transactional ? 2 : 1) * own + indexUnits(before[at], after[at], planOf(TableName));
  }, 0);
  metered.writeUnits += units;
  if (!transactional && reported !== units) metered.disagreements += 1;
}

/** Returns the headers of a request to pass on to the store. */
function passedOn(message: IncomingMessage): Record<string, string> {
  const own = /^(host|content-length|connection|accept-encoding)$/;
  return Object.fromEntries(
    Object.entries(message.headers).flatMap(([name, value]) =>
      own.test(name) || typeof value !== "string" ? [] : [[name, value]],
    ),
  );
}

/**
 * Starts a server that passes every request on to `store` and counts what it would cost in AWS (performance, 3.3). It
 * reads each written item from the store before and after the write; these reads are not counted.
 */
export async function meteringProxy(store: string): Promise<MeteringProxy> {
  const metered: Metered = { requests: 0, messages: 0, writeUnits: 0, readUnits: 0, disagreements: 0 };
  const server = createServer(async (message, response) => {
    const target = String(message.headers["x-amz-target"] ?? "");
    const [service = "", operation = ""] = target.split(".");
    const headers = passedOn(message);
    const ask = async (asked: string, body: unknown) => {
      const answer = await fetch(store, {
        method: "POST",
        headers: { ...headers, "x-amz-target": `${service}.${asked}` },
        body: JSON.stringify(body),
      });
      return { status: answer.status, text: await answer.text() };
    };
    const stored = async ({ TableName, Item, Key }: Write): Promise<Item | undefined> => {
      const { partitionKey, sortKey } = planOf(TableName);
      const source = Item ?? Key ?? {};
      const key = { [partitionKey]: source[partitionKey], [sortKey]: source[sortKey] };
      return JSON.parse((await ask("GetItem", { TableName, Key: key, ConsistentRead: true })).text).Item;
    };
    const body = JSON.parse((await textOf(message)) || "{}");
    const writes = writesOf(operation, body);
    const before = await Promise.all(writes.map(stored));
    const isStore = service.startsWith("DynamoDB");
    const answer = await ask(operation, isStore ? { ...body, ReturnConsumedCapacity: "TOTAL" } : body);
    if (operation.startsWith("SendMessage") && answer.status === 200) metered.messages += body.Entries?.length ?? 1;
    if (isStore && answer.status === 200) {
      const capacity: { CapacityUnits?: number }[] = [JSON.parse(answer.text).ConsumedCapacity ?? []].flat();
      const reported = capacity.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
      count(metered, { operation, writes, before, after: await Promise.all(writes.map(stored)), reported });
    }
    response
      .writeHead(answer.status, {
        "content-type": String(message.headers["content-type"] ?? "application/x-amz-json-1.0"),
      })
      .end(answer.text);
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    metered,
    reset: () => Object.assign(metered, { requests: 0, messages: 0, writeUnits: 0, readUnits: 0, disagreements: 0 }),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
