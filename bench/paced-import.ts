import { mock } from "node:test";
import { DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { importMessages } from "../functions/import-receipts/import-messages.ts";
import { credentials, region } from "../local/cloud.ts";
import { openReceiptLedger } from "../shared/storage/billing/receipt-ledger.ts";
import { importWorld } from "../test/functions/import-receipts/import-world.ts";
import { fileOf, numbered } from "../test/functions/import-receipts/sample-file.ts";

/** What came of an import into a table that takes so many writes a second and refuses the rest. */
export interface Paced {
  readonly rows: number;
  /** From the first row that was taken to the last, by the simulated clock. */
  readonly seconds: number;
  /** Writes that the table refused. */
  readonly refused: number;
  /** How often a range went back to its queue, and how many were given up. */
  readonly returned: number;
  readonly dead: number;
  readonly lost: number;
  readonly doubled: number;
}

interface Pacing {
  readonly rows: number;
  readonly writesPerSecond: number;
}

/**
 * As the queue of ranges is deployed: how many are handled at once, how long one that failed is hidden, and how often
 * it is given.
 */
const [workers, hiddenMs, mostReceived] = [5, 30 * 60_000, 5];
const latencyMs = 5;
/** Rounds of the event loop after which everything waits for the clock. */
const rounds = 8;

type Attribute = Readonly<Record<string, unknown>>;
interface Sent {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** A table of rows behind DynamoDB's own protocol, so that the client's attempts and pauses are its own. */
function throttledTable(writesPerSecond: number) {
  const items = new Map<string, Readonly<Record<string, Attribute>>>();
  const counted = { refused: 0, taken: 0, firstAt: 0, lastAt: 0 };
  const most = writesPerSecond / 10;
  let [left, at] = [most, Date.now()];
  const nameOf = ({ pk, sk }: Readonly<Record<string, Attribute>>): string => `${pk?.["S"]} ${sk?.["S"]}`;
  const isTaken = (): boolean => {
    const now = Date.now();
    left = Math.min(most, left + ((now - at) * writesPerSecond) / 1000);
    at = now;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
  const put = (item: Readonly<Record<string, Attribute>>): [number, object] => {
    if (!isTaken()) {
      counted.refused += 1;
      return [400, { __type: "com.amazonaws.dynamodb.v20120810#ThrottlingException", message: "slow down" }];
    }
    if (items.has(nameOf(item)))
      return [
        400,
        { __type: "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException", message: "it is there" },
      ];
    items.set(nameOf(item), item);
    counted.taken += 1;
    counted.firstAt ||= Date.now();
    counted.lastAt = Date.now();
    return [200, {}];
  };
  const answer = (operation: string, body: string): [number, object] => {
    const input = JSON.parse(body);
    if (operation === "PutItem") return put(input.Item);
    const found = input.RequestItems.billing.Keys.flatMap(
      (key: Readonly<Record<string, Attribute>>) => items.get(nameOf(key)) ?? [],
    );
    return [200, { Responses: { billing: found }, UnprocessedKeys: {} }];
  };
  const handle = async ({ headers, body }: Sent) => {
    await new Promise((wake) => setTimeout(wake, latencyMs));
    const [statusCode, answered] = answer(headers["x-amz-target"]?.split(".")[1] ?? "", new TextDecoder().decode(body));
    const answeredHeaders = { "content-type": "application/x-amz-json-1.0" };
    return { response: { statusCode, headers: answeredHeaders, body: Buffer.from(JSON.stringify(answered)) } };
  };
  return { items, counted, handle };
}

type Handle = (message: unknown) => Promise<void>;

/**
 * Gives messages to handlers until none is left, by the simulated clock: one that fails is given again when its time is
 * up, and given up after the fifth. Returns how many went back, and how many were given up.
 */
async function handOut(queue: string[], handlers: readonly Handle[]): Promise<Pick<Paced, "returned" | "dead">> {
  const received = new Map<string, number>();
  const hidden: { readonly message: string; readonly until: number }[] = [];
  const counts = { returned: 0, dead: 0 };
  const free = [...handlers];
  const take = async (handle: Handle, message: string): Promise<void> => {
    const times = (received.get(message) ?? 0) + 1;
    received.set(message, times);
    await handle(JSON.parse(message)).catch(() => {
      counts.returned += 1;
      if (times >= mostReceived) counts.dead += 1;
      else hidden.push({ message, until: Date.now() + hiddenMs });
    });
    free.push(handle);
  };
  const giveAll = (): void => {
    while (free.length > 0 && queue.length > 0) {
      const [handle, message] = [free.pop(), queue.shift()];
      if (handle && message !== undefined) void take(handle, message);
    }
  };
  while (free.length < handlers.length || queue.length > 0 || hidden.length > 0) {
    while (hidden[0] && hidden[0].until <= Date.now()) queue.push(hidden.shift()?.message ?? "");
    giveAll();
    for (let round = 0; round < rounds; round += 1) await new Promise((next) => setImmediate(next));
    const isIdle = free.length === handlers.length && queue.length === 0;
    mock.timers.tick(isIdle && hidden[0] ? Math.max(1, hidden[0].until - Date.now()) : 1);
  }
  return counts;
}

/**
 * Imports receipts as the deployed function does, five ranges at once, into a table that is asked for more than it
 * takes.
 */
export async function paceImport({ rows, writesPerSecond }: Pacing): Promise<Paced> {
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: Date.parse("2026-11-24T15:00:00.000Z") });
  try {
    const { handle, items, counted } = throttledTable(writesPerSecond);
    const world = importWorld();
    const handlers = Array.from({ length: workers }, () => {
      const requestHandler = { handle } as unknown as NonNullable<DynamoDBClientConfig["requestHandler"]>;
      const plain = new DynamoDBClient({ region, credentials, requestHandler });
      return importMessages({
        ...world.importer,
        ledger: openReceiptLedger({ client: DynamoDBDocumentClient.from(plain), name: "billing" }),
      });
    });
    await world.arrive(fileOf(Array.from({ length: rows }, (_, at) => numbered(at))));
    const came = await handOut(world.queue, handlers);
    const { refused, taken, firstAt, lastAt } = counted;
    const seconds = (lastAt - firstAt) / 1000;
    return { ...came, rows, seconds, refused, lost: rows - items.size, doubled: taken - items.size };
  } finally {
    mock.timers.reset();
  }
}
