import { Agent, createServer, type RequestListener, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, PutCommand, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { fileKinds } from "../../functions/import-receipts/file-kinds.ts";
import { lookUpCredential } from "../../functions/receipts/look-up-credential.ts";
import { lookUpReceipt } from "../../functions/receipts/look-up-receipt.ts";
import { replyTo, replyWith } from "../../functions/runtime/reply.ts";
import type { ApiEvent } from "../../functions/runtime/serve.ts";
import { seededWorld } from "../../local/seed.ts";
import { tenant } from "../../settings.ts";
import { receiptRules } from "../../shared/casework/receipt/receipt-rules.ts";
import { receiptColumns } from "../../shared/domain/billing/receipt-file.ts";
import { openAttemptCounter } from "../../shared/storage/attempt-counter.ts";
import { openReceiptReader } from "../../shared/storage/billing/receipt-reader.ts";
import { openDynamoDb, type Table } from "../../shared/storage/dynamodb.ts";
import { openLookUpTrails } from "../../shared/storage/receipt/look-up-trails.ts";
import { openSupplyLinks } from "../../shared/storage/supply/supply-links.ts";
import { type Figure, median, once } from "../figure.ts";
import { type MeteredTable, meteredTable } from "../metered.ts";

const at = "2026-11-24T15:00:00.000Z";
const supplies = 100;
const clients = 8;

interface LookUps {
  readonly calls: number;
  readonly writes: number;
  readonly reads: number;
  readonly overSameCalls: number;
  readonly overSdk: number;
}

/**
 * Runs look-ups by receipt number and total over seeded supplies: measures what one costs and how many a second are
 * answered.
 */
const lookUps = once(async ({ quick }): Promise<LookUps> => {
  const table = await meteredTable();
  try {
    const attempts = await loadSupplies(table);
    const answer = answersOn(table);

    table.reset();
    for (const attempt of attempts) {
      const { statusCode } = await answer(eventOf(JSON.stringify(attempt), attempt.supplyCode));
      if (statusCode !== 200) throw new Error(`a look-up answered ${statusCode}`);
    }
    const { calls, writes, reads } = table.meter;

    const asDeployed = answersOn({ client: clientAsDeployed(table.endpoint), name: table.name });
    const api = await listening(async (message, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of message) chunks.push(chunk);
      const text = Buffer.concat(chunks).toString();
      const { statusCode, headers, body } = await asDeployed(eventOf(text, JSON.parse(text).supplyCode));
      response.writeHead(statusCode ?? 500, headers as Record<string, string>).end(body);
    });
    const sameCalls = await listening(callingOnly(bareCall(table.endpoint)));
    const sdkCalls = await listening(callingOnly(sdkCall(table.endpoint)));
    const seconds = quick ? 1 : 4;
    const overSameCalls: number[] = [];
    const overSdk: number[] = [];
    for (let round = 0; round < (quick ? 2 : 5); round += 1) {
      const ours = await perSecond(api, attempts, seconds);
      overSameCalls.push(ours / (await perSecond(sameCalls, attempts, seconds)));
      overSdk.push(ours / (await perSecond(sdkCalls, attempts, seconds)));
    }
    for (const server of [api, sameCalls, sdkCalls]) server.close();
    return {
      calls: calls / supplies,
      writes: writes / supplies,
      reads: reads / supplies,
      overSameCalls: median(overSameCalls.slice(1)),
      overSdk: median(overSdk.slice(1)),
    };
  } finally {
    await table.stop();
  }
});

/** Answers look-ups as the function's handler does. */
function answersOn(table: Table) {
  const served = lookUpReceipt(lookUpDepsOn(table));
  return async (event: ApiEvent) => {
    const answered = await served.answer(event, at);
    return answered.ok ? replyWith(200, answered.value) : replyTo(answered);
  };
}

const credentials = { accessKeyId: "bench", secretAccessKey: "bench" };

/** Opens the client that the functions open, by an environment like theirs. */
function clientAsDeployed(endpoint: string): DynamoDBDocumentClient {
  Object.assign(process.env, {
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
  });
  return openDynamoDb();
}

/** Pairs of wrong attempts, at a supply that exists and at one that does not; a supply takes five an hour. */
const pairs = 2000;

/**
 * Returns how much longer one of two wrong attempts takes, as medians over pairs in turn; 0 if neither does.
 * @param pause how an answer waits; not at all for the negative control
 */
