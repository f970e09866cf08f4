import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { type CalendarDay, limaDay } from "../domain/calendar-day.ts";
import { changedChainKeyOf } from "./claim-keys.ts";
import type { DayChain } from "./day-digests.ts";
import type { Table, Write } from "./dynamodb.ts";

const stored = z.object({ claimCode: z.string(), version: z.number(), chainHead: z.string() });

/** The chains that were changed on each day. */
export interface ChangedChains {
  /** Returns the chains changed on a day, as of their last entry of that day, in the order of the claims' codes. */
  ofDay(day: CalendarDay): Promise<readonly DayChain[]>;
  /** Whether any chain was changed on a day. */
  any(day: CalendarDay): Promise<boolean>;
}

export function openChangedChains({ client, name }: Table): ChangedChains {
  const page = (day: CalendarDay, more: { readonly Limit?: number; readonly ExclusiveStartKey?: Readonly<Key> } = {}) =>
    client.send(
      new QueryCommand({
        TableName: name,
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": changedChainKeyOf(day, "").pk },
        ConsistentRead: true,
        ...more,
      }),
    );
  return {
    ofDay: async (day) => {
      const found: DayChain[] = [];
      let from: Key | undefined;
      do {
        const { Items = [], LastEvaluatedKey } = await page(day, from && { ExclusiveStartKey: from });
        found.push(...Items.map((item) => stored.parse(item)));
        from = LastEvaluatedKey;
      } while (from);
      return found;
    },
    any: async (day) => ((await page(day, { Limit: 1 })).Items ?? []).length > 0,
  };
}

type Key = Record<string, unknown>;

/**
 * Returns the write that records a claim's chain among those changed on the day in Lima of `recordedAt`. A later write
 * for the same claim and day replaces it.
 * @param name the table's
 */
export function chainWrite(name: string, chain: DayChain, recordedAt: string): Write {
  return { Put: { TableName: name, Item: { ...changedChainKeyOf(limaDay(recordedAt), chain.claimCode), ...chain } } };
}
