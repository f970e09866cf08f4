import { credentials, region } from "../../../local/cloud.ts";
import { memoryDynamoDb } from "../../doubles/memory-dynamodb.ts";
import { isWhole } from "../../whole.ts";
import { servedTables, type TestTables } from "./served-tables.ts";

export type { TestTables };

/**
 * Tables for what is tested above the stores: in memory, which `memory-dynamodb.test.ts` holds to answer as a server does
 * and which costs a tenth of it; on the server of `npm start` in a whole run.
 */
export async function testTables(): Promise<TestTables> {
  if (isWhole) return servedTables();
  Object.assign(process.env, {
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  });
  const { client } = memoryDynamoDb(async (call) => call());
  let made = 0;
  return {
    table: async (plan) => {
      made += 1;
      return { client, name: `${plan}-${made}` };
    },
    stop: async () => {},
  };
}
