import { type AttemptCounter, openAttemptCounter } from "../../shared/storage/attempt-counter.ts";
import { memoryDynamoDb } from "./memory-dynamodb.ts";

/** The counter on a table in memory. */
export function memoryAttemptCounter(): AttemptCounter {
  return openAttemptCounter({ client: memoryDynamoDb(async (call) => call()).client, name: "billing" });
}
