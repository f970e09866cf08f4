import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Item, planOf, type Write, writesOf, writeUnits } from "./units.ts";

/** What passed through the proxy, counted by AWS's billing rules (one transaction is one request). */
export interface Metered {
  requests: number;
  /** Messages sent to a queue. */
  messages: number;
  writeUnits: number;
  readUnits: number;
  /** Entries of cases that were written. */
  entries: number;
  /** Writes outside transactions whose units the store reports otherwise than these rules. */
  disagreements: number;
}

export interface MeteringProxy {
  readonly endpoint: string;
  readonly metered: Metered;
  reset(): void;
  stop(): Promise<void>;
}

const nothing = (): Metered => ({
  requests: 0,
  messages: 0,
  writeUnits: 0,
  readUnits: 0,
  entries: 0,
  disagreements: 0,
});

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
  /** The units that the store reports: none of a transaction that it cancelled. */
  readonly reported: number;
}

/**
 * Adds the units of a request: reads as the store reported them, writes as computed here, those of a cancelled
 * transaction too. Outside transactions, counts a disagreement if the store reported other units for the writes.
 */
function count(metered: Metered, { operation, writes, before, after, reported }: Passed): void {
  metered.requests += 1;
  if (writes.length === 0) {
    metered.readUnits += reported;
    return;
  }
  const units = writeUnits(operation, writes, before, after);
  metered.writeUnits += units;
  metered.entries += after.filter((item, at) => !before[at] && /^E#/.test(String(item?.["sk"]?.["S"]))).length;
  if (!operation.startsWith("Transact") && reported !== units) metered.disagreements += 1;
}

/** Whether a request is billed by its items: it was done, or it was a transaction that the store cancelled. */
const isBilled = ({ status, text }: { readonly status: number; readonly text: string }): boolean =>
  status === 200 || (status === 400 && text.includes("TransactionCanceledException"));

/** Returns the units that the store reports in an answer. */
function reportedIn(text: string): number {
  const capacity: { CapacityUnits?: number }[] = [JSON.parse(text).ConsumedCapacity ?? []].flat();
  return capacity.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
}

/** Which function sent a request, by the name that the local stack has it give the SDK; empty for anybody else. */
const senderOf = (message: IncomingMessage): string =>
  /app\/(\S+)/.exec(message.headers["user-agent"] ?? "")?.[1] ?? "";

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
 * @param counts whether the requests of a function are counted at the moment; it is asked with the function's name
 */
export async function meteringProxy(
  store: string,
  counts: (sender: string) => boolean = () => true,
): Promise<MeteringProxy> {
  const metered: Metered = nothing();
  const passOn = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
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
    const isCounted = counts(senderOf(message));
    const writes = writesOf(operation, body);
    const before = await Promise.all(writes.map(stored));
    const isStore = service.startsWith("DynamoDB");
    const answer = await ask(operation, isStore ? { ...body, ReturnConsumedCapacity: "TOTAL" } : body);
    if (operation.startsWith("SendMessage") && answer.status === 200) metered.messages += body.Entries?.length ?? 1;
    if (isStore && isCounted && isBilled(answer)) {
      const after = answer.status === 200 ? await Promise.all(writes.map(stored)) : before;
      count(metered, { operation, writes, before, after, reported: reportedIn(answer.text) });
    }
    response
      .writeHead(answer.status, {
        "content-type": String(message.headers["content-type"] ?? "application/x-amz-json-1.0"),
      })
      .end(answer.text);
  };
  const server = createServer((message, response) => {
    // What is still asked while the store stops gets no answer.
    passOn(message, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    metered,
    reset: () => Object.assign(metered, nothing()),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
