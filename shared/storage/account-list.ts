import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Table } from "./dynamodb.ts";

const listed = z.object({ sk: z.string() });

/**
 * Returns a page of the ids of what an account has of a kind, newest first, at most `limit`; with `before`, only those
 * made before that id. Each is in the account's partition as `KIND#id`.
 */
export async function accountPage(
  { client, name }: Table,
  sub: string,
  kind: "CLAIM" | "SUBMISSION" | "PROBLEM",
  limit: number,
  before?: string,
): Promise<readonly string[]> {
  const first = `${kind}#`;
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: name,
      KeyConditionExpression: "pk = :pk AND sk BETWEEN :first AND :last",
      ExpressionAttributeValues: {
        ":pk": `ACCOUNT#${sub}`,
        ":first": first,
        // Without a position: past every id, which is made of letters and digits.
        ":last": `${first}${before ?? "~"}`,
      },
      ScanIndexForward: false,
      Limit: before === undefined ? limit : limit + 1,
    }),
  );
  const ids = Items.map((item) => listed.parse(item).sk.slice(first.length));
  return ids.filter((id) => id !== before).slice(0, limit);
}
