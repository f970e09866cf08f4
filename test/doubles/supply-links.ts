import { openSupplyLinks, type SupplyLinks } from "../../shared/storage/supply/supply-links.ts";
import { memoryDynamoDb } from "./memory-dynamodb.ts";

/** The store of links on a table in memory. */
export function memorySupplyLinks(): SupplyLinks {
  return openSupplyLinks({ client: memoryDynamoDb(async (call) => call()).client, name: "claims" });
}
