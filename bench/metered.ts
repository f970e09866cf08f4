import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { type DynamoDb, startDynamoDb } from "../local/dynamodb.ts";
import { findStoreProgram } from "../local/store-program.ts";
import { projectionOf, type TableName, type TablePlan, tables } from "../shared/storage/tables.ts";

/** The cost of the calls since the last `reset`, in the units that a table is billed by. */
export interface Meter {
  calls: number;
  writes: number;
  reads: number;
}

export interface MeteredTable {
  readonly client: DynamoDBDocumentClient;
  readonly name: string;
  readonly endpoint: string;
  readonly meter: Meter;
  reset(): void;
  stop(): Promise<void>;
}

const schemaOf = (partitionKey: string, sortKey: string) => [
  { AttributeName: partitionKey, KeyType: "HASH" as const },
  { AttributeName: sortKey, KeyType: "RANGE" as const },
];

/** Creates a table by its plan, under the plan's name. */
export async function makeTable(client: DynamoDBClient, plan: TableName): Promise<void> {
  const { partitionKey, sortKey, indexes }: TablePlan = tables[plan];
  const keyed = [{ partitionKey, sortKey }, ...Object.values(indexes)];
  await client.send(
    new CreateTableCommand({
      TableName: plan,
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: schemaOf(partitionKey, sortKey),
      AttributeDefinitions: [...new Set(keyed.flatMap((keys) => [keys.partitionKey, keys.sortKey]))].map((name) => ({
        AttributeName: name,
        AttributeType: "S",
      })),
      ...(keyed.length > 1 && {
        GlobalSecondaryIndexes: Object.entries(indexes).map(([IndexName, index]) => ({
          IndexName,
          KeySchema: schemaOf(index.partitionKey, index.sortKey),
          Projection: projectionOf(index),
        })),
      }),
    }),
  );
}

const credentials = { accessKeyId: "bench", secretAccessKey: "bench" };

/**
 * Starts a local server, creates the table `plan` in it, and returns the table with a client that adds up the units the
 * server reports. Adds four write units for each transaction instead, because the server reports transactions wrongly
 * (see docs/decisions/0002).
 */
export async function meteredTable(plan: TableName = "billing", how?: { inMemory: true }): Promise<MeteredTable> {
  const server: DynamoDb = await startDynamoDb(
    mkdtempSync(join(tmpdir(), "caudal-bench-")),
    findStoreProgram(() => {}),
    how,
  );
  const plain = new DynamoDBClient({ endpoint: server.endpoint, region: "us-east-1", credentials });
  await makeTable(plain, plan);
  const meter: Meter = { calls: 0, writes: 0, reads: 0 };
  plain.middlewareStack.add(
    (next, context) => async (args) => {
      const transactional = context["commandName"] === "TransactWriteItemsCommand";
      const reading = /^(Get|BatchGet|Query)/.test(String(context["commandName"]));
      const result = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: "TOTAL" } });
      const { ConsumedCapacity } = result.output as {
        ConsumedCapacity?: { CapacityUnits?: number } | { CapacityUnits?: number }[];
      };
      const units = [ConsumedCapacity ?? []].flat().reduce((sum, each) => sum + (each.CapacityUnits ?? 0), 0);
      meter.calls += 1;
      if (reading) meter.reads += units;
      else meter.writes += transactional ? 4 : units;
      return result;
    },
    { step: "initialize", name: "meter" },
  );
  return {
    client: DynamoDBDocumentClient.from(plain, { marshallOptions: { removeUndefinedValues: true } }),
    name: plan,
    endpoint: server.endpoint,
    meter,
    reset: () => Object.assign(meter, { calls: 0, writes: 0, reads: 0 }),
    stop: () => server.stop(),
  };
}
