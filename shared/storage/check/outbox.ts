import { GetCommand, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { caseNoteTypes } from "../../domain/case/case-notes.ts";
import { claimEventTypes } from "../../domain/case/claim-events.ts";
import { type ClaimsKey, outboxShards } from "../case/claim-keys.ts";
import { isConditionRefused, type Table } from "../dynamodb.ts";
import { traceMark } from "./trace.ts";

const place = { pk: z.string(), sk: z.string(), undeliveredAt: z.string(), trace: z.string().optional() };
const stored = z.union([
  z.object({
    ...place,
    claimId: z.string(),
    seq: z.number(),
    type: z.enum([...claimEventTypes, ...caseNoteTypes]),
  }),
  z.object({ ...place, submissionId: z.string() }),
  z.object({ ...place, problemId: z.string() }),
  z.object({ ...place, sub: z.string(), linkId: z.string() }),
  z.object({ ...place, supplyCode: z.string(), contactId: z.string() }),
]);

/**
 * What waits in the outbox to be published: an entry of a case, a submission, a request for attention, a link to a
 * supply that was ended, or a contact in which a link is sent.
 */
export type Undelivered = z.output<typeof stored>;

/**
 * Returns the attributes that put an item in shard `0` of the outbox since `at`, with the current trace if there is
 * one. Used for a submission, a request for attention, an ended link and a contact with a link. Entries of a case are
 * not put there by this function.
 */
export const undeliveredSince = (at: string) => ({ undeliveredShard: "0", undeliveredAt: at, ...traceMark() });

/** The key of something in the outbox, and since when it waits. */
export interface Waiting {
  readonly key: ClaimsKey;
  readonly since: string;
}

/** What is written and not yet published to the queues. Nothing leaves it before it is published. */
export interface Outbox {
  /**
   * Takes something out of the outbox after it was published. Changes nothing if it is out already, or if something
   * newer waits under its key.
   */
  settle(published: ClaimsKey & { readonly undeliveredAt: string }): Promise<void>;
}

/** The part of the outbox that the relay has not published in time. */
export interface Backlog {
  /**
   * Returns what has waited for more than `seconds` at `now`, shard after shard: the oldest of each of the four shards,
   * at most `perShard`. Empty if nothing has waited so long.
   */
  waiting(now: string, seconds: number, perShard: number): Promise<readonly Waiting[]>;
  /**
   * Returns what still waits under a key; `undefined` once it is published. Throws for a type that this version of the
   * code does not know.
   */
  find(key: ClaimsKey): Promise<Undelivered | undefined>;
}

function undelivered(item: Readonly<Record<string, unknown>>): Undelivered | undefined {
  return item["undeliveredShard"] === undefined ? undefined : stored.parse(item);
}

const attribute = z.union([
  z.object({ S: z.string() }).transform(({ S }) => S),
  z.object({ N: z.string() }).transform(({ N }) => Number(N)),
  z.unknown(),
]);
const streamed = z.record(z.string(), attribute);

/**
 * Returns what an item of the table's stream has to publish. Returns `undefined` if the item was deleted (`image` is
 * undefined) or is not in the outbox. Throws if the item is in the outbox and of no known kind.
 * @param image the item after the change, in DynamoDB's JSON
 */
export function undeliveredIn(image: unknown): Undelivered | undefined {
  return image === undefined ? undefined : undelivered(streamed.parse(image));
}

const listed = z
  .object({ pk: z.string(), sk: z.string(), undeliveredAt: z.string() })
  .transform(({ pk, sk, undeliveredAt }): Waiting => ({ key: { pk, sk }, since: undeliveredAt }));

export function openOutbox({ client, name }: Table): Outbox {
  return {
    settle: async ({ pk, sk, undeliveredAt }) => {
      try {
        await client.send(
          new UpdateCommand({
            TableName: name,
            Key: { pk, sk },
            UpdateExpression: "REMOVE undeliveredShard, undeliveredAt",
            ConditionExpression: "undeliveredAt = :undelivered",
            ExpressionAttributeValues: { ":undelivered": undeliveredAt },
          }),
        );
      } catch (failure) {
        if (!isConditionRefused(failure)) throw failure;
      }
    },
  };
}

export function openBacklog({ client, name }: Table): Backlog {
  const ofShard = async (shard: number, before: string, limit: number): Promise<readonly Waiting[]> => {
    const found: Waiting[] = [];
    let from: Record<string, unknown> | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: name,
          IndexName: "byUndelivered",
          KeyConditionExpression: "undeliveredShard = :shard AND undeliveredAt < :before",
          ExpressionAttributeValues: { ":shard": String(shard), ":before": before },
          Limit: limit - found.length,
          ...(from && { ExclusiveStartKey: from }),
        }),
      );
      found.push(...Items.map((item) => listed.parse(item)));
      from = LastEvaluatedKey;
    } while (from && found.length < limit);
    return found;
  };
  return {
    waiting: async (now, seconds, perShard) => {
      const before = new Date(Date.parse(now) - seconds * 1000).toISOString();
      const shards = Array.from({ length: outboxShards }, (_, shard) => ofShard(shard, before, perShard));
      return (await Promise.all(shards)).flat();
    },
    find: async ({ pk, sk }) => {
      const { Item } = await client.send(new GetCommand({ TableName: name, Key: { pk, sk }, ConsistentRead: true }));
      return Item && undelivered(Item);
    },
  };
}
