import { GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { countKey } from "../counter/attentions.ts";
import type { Table } from "../dynamodb.ts";
import { markOf } from "./office-totals.ts";

/** The look-ups that one record of a stream's shard adds, by day. Sequence numbers grow within their shard. */
export interface LookUpRecord {
  readonly sequence: string;
  readonly lookUps: Readonly<Record<string, number>>;
}

/** Counts the receipts that people looked up by themselves, from the stream of the trails. */
export interface LookUpCounts {
  /**
   * Adds what records of one shard count, each once: a record at or before the last one that a day has counted of its
   * shard adds nothing to that day. Throws if the same shard is counted elsewhere at that moment.
   */
  add(office: string, shard: string, records: readonly LookUpRecord[]): Promise<void>;
}

const kind = { channel: "web", what: "receipt-look-up" } as const;
const stored = z.object({ counted: z.string() }).optional();

/** Opens the counts of look-ups: an item for each day and shard, beside the other counts of contacts. */
export function openLookUpCounts({ client, name }: Table): LookUpCounts {
  const addTo = async (day: string, office: string, shard: string, records: readonly LookUpRecord[]) => {
    const Key = countKey(office, kind, day, markOf(shard));
    const { Item } = await client.send(new GetCommand({ TableName: name, Key, ConsistentRead: true }));
    const before = stored.parse(Item)?.counted;
    const fresh = records.filter(({ sequence }) => before === undefined || BigInt(sequence) > BigInt(before));
    const last = fresh.at(-1);
    if (!last) return;
    await client.send(
      new UpdateCommand({
        TableName: name,
        Key,
        UpdateExpression: "SET #day = :day, channel = :channel, what = :what, counted = :last ADD contacts :more",
        ConditionExpression: before === undefined ? "attribute_not_exists(pk)" : "counted = :before",
        ExpressionAttributeNames: { "#day": "day" },
        ExpressionAttributeValues: {
          ":day": day,
          ":channel": kind.channel,
          ":what": kind.what,
          ":last": last.sequence,
          ":more": fresh.reduce((sum, { lookUps }) => sum + (lookUps[day] ?? 0), 0),
          ...(before !== undefined && { ":before": before }),
        },
      }),
    );
  };
  return {
    add: async (office, shard, records) => {
      const days = new Set(records.flatMap(({ lookUps }) => Object.keys(lookUps)));
      for (const day of days)
        await addTo(
          day,
          office,
          shard,
          records.filter(({ lookUps }) => lookUps[day] !== undefined),
        );
    },
  };
}
