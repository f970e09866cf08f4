import { sharedEndpoint, startedDynamoDb } from "./dynamodb-local.ts";

/** Starts the one DynamoDB Local that all tests of a run share: a start takes the processor for seconds. */
export async function setup(): Promise<() => Promise<void>> {
  const { endpoint, stop } = await startedDynamoDb({ manyTests: true });
  process.env[sharedEndpoint] = endpoint;
  return stop;
}
