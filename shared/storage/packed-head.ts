import { riskAttributes, tables } from "./tables.ts";

/** An item as the store has it. */
export type StoredItem = Readonly<Record<string, unknown>>;

const keys = Object.values(tables.claims.indexes).flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey]);
/** What stands apart on a head: keys, its code, which other items name, and what a write is conditioned on. */
const standing = new Set<string>(["pk", "sk", ...keys, "code", "version", "chainHead", "hold", "refreshedAt"]);
/** What a list shows besides, in this order. */
const listed = riskAttributes.filter((name) => !standing.has(name));

/**
 * Returns a head of the next release with its attributes apart: there `steps` is a text of what a list shows, a value
 * or null for each of `listed`, and `rest` one of what no list does. Returns any other item as it is.
 */
export function unpackedHead(item: StoredItem): StoredItem {
  const { steps, rest, ...apart } = item;
  if (typeof steps !== "string") return item;
  const head: Record<string, unknown> = { ...apart, ...(typeof rest === "string" && JSON.parse(rest)) };
  const values = JSON.parse(steps) as readonly unknown[];
  for (const [at, name] of listed.entries()) if (values[at] != null) head[name] = values[at];
  return head;
}