async function wrongAttemptGap(quick: boolean, pause: (ms: number) => Promise<void>): Promise<number> {
  const table = await meteredTable();
  try {
    const attempts = await loadSupplies(table);
    const served = lookUpReceipt(lookUpDepsOn(table, pause));
    const msOf = async (supplyCode: string, turn: number): Promise<number> => {
      const body = JSON.stringify({ supplyCode, receiptNumber: "S001-00000001", total: "1.00" });
      const began = performance.now();
      const hour = Math.floor(turn / (5 * attempts.length));
      const now = new Date(Date.parse(at) + hour * 3_600_000).toISOString();
      const answered = await served.answer(eventOf(body, `${supplyCode} ${turn}`), now);
      if (answered.ok || answered.error !== "receipt-not-found")
        throw new Error(`a wrong attempt was answered ${JSON.stringify(answered)}`);
      return performance.now() - began;
    };
    const taken: { readonly existing: number[]; readonly missing: number[] } = { existing: [], missing: [] };
    for (let turn = 0; turn < (quick ? 20 : pairs); turn += 1) {
      const { supplyCode = "" } = attempts[turn % attempts.length] ?? {};
      taken.existing.push(await msOf(supplyCode, turn));
      taken.missing.push(await msOf(String(90_000_000 + (turn % attempts.length)), turn));
    }
    const [longer = 0, shorter = 0] = [median(taken.existing), median(taken.missing)].sort((a, b) => b - a);
    return longer / shorter - 1;
  } finally {
    await table.stop();
  }
}

interface Attempt {
  readonly supplyCode: string;
  readonly receiptNumber: string;
  readonly total: string;
}

/** Writes the seed's first supplies to the table; returns a right attempt for each. */
export async function loadSupplies({ client, name }: MeteredTable): Promise<readonly Attempt[]> {
  const { read } = fileKinds(tenant).receipts;
  const attempts = new Map<string, Attempt>();
  for (const line of seededWorld(at)
    .receipts.split("\n")
    .slice(1, 1 + supplies * 14)) {
    const cells = line.split(";");
    const outcome = read(cells);
    if (!outcome.ok) throw new Error("the seed holds a wrong row");
    await client.send(
      new PutCommand({ TableName: name, Item: { ...outcome.key, row: outcome.canonical, importId: "i", line: 1 } }),
    );
    const [, supplyCode = "", , , , , , , , , , , , , , , series, number] = cells;
    const total = cells[receiptColumns.indexOf("total_pagar")] ?? "";
    attempts.set(supplyCode, { supplyCode, receiptNumber: `${series}-${number}`, total });
  }
  return [...attempts.values()];
}

function lookUpDepsOn({ client, name }: Table, pause: (ms: number) => Promise<void> = async () => {}) {
  const receiptReader = openReceiptReader({ client, name });
  return {
    receiptReader,
    supplyLinks: openSupplyLinks({ client, name }),
    accountContacts: { find: async () => undefined },
    lookUpCredential: lookUpCredential(
      {
        receiptReader,
        attemptCounter: openAttemptCounter({ client, name }),
        lookUpTrails: openLookUpTrails({ client, name }, "bench"),
        pause,
      },
      tenant.supplyCodeLength.value,
    ),
    rulesAt: async () => receiptRules(tenant, at),
    loadedAt: async () => at,
  };
}

/** Makes the request of an attempt; each supply's holder asks from an address of their own. */
function eventOf(body: string, viewer: string): ApiEvent {
  const headers = { "x-viewer-address": viewer, "content-type": "application/json" };
  return { headers, body, isBase64Encoded: false, requestContext: { requestId: "bench" } } as unknown as ApiEvent;
}

/** The calls of a right look-up to the store, one after the other: the receipts, the source, the supply's guard. */
const callsOf = (supplyCode: string) => {
  const TableName = "billing";
  const update = (sk: string) => ({
    operation: "UpdateItem" as const,
    input: {
      ...{ TableName, Key: { pk: `G#bare#${supplyCode}`, sk } },
      UpdateExpression: "ADD used :one",
      ExpressionAttributeValues: { ":one": 1 },
    },
  });
  return [
    {
      operation: "Query",
      input: {
        TableName,
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": `S#${supplyCode}` },
        ...{ ScanIndexForward: false, Limit: 39 },
      },
    },
    update("T"),
    update("G"),
  ] as const;
};
type Call = ReturnType<typeof callsOf>[number];

/** Returns a server to compare with: it only makes a look-up's calls to the store for each request. */
function callingOnly(call: (one: Call) => Promise<unknown>): RequestListener {
  return async (message, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of message) chunks.push(chunk);
    const { supplyCode } = JSON.parse(Buffer.concat(chunks).toString());
    for (const one of callsOf(supplyCode)) await call(one);
    response.end("{}");
  };
}

