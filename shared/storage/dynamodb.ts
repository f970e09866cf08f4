import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

export type Table = { readonly client: DynamoDBDocumentClient; readonly name: string };

/** The one client of a function: made at its start, where the processor is not throttled. */
export function openDynamoDb(): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(new DynamoDBClient({}), { marshallOptions: { removeUndefinedValues: true } });
}

/** Tells whether a write was refused by its own condition: an expected answer, not a failure. */
export function isConditionRefused(failure: unknown): boolean {
  return failure instanceof Error && failure.name === "ConditionalCheckFailedException";
}
