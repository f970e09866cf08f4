import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";

export type Table = { readonly client: DynamoDBDocumentClient; readonly name: string };

/** The one client of a function: made at its start, where the processor is not throttled. */
export function openDynamoDb(): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(new DynamoDBClient({}), { marshallOptions: { removeUndefinedValues: true } });
}

/** Tells whether a write was refused by its own condition: an expected answer, not a failure. */
export function isConditionRefused(failure: unknown): boolean {
  return failure instanceof Error && failure.name === "ConditionalCheckFailedException";
}

const cancellation = z.object({
  name: z.literal("TransactionCanceledException"),
  CancellationReasons: z.array(z.object({ Code: z.string().optional() })),
});

/** Why each write of a transaction was refused, in their order (`"None"` for one that was not); empty for any other failure. */
export function cancellationReasons(failure: unknown): readonly (string | undefined)[] {
  const read = cancellation.safeParse(failure);
  return read.success ? read.data.CancellationReasons.map(({ Code }) => Code) : [];
}
