import { randomInt } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from "@aws-sdk/lib-dynamodb";
import { isThrottlingError, isTransientError } from "@smithy/core/retry";
import { SignatureV4 } from "@smithy/signature-v4";
import * as z from "zod";
import { defaultProvider, storageEnvironment } from "./environment-credentials.ts";
import { Sha256 } from "./sha256.ts";

/** A table by its name, and the client that reads and writes it. */
export type Table = { readonly client: DynamoDBDocumentClient; readonly name: string };

/**
 * Opens the client of the tables, which leaves out undefined properties when it writes. Open only one in a function,
 * while the function starts: Lambda gives a starting function a faster processor.
 */
export function openDynamoDb(): DynamoDBDocumentClient {
  const credentials = defaultProvider();
  const { region } = storageEnvironment();
  // Without one, the client makes a signer for each request.
  const signer = new SignatureV4({ service: "dynamodb", region, credentials, sha256: Sha256 });
  return DynamoDBDocumentClient.from(new DynamoDBClient({ credentials, signer }), {
    marshallOptions: { removeUndefinedValues: true },
  });
}

/** The most keys that a table reads in one batch. */
const atOnce = 100;

/**
 * Returns the items that exist under some keys in no order, read consistently unless `how` is `recent`; empty without
 * keys. DynamoDB may leave some keys of a batch unread: they are asked for again, with pauses and without limit. No key
 * may be given twice: DynamoDB refuses such a batch.
 */
export async function itemsOf(
  { client, name }: Table,
  keys: readonly Readonly<Record<string, string>>[],
  how?: "recent",
): Promise<readonly Record<string, unknown>[]> {
  const ConsistentRead = how === undefined;
  const found: Record<string, unknown>[] = [];
  let unread: Record<string, unknown>[] = keys.map((key) => ({ ...key }));
  for (let attempt = 1; unread.length > 0; attempt += 1) {
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetCommand({ RequestItems: { [name]: { Keys: unread.slice(0, atOnce), ConsistentRead } } }),
    );
    found.push(...(Responses?.[name] ?? []));
    const left = UnprocessedKeys?.[name]?.Keys ?? [];
    unread = [...left, ...unread.slice(atOnce)];
    if (left.length > 0) await pauseBefore(Math.min(attempt, triesAtOnce));
  }
  return found;
}

/** Returns every item that a query finds, in its order, however many pages they take. */
export async function queried(
  { client, name }: Table,
  query: Omit<QueryCommandInput, "TableName">,
): Promise<readonly Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({ TableName: name, ...query, ...(from && { ExclusiveStartKey: from }) }),
    );
    found.push(...Items);
    from = LastEvaluatedKey;
  } while (from);
  return found;
}

/**
 * Returns every item of a partition in the order of its sort keys; with `between`, those whose sort key is the first of
 * the two, the second, or between them.
 */
export function itemsFrom(
  table: Table,
  pk: string,
  isConsistent: boolean,
  between?: readonly [string, string],
): Promise<readonly Record<string, unknown>[]> {
  return queried(table, {
    KeyConditionExpression: between ? "pk = :pk AND sk BETWEEN :first AND :last" : "pk = :pk",
    ExpressionAttributeValues: { ":pk": pk, ...(between && { ":first": between[0], ":last": between[1] }) },
    ConsistentRead: isConsistent,
  });
}

/**
 * Returns whether a failure says that the condition of a single write did not hold. False for the failure of a
 * transaction.
 */
export function isConditionRefused(failure: unknown): boolean {
  return failure instanceof Error && failure.name === "ConditionalCheckFailedException";
}

const cancellation = z.object({
  name: z.literal("TransactionCanceledException"),
  CancellationReasons: z.array(z.object({ Code: z.string().optional() })),
});

/**
 * Returns DynamoDB's code for each write of a cancelled transaction, in the order of the writes:
 * `ConditionalCheckFailed`, `TransactionConflict` or another, and `None` for a write that was not refused. Returns an
 * empty list if `failure` is anything else.
 */
export function cancellationReasons(failure: unknown): readonly (string | undefined)[] {
  const read = cancellation.safeParse(failure);
  return read.success ? read.data.CancellationReasons.map(({ Code }) => Code) : [];
}

const throttledInTransaction = ["ThrottlingError", "ProvisionedThroughputExceeded"];

const isSdkError = (failure: unknown): failure is Parameters<typeof isTransientError>[0] => failure instanceof Error;

/**
 * Returns whether a table refused a request, or a write of a transaction, only because it had too many at that time.
 */
export function isThrottled(failure: unknown): boolean {
  if (isSdkError(failure) && isThrottlingError(failure)) return true;
  return cancellationReasons(failure).some((reason = "") => throttledInTransaction.includes(reason));
}

/**
 * Returns whether a store could not answer for now: it was asked too much, failed on its own side, did not answer in
 * time or was not reached. What was asked of it was done or was not; a write's key says which.
 */
export function isPassing(failure: unknown): boolean {
  return isThrottled(failure) || (isSdkError(failure) && isTransientError(failure));
}

/** A write that a store prepares for a transaction with others: all are made or none. */
export type Write = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

/** Returns the write that stores a new item. The write is refused if an item with this key exists. */
export function newItem({ name }: Table, Item: Record<string, unknown>): Write {
  return { Put: { TableName: name, Item, ConditionExpression: "attribute_not_exists(pk)" } };
}

/** Makes writes of one or more stores of a client all or none, as `transact` does. */
export type Transact = (writes: readonly Write[]) => Promise<Transacted>;

export function transactIn(client: DynamoDBDocumentClient): Transact {
  return (writes) => transact(client, writes);
}

/**
 * The result of a transaction. `refused` has the positions of the writes whose condition did not hold; none if it
 * failed on conflicts alone.
 */
export type Transacted = { readonly done: true } | { readonly done: false; readonly refused: readonly number[] };

const triesAtOnce = 6;

/** The longest pause: all tries together end well within the time of a function of the API. */
const longestPauseMs = 250;

/** Waits a random time: at least 5 ms, and less than 12 × 2^`attempt` ms or 250 ms, whichever is shorter. */
export function pauseBefore(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, randomInt(5, Math.min(12 * 2 ** attempt, longestPauseMs))));
}

/**
 * Makes all writes or none. Returns `done: false` with the positions of the writes whose condition did not hold. If the
 * writes conflict with another transaction, tries again, six times in all, then returns `done: false` with an empty
 * `refused`. Throws on any other failure; the writes may then have been made.
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
      // Nothing was written: the caller may decide again, or refuse as busy.
      if (attempt === triesAtOnce) return { done: false, refused: [] };
      await pauseBefore(attempt);
    }
  }
}

/**
 * Makes all writes or none. Returns `false`, with nothing written, if the condition of a write did not hold, as when
 * the same writes were made before. Throws, with nothing written, if six tries conflicted with other transactions.
 * Throws on any other failure; the writes may then have been made.
 */
export async function transactOnce(client: DynamoDBDocumentClient, writes: readonly Write[]): Promise<boolean> {
  const result = await transact(client, writes);
  if (!result.done && result.refused.length === 0) throw new Error("the items are busy: nothing was written");
  return result.done;
}
