import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { startDynamoDb } from "../../local/dynamodb.ts";
import { findStoreProgram } from "../../local/store-program.ts";
import { build } from "../../scripts/build.ts";
import { bundleOf, lastLineOf } from "../bundles.ts";
import { type Figure, once } from "../figure.ts";
import { makeTable } from "../metered.ts";
import { sources as startSources } from "./start-up.ts";

interface Request {
  readonly route: string;
  readonly body?: Readonly<Record<string, string>>;
  readonly claims?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly status: number;
}

/** What each function is asked for: what it is asked most. The store is empty. */
const requests: Readonly<Record<string, Request>> = {
  office: { route: "GET /api/office", status: 200 },
  receipts: {
    route: "POST /api/receipt-lookups",
    body: { receiptNumber: "S001-00045001", total: "58.90" },
    status: 404,
  },
  claims: { route: "GET /api/claims", claims: { token_use: "access", sub: "bench" }, query: {}, status: 200 },
  casework: {
    route: "GET /api/desk/claims",
    claims: { token_use: "access", sub: "bench", "cognito:groups": "[analyst]" },
    query: { queue: "investigation" },
    status: 200,
  },
};

/** Returns the gateway's event of a request from an address. */
export function eventOf({ route, body, claims, query }: Omit<Request, "status">, address: string) {
  const [method = "", path = ""] = route.split(" ");
  return {
    version: "2.0",
    routeKey: route,
    rawPath: path,
    headers: { "content-type": "application/json", "x-origin-key": "x", "x-viewer-address": address },
    requestContext: { http: { method, path }, requestId: "bench", ...(claims && { authorizer: { jwt: { claims } } }) },
    ...(query && { queryStringParameters: query }),
    ...(body && { body: JSON.stringify(body) }),
    isBase64Encoded: false,
  };
}

/** Returns the milliseconds of processor of a new process for one request, after its handler was loaded. */
function firstMs(name: string, given: Request, endpoint: string, round: number): number {
  // Of one supply, and from one address, only so many receipts may be asked for.
  const request = given.body ? { ...given, body: { ...given.body, supplyCode: String(10_000_000 + round) } } : given;
  const program = `
    const { handler } = require(${JSON.stringify(bundleOf(name))});
    const began = process.cpuUsage();
    handler(${JSON.stringify(eventOf(request, `192.0.2.${round}`))}, { getRemainingTimeInMillis: () => 15000 }).then(({ statusCode, body }) => {
      const { user, system } = process.cpuUsage(began);
      if (statusCode !== ${request.status}) throw new Error(statusCode + " " + body);
      console.log("\\n" + (user + system) / 1000);
      process.exit();
    });`;
  return Number(lastLineOf(program, { AWS_ENDPOINT_URL: endpoint, TABLE_BILLING: "billing", TABLE_CLAIMS: "claims" }));
}

/** The least time of each function's first request, in processes in turn. */
const firstTimes = once(async ({ quick }) => {
  build(["functions"]);
  const server = await startDynamoDb(
    mkdtempSync(join(tmpdir(), "caudal-first-")),
    findStoreProgram(() => {}),
    { inMemory: true },
  );
  try {
    const credentials = { accessKeyId: "a", secretAccessKey: "b" };
    const client = new DynamoDBClient({ endpoint: server.endpoint, region: "us-east-1", credentials });
    for (const plan of ["billing", "claims"] as const) await makeTable(client, plan);
    client.destroy();
    const least = new Map<string, number>();
    for (let round = 0; round < (quick ? 5 : 21); round += 1)
      for (const [name, request] of Object.entries(requests)) {
        const ms = firstMs(name, request, server.endpoint, round);
        least.set(name, Math.min(ms, least.get(name) ?? ms));
      }
    return least;
  } finally {
    await server.stop();
  }
});

export const sources = ["bench/bundles.ts", ...startSources];

export const figures: readonly Figure[] = Object.entries(requests).map(
  ([name, { route }]): Figure => ({
    name: `first-request-${name}`,
    group: "fast",
    unit: "ms",
    goal: { atMost: 50 },
    wholeOnly: true,
    against: `processor time of the first request of a new process, after its start: ${route}, on an empty store (minimum)`,
    measure: async (options) => (await firstTimes(options)).get(name) ?? Number.NaN,
  }),
);
