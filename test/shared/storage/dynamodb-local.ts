import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import { credentials, region } from "../../../local/cloud.ts";
import { type DynamoDb, type Serving, startDynamoDb } from "../../../local/dynamodb.ts";
import { findJava, javaPlaces } from "../../../local/java.ts";
import { openDynamoDb, type Table } from "../../../shared/storage/dynamodb.ts";
import { type TableName, type TablePlan, tables } from "../../../shared/storage/tables.ts";

/** Tables nobody else sees. */
export interface TestTables {
  /** A new table, made from the plan of `name`. */
  table(name: TableName): Promise<Table>;
  stop(): Promise<void>;
}

/** DynamoDB Local, reached by the client the functions use. */
export interface DynamoDbLocal extends TestTables {
  /** The key its tables are found by: another process must have it in `AWS_ACCESS_KEY_ID`. */
  readonly accessKeyId: string;
}

const cache = join(import.meta.dirname, "..", "..", "..", ".cache");

const schemaOf = (partitionKey: string, sortKey: string) => [
  { AttributeName: partitionKey, KeyType: "HASH" as const },
  { AttributeName: sortKey, KeyType: "RANGE" as const },
];

/** Names the variable with the address of the server that the files of a run share. */
export const sharedEndpoint = "CAUDAL_TEST_DYNAMODB";

/** A DynamoDB Local, with its log in a folder that goes with it. */
export async function startedDynamoDb(serving: Serving = {}): Promise<DynamoDb> {
  const say = () => {};
  const folder = await mkdtemp(join(tmpdir(), "caudal-dynamodb-"));
  const server = await startDynamoDb(folder, await findJava(javaPlaces(cache, say)), say, serving);
  return {
    endpoint: server.endpoint,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Tables nobody else sees: on the run's server, or where there is none, on one of its own. */
export async function dynamoDbLocal(): Promise<DynamoDbLocal> {
  const shared = process.env[sharedEndpoint];
  const server = shared === undefined ? await startedDynamoDb() : { endpoint: shared, stop: async () => {} };
  // A key nobody else has, and so a database: one that held every test's tables would take ever longer to make another.
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
    table: async (plan) => {
      made += 1;
      const name = `${plan}-${made}`;
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
              Projection: { ProjectionType: index.projection },
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
