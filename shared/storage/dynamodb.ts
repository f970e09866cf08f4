import { randomInt } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod";

export type Table = { readonly client: DynamoDBDocumentClient; readonly name: string };

/** The one client of a function: made at its start, where the processor is not throttled. */
export function openDynamoDb(): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(new DynamoDBClient({}), { marshallOptions: { removeUndefinedValues: true } });
}

/** Items of one batch, as a table takes them. */
const atOnce = 100;

/** Items by their keys, in no order, those that are there: asked again while the table leaves some unread. */
export async function itemsOf(
  { client, name }: Table,
  keys: readonly Readonly<Record<string, string>>[],
): Promise<readonly Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  let unread: Record<string, unknown>[] = keys.map((key) => ({ ...key }));
  for (let attempt = 1; unread.length > 0; attempt += 1) {
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetCommand({ RequestItems: { [name]: { Keys: unread.slice(0, atOnce), ConsistentRead: true } } }),
    );
    found.push(...(Responses?.[name] ?? []));
    const left = UnprocessedKeys?.[name]?.Keys ?? [];
    unread = [...left, ...unread.slice(atOnce)];
    if (left.length > 0) await pauseBefore(Math.min(attempt, triesAtOnce));
  }
  return found;
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

/** A write that a store prepares and a transaction makes with others: all or none. */
export type Write = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

/** The write of an item that is not there yet: it refuses when it is. */
export function newItem({ name }: Table, Item: Record<string, unknown>): Write {
  return { Put: { TableName: name, Item, ConditionExpression: "attribute_not_exists(pk)" } };
}

/** Makes writes of one or more stores of a client all or none, as `transact` does. */
export type Transact = (writes: readonly Write[]) => Promise<Transacted>;

export function transactIn(client: DynamoDBDocumentClient): Transact {
  return (writes) => transact(client, writes);
}

/** What became of a transaction: the places of the writes whose condition did not hold, if any. */
export type Transacted = { readonly done: true } | { readonly done: false; readonly refused: readonly number[] };

const triesAtOnce = 6;

/** All tries together end well within the time of a function of the API. */
const longestPauseMs = 250;

/** Waits before doing again what another was doing at the same moment: longer each time, and never both the same. */
export function pauseBefore(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, randomInt(5, Math.min(12 * 2 ** attempt, longestPauseMs))));
}

/**
 * Makes writes all or none. A transaction that meets another on an item tries again; one whose conditions do not hold
 * says which. Throws on any other failure: whether it was made is not known then, and its conditions must tell.
 */
export async function transact(client: DynamoDBDocumentClient, writes: readonly Write[]): Promise<Transacted> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.send(new TransactWriteCommand({ TransactItems: [...writes] }));
      return { done: true };
    } catch (failure) {
      const reasons = cancellationReasons(failure);
      const refused = reasons.flatMap((reason, at) => (reason === "ConditionalCheckFailed" ? [at] : []));
      if (refused.length > 0) return { done: false, refused };
      if (!reasons.includes("TransactionConflict")) throw failure;
      // Nothing was made: who asked may decide again, or say that it is busy.
      if (attempt === triesAtOnce) return { done: false, refused: [] };
      await pauseBefore(attempt);
    }
  }
}
