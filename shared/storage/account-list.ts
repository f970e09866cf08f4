import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Table } from "./dynamodb.ts";

const listed = z.object({ sk: z.string() });

/**
 * Returns at most `limit` ids of an account's claims, submissions or requests for attention (`kind`), newest first.
 * With `before`, an id, returns only ids older than `before`. Ids sort by the time at which they were made.
 * @param sub the account's id
 */
export function accountPage(
  table: Table,
  sub: string,
  kind: "CLAIM" | "SUBMISSION" | "PROBLEM",
  limit: number,
  before?: string,
): Promise<readonly string[]> {
  return listPage(table, `ACCOUNT#${sub}`, kind, limit, before);
}

/**
 * Returns the ids in the sort keys `KIND#id` of one partition, highest id first: at most `limit`. With `before`, an id,
 * returns only ids that sort below `before`. Empty if there are none.
 * @param pk the partition key
 */
export async function listPage(
  table: Table,
  pk: string,
  kind: string,
  limit: number,
  before?: string,
): Promise<readonly string[]> {
  return (await listedItems(table, pk, kind, limit, before)).map(({ id }) => id);
}

/** Returns what `listPage` does, each id with the item that it is of. */
export async function listedItems(
  { client, name }: Table,
  pk: string,
  kind: string,
  limit: number,
  before?: string,
): Promise<readonly { readonly id: string; readonly item: Record<string, unknown> }[]> {
  const first = `${kind}#`;
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: name,
      KeyConditionExpression: "pk = :pk AND sk BETWEEN :first AND :last",
      ExpressionAttributeValues: {
        ":pk": pk,
        ":first": first,
        // Without a position: past every id, which is made of letters and digits.
        ":last": `${first}${before ?? "~"}`,
      },
      ScanIndexForward: false,
      Limit: before === undefined ? limit : limit + 1,
    }),
  );
  const found = Items.map((item) => ({ id: listed.parse(item).sk.slice(first.length), item }));
  return found.filter(({ id }) => id !== before).slice(0, limit);
}
