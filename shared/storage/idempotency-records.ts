import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { keptDays } from "../domain/register/retention.ts";
import { requestKeyOf } from "./case/claim-keys.ts";
import { newItem, type Table, type Write } from "./dynamodb.ts";

/** What distinguishes a repeated write from another: its key, and a hash of its content. */
export interface WriteMark {
  readonly key: string;
  readonly contentHash: string;
}

/**
 * Returns the write that stores `made` and the content's hash under a write key, for 90 days from `at`. The write fails
 * if the key is stored already.
 */
export function requestWrite(
  table: Table,
  { key, contentHash }: WriteMark,
  at: string,
  made: Readonly<Record<string, unknown>>,
): Write {
  const expiresAt = Math.floor(Date.parse(at) / 1000) + keptDays["write-keys"] * 86_400;
  return newItem(table, { ...requestKeyOf(key), ...made, contentHash, expiresAt });
}

/**
 * Returns the stored item that `requestWrite` kept under a write key: what the write made, and its `contentHash`.
 * `undefined` if there is none.
 */
export async function findByIdempotencyKey(
  { client, name }: Table,
  key: string,
): Promise<Record<string, unknown> | undefined> {
  const { Item } = await client.send(
    new GetCommand({ TableName: name, Key: { ...requestKeyOf(key) }, ConsistentRead: true }),
  );
  return Item;
}