/** Makes a call as little code can: unsigned, its answer unparsed. */
function bareCall(endpoint: string): (one: Call) => Promise<void> {
  const agent = new Agent({ keepAlive: true });
  const { hostname: host, port } = new URL(endpoint);
  const typed = (name: string, value: unknown) =>
    name === "Key" || name === "ExpressionAttributeValues" ? marshall(value as object) : value;
  return ({ operation, input }) =>
    new Promise((resolve, reject) => {
      const headers = {
        "content-type": "application/x-amz-json-1.0",
        "x-amz-target": `DynamoDB_20120810.${operation}`,
        "x-amz-date": "20261124T150000Z",
        authorization:
          "AWS4-HMAC-SHA256 Credential=bench/20261124/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0",
      };
      const sent = request({ host, port, method: "POST", agent, headers }, (answer) => {
        // A call that is refused costs nothing, and would be no denominator.
        if (answer.statusCode !== 200) reject(new Error(`the store answered a bare call ${answer.statusCode}`));
        answer.resume().once("end", resolve);
      });
      sent.once("error", reject).end(JSON.stringify(input, typed));
    });
}

/** Makes a call by the SDK's document client as it comes. */
function sdkCall(endpoint: string): (one: Call) => Promise<unknown> {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint, region: "us-east-1", credentials }));
  return (one) =>
    one.operation === "Query" ? client.send(new QueryCommand(one.input)) : client.send(new UpdateCommand(one.input));
}

async function listening(listener: RequestListener): Promise<Server> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return server;
}

/** Returns the requests that a server answers in a second, with `clients` at a time. */
async function perSecond(server: Server, attempts: readonly Attempt[], seconds: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const { port } = server.address() as AddressInfo;
  const until = performance.now() + seconds * 1000;
  let answered = 0;
  const one = (attempt: Attempt): Promise<void> =>
    new Promise((resolve, reject) => {
      const sent = request({ host: "127.0.0.1", port, method: "POST", agent }, (answer) => {
        if (answer.statusCode !== 200) reject(new Error(`answered ${answer.statusCode}`));
        answer.resume().once("end", resolve);
      });
      sent.once("error", reject).end(JSON.stringify(attempt));
    });
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let turn = client; performance.now() < until; turn += clients) {
        const attempt = attempts[turn % attempts.length];
        if (attempt) await one(attempt);
        answered += 1;
      }
    }),
  );
  agent.destroy();
  return answered / seconds;
}

const counted = (name: string, unit: string, goal: number, of: "calls" | "writes" | "reads"): Figure => ({
  name,
  group: "fast",
  unit,
  goal: { atMost: goal },
  against: "one look-up without sign-in, mean of 100 seeded supplies, as the store reports it",
  seed: 20_261_124,
  measure: async (options) => (await lookUps(options))[of],
});

const rate = (name: string, by: string, of: "overSameCalls" | "overSdk"): Figure => ({
  name,
  group: "fast",
  unit: "×",
  goal: { atLeast: 0.75 },
  wholeOnly: true,
  against: `look-ups a second with 8 clients, over a bare HTTP server making the same three calls ${by} (medians of rounds in turn)`,
  seed: 20_261_124,
  measure: async (options) => (await lookUps(options))[of],
});

export const sources = [
  "functions/receipts",
  "functions/runtime",
  "shared/storage/attempt-counter.ts",
  "shared/storage/dynamodb.ts",
  "shared/storage/receipt/look-up-trails.ts",
  "shared/storage/billing/receipt-reader.ts",
  "shared/storage/sha256.ts",
];

export const figures: readonly Figure[] = [
  counted("look-up-calls", "calls", 3, "calls"),
  counted("look-up-write-units", "WU", 2, "writes"),
  counted("look-up-read-units", "RU", 1, "reads"),
  {
    name: "wrong-attempt-gap",
    group: "operate",
    unit: "of the time",
    goal: { atMost: 0.05 },
    against: `the median of ${pairs} wrong attempts at supplies that exist, and of as many in turn at supplies that do not: the longer over the shorter`,
    seed: 20_261_124,
    wholeOnly: true,
    measure: ({ quick }) => wrongAttemptGap(quick, (ms) => new Promise((resolve) => setTimeout(resolve, ms))),
  },
  {
    name: "wrong-attempt-gap-unkept",
    group: "operate",
    unit: "of the time",
    goal: { atLeast: 0.05 },
    against: "the same without the wait that every wrong attempt ends with: the negative control",
    seed: 20_261_124,
    wholeOnly: true,
    measure: ({ quick }) => wrongAttemptGap(quick, async () => {}),
  },
  rate("look-up-overhead", "bare: unsigned and unparsed", "overSameCalls"),
  rate("look-up-overhead-beside-the-sdk", "by the SDK's document client as it comes", "overSdk"),
];
