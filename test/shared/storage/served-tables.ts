import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import { inject } from "vitest";
import { credentials, region } from "../../../local/cloud.ts";
import { startDynamoDb } from "../../../local/dynamodb.ts";
import { findStoreProgram, type StoreProgram } from "../../../local/store-program.ts";
import { openDynamoDb, type Table } from "../../../shared/storage/dynamodb.ts";
import { projectionOf, type TableName, type TablePlan, tables } from "../../../shared/storage/tables.ts";

/** Tables nobody else sees. */
export interface TestTables {
  /** A new table, made from the plan of `name`. */
  table(name: TableName): Promise<Table>;
  stop(): Promise<void>;
}

/** Tables of a server of DynamoDB's API, reached by the client the functions use. */
export interface ServedTables extends TestTables {
  /** The program that serves them answers as AWS does where dynoxide does not (decision 2). */
  readonly isDynamoDbLocal: boolean;
  /** The key its tables are found by: another process must have it in `AWS_ACCESS_KEY_ID`. */
  readonly accessKeyId: string;
}

/** The server that the files of a run share. */
export interface SharedServer {
  readonly endpoint: string;
  readonly isDynamoDbLocal: boolean;
}
declare module "vitest" {
  export interface ProvidedContext {
    tableServer: SharedServer;
  }
}

const schemaOf = (partitionKey: string, sortKey: string) => [
  { AttributeName: partitionKey, KeyType: "HASH" as const },
  { AttributeName: sortKey, KeyType: "RANGE" as const },
];

/** Starts a server that keeps its tables in memory; its log stands in a folder that goes with it. */
export async function startedServer(program: StoreProgram): Promise<SharedServer & Pick<TestTables, "stop">> {
  const folder = await mkdtemp(join(tmpdir(), "caudal-tables-"));
  const server = await startDynamoDb(folder, program, { inMemory: true });
  return {
    endpoint: server.endpoint,
    isDynamoDbLocal: program.mark === "DynamoDBLocal.jar",
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Tables nobody else sees: on the run's server, or where there is none, on one of its own. */
export async function servedTables(): Promise<ServedTables> {
  const shared = inject("tableServer") as SharedServer | undefined;
  const server = shared ? { ...shared, stop: async () => {} } : await startedServer(findStoreProgram(() => {}));
  // DynamoDB Local keeps a database for each key: one that held every test's tables would take ever longer to make
  // another.
  const accessKeyId = randomUUID().replaceAll("-", "");
  Object.assign(process.env, {
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: server.endpoint,
  });
  const client = openDynamoDb();
  await client.config.credentials();
  process.env["AWS_ACCESS_KEY_ID"] = credentials.accessKeyId;
  let made = 0;
  return {
    accessKeyId,
    isDynamoDbLocal: server.isDynamoDbLocal,
    table: async (plan) => {
      made += 1;
      const name = `${plan}-${made}-${accessKeyId}`;
      const { partitionKey, sortKey, indexes }: TablePlan = tables[plan];
      const keys = [
        partitionKey,
        sortKey,
        ...Object.values(indexes).flatMap((index) => [index.partitionKey, index.sortKey]),
      ];
      await client.send(
        new CreateTableCommand({
          TableName: name,
          BillingMode: "PAY_PER_REQUEST",
          AttributeDefinitions: [...new Set(keys)].map((key) => ({ AttributeName: key, AttributeType: "S" })),
          KeySchema: schemaOf(partitionKey, sortKey),
          ...(Object.keys(indexes).length > 0 && {
            GlobalSecondaryIndexes: Object.entries(indexes).map(([IndexName, index]) => ({
              IndexName,
              KeySchema: schemaOf(index.partitionKey, index.sortKey),
              Projection: projectionOf(index),
            })),
          }),
        }),
      );
      return { client, name };
    },
    stop: async () => {
      client.destroy();
      await server.stop();
    },
  };
}
