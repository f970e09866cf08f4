import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import type { Queue } from "../domain/work-list.ts";
import { type DeskQueue, queueKeyOf } from "./claim-keys.ts";
import type { Table } from "./dynamodb.ts";

/**
 * A page of a list of an office, the first place first, at most `limit` items, those past the place `after` where one is
 * given; what it reads is the page, however long the list.
 */
export async function queuePage(
  { client, name }: Table,
  office: string,
  queue: Queue | DeskQueue,
  limit: number,
  after?: string,
): Promise<readonly Record<string, unknown>[]> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: name,
      IndexName: "byQueue",
      KeyConditionExpression: after === undefined ? "queueKey = :queue" : "queueKey = :queue AND queueOrder > :after",
      ExpressionAttributeValues: {
        ":queue": queueKeyOf(office, queue),
        ...(after !== undefined && { ":after": after }),
      },
      Limit: limit,
    }),
  );
  return Items;
}
