import { credentials, region } from "../../../local/cloud.ts";
import { type IndexPlan, tables } from "../../../shared/storage/tables.ts";
import { memoryDynamoDb } from "../../doubles/memory-dynamodb.ts";
import { isWhole } from "../../whole.ts";
import { typeOf } from "./listed-items.ts";
import { servedTables, type TestTables } from "./served-tables.ts";

export type { TestTables };

/**
 * Refuses an item of a kind that `shared/storage/item-types.ts` does not list, from which the data model is written.
 */
function expectListed(name: string, item: Record<string, unknown>): void {
  const table = name.startsWith("claims-") ? "claims" : "billing";
  const type = typeOf(table, item);
  if (!type) throw new Error(`item-types.ts does not list ${item["pk"]} ${item["sk"]} of ${table}`);
  for (const [index, { partitionKey, sortKey }] of Object.entries<IndexPlan>(tables[table].indexes))
    if (partitionKey in item && sortKey in item && !type.indexes?.some((name) => name === index))
      throw new Error(`item-types.ts does not list ${type.pk} ${type.sk} in ${index}`);
  if ("expiresAt" in item && !type.expires)
    throw new Error(`item-types.ts does not say that ${type.pk} ${type.sk} expires`);
}

/**
 * Tables for what is tested above the stores: in memory, which `memory-dynamodb.test.ts` holds to answer as a server
 * does and which costs a tenth of it; on the server of `npm start` in a whole run.
 */
export async function testTables(): Promise<TestTables> {
  if (isWhole) return servedTables();
  Object.assign(process.env, {
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  });
  const { client } = memoryDynamoDb(async (call) => call(), expectListed);
  let made = 0;
  return {
    table: async (plan) => {
      made += 1;
      return { client, name: `${plan}-${made}` };
    },
    stop: async () => {},
  };
}
