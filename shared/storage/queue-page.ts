import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import type { Queue } from "../domain/work/work-list.ts";
import { type DeskQueue, queueKeyOf } from "./case/claim-keys.ts";
import type { Table } from "./dynamodb.ts";

/**
 * Returns at most `limit` stored items of one list of an office in ascending `queueOrder`; empty if there are none.
 * With `after`, a `queueOrder`, returns only items that come after it. Reads no more than these items.
 * @param attributes of each item, those that are returned; all if they are not given
 */
export async function queuePage(
  { client, name }: Table,
  office: string,
  queue: Queue | DeskQueue,
  limit: number,
  after?: string,
  attributes?: readonly string[],
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
      ...(attributes && {
        ProjectionExpression: attributes.map((name) => `#${name}`).join(),
        ExpressionAttributeNames: Object.fromEntries(attributes.map((name) => [`#${name}`, name])),
      }),
    }),
  );
  return Items;
}
