import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { requestKeyOf } from "./claim-keys.ts";
import { newItem, type Table, type Write } from "./dynamodb.ts";

/** What tells a repeated write from another. */
export interface WriteMark {
  readonly key: string;
  readonly contentHash: string;
}

/** How long a write that is sent again is known by its key. */
const keptDays = 90;

/** The write that keeps what a key made, beside what it makes: it refuses when the key was taken. */
export function requestWrite(
  table: Table,
  { key, contentHash }: WriteMark,
  at: string,
  made: Readonly<Record<string, unknown>>,
): Write {
  const expiresAt = Math.floor(Date.parse(at) / 1000) + keptDays * 86_400;
  return newItem(table, { ...requestKeyOf(key), ...made, contentHash, expiresAt });
}

/** What a key made, as it was kept. A key that made something else says so by its content. */
export async function findByIdempotencyKey(
  { client, name }: Table,
  key: string,
): Promise<Record<string, unknown> | undefined> {
  const { Item } = await client.send(
    new GetCommand({ TableName: name, Key: { ...requestKeyOf(key) }, ConsistentRead: true }),
  );
  return Item;
}
