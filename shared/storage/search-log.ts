import { PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { limaDay } from "../domain/calendar-day.ts";
import { type Search, searchReasons, searchWays } from "../domain/search-terms.ts";
import type { Table } from "./dynamodb.ts";
import { endOfLog } from "./openings.ts";

/** The searches that staff made and the supplies they looked at, by month. */
export interface SearchLog {
  note(office: string, search: Search): Promise<void>;
  /**
   * Returns at most `limit` searches of a month (`YYYY-MM`), newest first. With `before`, the position
   * `{at}#{requestId}` of the last one seen, only those older than it.
   */
  list(office: string, month: string, limit: number, before?: string): Promise<readonly Search[]>;
}

const stored = z.object({
  at: z.string(),
  requestId: z.string(),
  by: z.string(),
  how: z.enum(searchWays),
  reason: z.enum(searchReasons).optional(),
  shown: z.array(z.string()),
});

export function openSearchLog({ client, name }: Table): SearchLog {
  const monthOf = (office: string, month: string): string => `SEARCHES#${office}#${month}`;
  return {
    note: async (office, search) => {
      const pk = monthOf(office, limaDay(search.at).slice(0, 7));
      await client.send(
        new PutCommand({
          TableName: name,
          Item: { pk, sk: `${search.at}#${search.requestId}`, ...search, expiresAt: endOfLog(search.at) },
        }),
      );
    },
    list: async (office, month, limit, before) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: name,
          KeyConditionExpression: before === undefined ? "pk = :pk" : "pk = :pk AND sk < :before",
          ExpressionAttributeValues: {
            ":pk": monthOf(office, month),
            ...(before !== undefined && { ":before": before }),
          },
          ScanIndexForward: false,
          Limit: limit,
        }),
      );
      return Items.map((item) => stored.parse(item));
    },
  };
}
