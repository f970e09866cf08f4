import { PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { limaDay } from "../../domain/term/calendar-day.ts";
import { endOfLog } from "../counter/openings.ts";
import type { Table } from "../dynamodb.ts";

/** What a log has of one request. */
interface Logged {
  readonly at: string;
  readonly requestId: string;
}

/** A log of an office, by month, whose lines are kept as long as openings. */
export interface MonthLog<Line extends Logged> {
  note(office: string, line: Line): Promise<void>;
  /**
   * Returns at most `limit` lines of a month (`YYYY-MM`), newest first. With `before`, the position `{at}#{requestId}`
   * of the last one seen, only those older than it.
   */
  list(office: string, month: string, limit: number, before?: string): Promise<readonly Line[]>;
}

/**
 * @param kind begins the partition keys of the log
 * @param lineOf reads a stored line
 */
export function openMonthLog<Line extends Logged>(
  { client, name }: Table,
  kind: string,
  lineOf: (item: unknown) => Line,
): MonthLog<Line> {
  const monthOf = (office: string, month: string): string => `${kind}#${office}#${month}`;
  return {
    note: async (office, line) => {
      const pk = monthOf(office, limaDay(line.at).slice(0, 7));
      const Item = { pk, sk: `${line.at}#${line.requestId}`, ...line, expiresAt: endOfLog(line.at) };
      await client.send(new PutCommand({ TableName: name, Item }));
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
      return Items.map(lineOf);
    },
  };
}
