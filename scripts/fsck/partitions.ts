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

/** Partitions that are handled at the same time: as many as the SDK's client keeps connections for. */
const partitionsAtOnce = 48;

/**
 * Calls `handle` with each partition of a table, with some of them at the same time, in no order. It holds one page and
 * those partitions in memory.
 */
export async function eachPartition(table: Table, handle: (items: readonly Item[]) => Promise<void>): Promise<void> {
  let read: (readonly Item[])[] = [];
  for await (const items of partitionsOf(table)) {
    read.push(items);
    if (read.length < partitionsAtOnce) continue;
    await Promise.all(read.map(handle));
    read = [];
  }
  await Promise.all(read.map(handle));
}
