import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import type { ShardRecord } from "../../../functions/runtime/shard-stream.ts";
import type { Table } from "../../../shared/storage/dynamodb.ts";

/**
 * Returns a function that answers how the heads of claims changed since it was last called, as the stream brings it.
 */
export function headMoves({ client, name }: Table): () => Promise<readonly ShardRecord[]> {
  const known = new Map<string, string>();
  let sequence = 1_000_000;
  return async () => {
    const { Items = [] } = await client.send(new ScanCommand({ TableName: name }));
    return Items.filter(({ sk }) => sk === "HEAD").flatMap((item) => {
      const before = known.get(item["pk"]);
      const now = JSON.stringify(marshall(item, { removeUndefinedValues: true }));
      if (before === now) return [];
      known.set(item["pk"], now);
      sequence += 1;
      const image: unknown = JSON.parse(now);
      return [{ sequence: String(sequence), image, before: before === undefined ? undefined : JSON.parse(before) }];
    });
  };
}
