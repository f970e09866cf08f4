import { isDeepStrictEqual } from "node:util";
import { type IndexPlan, type TablePlan, tables } from "../shared/storage/tables.ts";

/** An attribute as the protocol has it: `{S: "…"}`, `{N: "1"}`, `{M: {…}}`… */
type Value = Readonly<Record<string, unknown>>;
export type Item = Readonly<Record<string, Value>>;

const bytes = (text: string): number => Buffer.byteLength(text);

/**
 * Returns the billed size of a value in bytes: its UTF-8 for a text; about half its digits for a number; 1 for a
 * boolean or null. A list or map has 3, plus 1 for each entry, plus the entries' own sizes. Throws for any other type.
 */
function valueSize(value: Value): number {
  const [[type = "", content] = []] = Object.entries(value);
  if (type === "S") return bytes(String(content));
  if (type === "N") return Math.ceil(String(content).replace(/^-|\.|^0+/g, "").length / 2) + 1;
  if (type === "BOOL" || type === "NULL") return 1;
  if (type === "L") return 3 + (content as Value[]).reduce((sum, each) => sum + 1 + valueSize(each), 0);
  if (type === "M")
    return (
      3 + Object.entries(content as Item).reduce((sum, [name, each]) => sum + 1 + bytes(name) + valueSize(each), 0)
    );
  throw new Error(`no rule for the size of ${type}`);
}

/** Returns the billed size of an item in bytes, names included. */
export function itemSize(item: Item): number {
  return Object.entries(item).reduce((sum, [name, value]) => sum + bytes(name) + valueSize(value), 0);
}

const kilobytes = (size: number): number => Math.max(1, Math.ceil(size / 1024));

/** Returns the entry of an item in an index; undefined unless the item has both of the index's keys. */
function entryOf(item: Item | undefined, index: IndexPlan, plan: TablePlan): Item | undefined {
  if (!item?.[index.partitionKey] || !item[index.sortKey]) return undefined;
  if (index.projection === "ALL") return item;
  const keys = [plan.partitionKey, plan.sortKey, index.partitionKey, index.sortKey];
  const names = [...keys, ...(index.attributes ?? [])];
  return Object.fromEntries(Object.entries(item).filter(([name]) => names.includes(name)));
}

/** Write units in one partition of an index. */
export interface IndexWrite {
  readonly index: string;
  readonly key: string;
  readonly units: number;
}

/**
 * Returns what one changed item costs in its table's indexes. In each index: nothing if the item's entry is unchanged;
 * one write if the entry is new, removed or changed; two writes, one where it was and one where it is, if the entry's
 * key changed.
 */
export function indexWrites(before: Item | undefined, after: Item | undefined, plan: TablePlan): readonly IndexWrite[] {
  return Object.entries(plan.indexes).flatMap(([name, index]): readonly IndexWrite[] => {
    const [old, now] = [entryOf(before, index, plan), entryOf(after, index, plan)];
    if (isDeepStrictEqual(old, now)) return [];
    const written = (entry: Item, size: number): IndexWrite => ({
      index: name,
      key: String(entry[index.partitionKey]?.["S"]),
      units: kilobytes(size),
    });
    const alone = old ?? now;
    if (!old || !now) return alone ? [written(alone, itemSize(alone))] : [];
    const moved =
      !isDeepStrictEqual(old[index.partitionKey], now[index.partitionKey]) ||
      !isDeepStrictEqual(old[index.sortKey], now[index.sortKey]);
    return moved
      ? [written(old, itemSize(old)), written(now, itemSize(now))]
      : [written(now, Math.max(itemSize(old), itemSize(now)))];
  });
}

function indexUnits(before: Item | undefined, after: Item | undefined, plan: TablePlan): number {
  return indexWrites(before, after, plan).reduce((sum, { units }) => sum + units, 0);
}

/** Returns the write units of an item itself, by the larger of it before and after. */
export function ownUnits(operation: string, before: Item | undefined, after: Item | undefined): number {
  const times = operation.startsWith("Transact") ? 2 : 1;
  return times * kilobytes(Math.max(itemSize(before ?? {}), itemSize(after ?? {})));
}

export interface Write {
  readonly TableName: string;
  readonly Item?: Item;
  readonly Key?: Item;
}

/** Returns the writes of a request, each with its table and its item or key. */
export function writesOf(operation: string, body: Record<string, unknown>): readonly Write[] {
  if (operation === "TransactWriteItems")
    return (body["TransactItems"] as Record<string, Write>[]).flatMap((one) => Object.values(one));
  if (operation === "BatchWriteItem")
    return Object.entries(body["RequestItems"] as Record<string, Record<string, Write>[]>).flatMap(
      ([TableName, requests]) =>
        requests.flatMap((request) => Object.values(request).map((write) => ({ ...write, TableName }))),
    );
  return /^(Put|Update|Delete)Item$/.test(operation) ? [body as unknown as Write] : [];
}

/** Returns the plan of a table by the name it has in a stack or a test. */
export const planOf = (table: string): TablePlan => (/billing/i.test(table) ? tables.billing : tables.claims);

/**
 * Returns the write units of a request by the rules AWS bills by: one for each KB of the larger of an item before and
 * after, twice that in a transaction, and those of its indexes. A cancelled transaction is billed for its items, and
 * changes no index.
 */
export function writeUnits(
  operation: string,
  writes: readonly Write[],
  before: readonly (Item | undefined)[],
  after: readonly (Item | undefined)[],
): number {
  return writes.reduce((sum, { TableName, Item: put }, at) => {
    const own = ownUnits(operation, before[at], after[at] ?? put);
    return sum + own + indexUnits(before[at], after[at], planOf(TableName));
  }, 0);
}

/** Returns the read units of items read together: one for each 4 KB, half as many if not read consistently. */
export function readUnits(items: readonly Item[], consistent: boolean): number {
  const size = items.reduce((sum, item) => sum + itemSize(item), 0);
  return Math.max(1, Math.ceil(size / 4096)) * (consistent ? 1 : 0.5);
}
