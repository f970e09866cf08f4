import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { runningFunction } from "../local/in-process/office.ts";
import { hearCommands } from "../local/in-process/stores-in-memory.ts";
import type { Table } from "../shared/storage/dynamodb.ts";
import { operationOf, unitsRead, wireItem, wireWrites } from "./metered-client.ts";
import { type Item, indexWrites, ownUnits, planOf, readUnits, type Write } from "./units.ts";

type Sent = Readonly<Record<string, unknown>>;
/** Some items as they are at a moment. */
type Images = Promise<readonly (Item | undefined)[]>;

/** What is asked of each partition of the tables and their indexes. */
export interface Heat {
  readonly writeUnits: Map<string, number>;
  readonly readUnits: Map<string, number>;
  /** How often each item was written, other than by what counts the stream's records in batches. */
  readonly writes: Map<string, number>;
}

/** Days, months and hours in a key stand for today's: what many days have is what a day of the office has. */
const today = (key: string): string => key.replace(/(?<![\w-])\d{4}-\d{2}(?:-\d{2}(?:T\d{2})?)?(?!\w)/g, "TODAY");

const add = (to: Map<string, number>, name: string, count: number): void => {
  const key = today(name);
  to.set(key, (to.get(key) ?? 0) + count);
};

const operations: ReadonlySet<string> = new Set(
  "Get BatchGet Query Put Update Delete BatchWrite TransactWrite".split(" "),
);

/**
 * Counts what each command of the clients in memory costs, by partition, while `isCounted` says so. A write whose
 * condition fails is not counted.
 * @param client asks the same stores, and is not heard
 * @returns what was counted so far, once it is asked
 */
export function heatOf(client: Table["client"], isCounted: () => boolean): () => Promise<Heat> {
  const heat: Heat = { writeUnits: new Map(), readUnits: new Map(), writes: new Map() };
  const begun = new WeakMap<object, Images>();
  let counted: Promise<unknown> = Promise.resolve();
  const keyOf = ({ TableName, Item: item, Key = item }: Write) => {
    const { partitionKey, sortKey } = planOf(TableName);
    return { TableName, pk: String(Key?.[partitionKey]?.["S"]), sk: String(Key?.[sortKey]?.["S"]) };
  };
  // The stores answer as they are at the moment they are asked.
  const stored = (writes: readonly Write[]): Images =>
    Promise.all(
      writes.map(async (write) => {
        const { TableName, pk, sk } = keyOf(write);
        return wireItem((await client.send(new GetCommand({ TableName, Key: { pk, sk } }))).Item);
      }),
    );
  const countWrites = async (
    operation: string,
    writes: readonly Write[],
    [asked, left]: readonly [Images, Images],
    isBatched: boolean,
  ): Promise<void> => {
    const [before, after] = await Promise.all([asked, left]);
    for (const [at, write] of writes.entries()) {
      const { TableName, pk, sk } = keyOf(write);
      if (!isBatched) add(heat.writes, `${TableName} ${pk} ${sk}`, 1);
      add(heat.writeUnits, `${TableName} ${pk}`, ownUnits(operation, before[at], after[at]));
      for (const { index, key, units } of indexWrites(before[at], after[at], planOf(TableName)))
        add(heat.writeUnits, `${index} ${key}`, units);
    }
  };
  const countReads = async (operation: string, input: Sent, answer: Promise<unknown>): Promise<void> => {
    const output = (await answer) as Sent;
    if (operation !== "BatchGet") {
      add(heat.readUnits, readPartition(input), unitsRead(operation, input, output));
      return;
    }
    for (const [table, { Keys, ConsistentRead = false }] of Object.entries(
      input["RequestItems"] as Record<string, { Keys: readonly Sent[]; ConsistentRead?: boolean }>,
    )) {
      const found = (output["Responses"] as Record<string, readonly Sent[]>)[table] ?? [];
      for (const { pk, sk } of Keys) {
        const item = found.find((one) => one["pk"] === pk && one["sk"] === sk);
        add(heat.readUnits, `${table} ${pk}`, readUnits([wireItem(item) ?? {}], ConsistentRead));
      }
    }
  };
  const writesIn = (command: { readonly input: object }): readonly Write[] =>
    operations.has(operationOf(command)) ? wireWrites(operationOf(command), command.input as Sent) : [];
  hearCommands(
    (command) => {
      if (isCounted()) begun.set(command, stored(writesIn(command)));
    },
    (command) => {
      const operation = operationOf(command);
      const before = begun.get(command);
      if (!before || !operations.has(operation)) return;
      const writes = writesIn(command);
      const done =
        writes.length > 0
          ? countWrites(operation, writes, [before, stored(writes)], runningFunction() === "count-totals")
          : countReads(operation, command.input as Sent, client.send(command as never) as Promise<unknown>);
      counted = Promise.all([counted, done]);
    },
  );
  return async () => {
    await counted;
    return heat;
  };
}

/** The partition that a read of one item or of a range names, with its table or index. */
function readPartition({ TableName, IndexName, Key, KeyConditionExpression, ExpressionAttributeValues }: Sent): string {
  if (Key) return `${TableName} ${(Key as Sent)["pk"]}`;
  const [, value = ""] = /^\S+ = (:\w+)/.exec(String(KeyConditionExpression)) ?? [];
  return `${IndexName ?? TableName} ${(ExpressionAttributeValues as Sent)[value]}`;
}
