import { paginateScan } from "@aws-sdk/lib-dynamodb";
import type { Table } from "../../shared/storage/dynamodb.ts";

export type Item = Readonly<Record<string, unknown>>;

/**
 * Yields the items of a table, one whole partition at a time, each in the order of `sk`. It holds one page and one
 * partition in memory, because a scan returns the items of a partition together.
 */
export async function* partitionsOf({ client, name }: Table): AsyncGenerator<readonly Item[]> {
  let partition: Item[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName: name, ConsistentRead: true }))
    for (const item of Items) {
      if (partition.length > 0 && partition[0]?.["pk"] !== item["pk"]) {
        yield partition;
        partition = [];
      }
      partition.push(item);
    }
  if (partition.length > 0) yield partition;
}
