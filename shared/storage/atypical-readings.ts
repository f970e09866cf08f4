import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { type AtypicalReading, type ReadingEntry, readingIdOf } from "../domain/atypical-reading.ts";
import { limaDay } from "../domain/calendar-day.ts";
import { queueKeyOf } from "./claim-keys.ts";
import { isConditionRefused, type Table, transact } from "./dynamodb.ts";
import type { WriteMark } from "./idempotency-records.ts";
import { queuePage } from "./queue-page.ts";

/** A reading as stored, with the write marks of the entries that people made; `place` is its position on the list. */
export interface StoredReading extends AtypicalReading {
  readonly marks: readonly WriteMark[];
}

export interface WaitingReading extends StoredReading {
  readonly place: string;
}

/** Atypical readings before their receipts are issued. */
export interface AtypicalReadings {
  /** Adds a reading. Returns false, with nothing written, if the month of the supply has one. */
  open(reading: AtypicalReading): Promise<boolean>;
  find(readingId: string): Promise<StoredReading | undefined>;
  ofMonth(supplyCode: string, period: string): Promise<StoredReading | undefined>;
  /**
   * Returns at most `limit` open readings, by the day they are listed by. With `after`, the place of the last one seen,
   * only those after it.
   */
  waiting(office: string, limit: number, after?: string): Promise<readonly WaitingReading[]>;
  /**
   * Adds an entry; from now on the reading is listed by the day `by`, or without one as over, by the day of the entry.
   * Returns false, with nothing written, if another entry was written since it was read, or transactions kept conflicting.
   */
  append(reading: StoredReading, entry: ReadingEntry, by: string | undefined, write?: WriteMark): Promise<boolean>;
}

const stored = z.looseObject({
  readingId: z.string(),
  supplyCode: z.string(),
  entries: z.array(z.looseObject({ type: z.string(), at: z.string() })),
  marks: z.array(z.object({ key: z.string(), contentHash: z.string() })),
});
const placed = z.object({ queueOrder: z.string() });

const readingOf = (item: unknown): StoredReading => stored.parse(item) as unknown as StoredReading;
const orderOf = (day: string, readingId: string) => `${day}#${readingId}`;
const keyOf = (readingId: string) => ({ pk: `READING#${readingId}`, sk: "READING" });

export function openAtypicalReadings(table: Table): AtypicalReadings {
  const { client, name } = table;
  const find: AtypicalReadings["find"] = async (readingId) => {
    const Key = keyOf(readingId);
    const { Item } = await client.send(new GetCommand({ TableName: name, Key, ConsistentRead: true }));
    return Item && readingOf(Item);
  };
  return {
    open: async (reading) => {
      const { readingId, office, issueOn } = reading;
      const list = { queueKey: queueKeyOf(office, "atypical-readings"), queueOrder: orderOf(issueOn, readingId) };
      try {
        await client.send(
          new PutCommand({
            TableName: name,
            Item: { ...keyOf(readingId), ...reading, marks: [], ...list },
            ConditionExpression: "attribute_not_exists(pk)",
          }),
        );
        return true;
      } catch (failure) {
        if (isConditionRefused(failure)) return false;
        throw failure;
      }
    },
    find,
    ofMonth: (supplyCode, period) => find(readingIdOf(supplyCode, period)),
    waiting: async (office, limit, after) => {
      const items = await queuePage(table, office, "atypical-readings", limit, after);
      return items.map((item) => ({ ...readingOf(item), place: placed.parse(item).queueOrder }));
    },
    append: async ({ readingId, office, entries }, entry, by, write) => {
      const { done } = await transact(client, [
        {
          Update: {
            TableName: name,
            Key: keyOf(readingId),
            UpdateExpression:
              "SET entries = list_append(entries, :entry), marks = list_append(marks, :marks), queueKey = :queueKey, queueOrder = :queueOrder",
            ConditionExpression: "size(entries) = :count",
            ExpressionAttributeValues: {
              ":entry": [entry],
              ":marks": write ? [{ key: write.key, contentHash: write.contentHash }] : [],
              ":count": entries.length,
              ":queueKey": queueKeyOf(office, by ? "atypical-readings" : "readings-over"),
              ":queueOrder": orderOf(by ?? limaDay(entry.at), readingId),
            },
          },
        },
      ]);
      return done;
    },
  };
}
