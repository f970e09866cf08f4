import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import type { Table } from "../shared/storage/dynamodb.ts";
import { type Item, planOf, readUnits, type Write, writesOf, writeUnits } from "./units.ts";

/** What passed through a client, counted by AWS's billing rules. */
export interface Counted {
  requests: number;
  writeUnits: number;
  readUnits: number;
}

type Sent = Readonly<Record<string, unknown>>;
type Wanted = { readonly TableName: string; readonly Key?: Sent; readonly Item?: Sent };

const nothing = (): Counted => ({ requests: 0, writeUnits: 0, readUnits: 0 });
/** Returns an item as the protocol has it. */
export const wireItem = (item: Sent | undefined): Item | undefined =>
  item && (marshall(item, { removeUndefinedValues: true }) as unknown as Item);
/** Returns the name of what a command does: `Get`, `TransactWrite`. */
export const operationOf = (command: object): string => command.constructor.name.replace("Command", "");

/** Returns the writes of a request with their items and keys as the protocol has them. */
export function wireWrites(operation: string, input: Sent): readonly Write[] {
  const wired = JSON.parse(JSON.stringify(input), (name, value) =>
    (name === "Item" || name === "Key") && value ? wireItem(value) : value,
  );
  const named = { Put: "PutItem", Update: "UpdateItem", Delete: "DeleteItem", TransactWrite: "TransactWriteItems" };
  return writesOf(named[operation as keyof typeof named] ?? operation, wired);
}

/** Returns the units of what a reading request read. */
export function unitsRead(operation: string, input: Sent, output: Sent): number {
  if (operation === "Get") return readUnits([wireItem(output["Item"] as Sent) ?? {}], input["ConsistentRead"] === true);
  if (operation === "BatchGet") {
    const [[table = "", { ConsistentRead = false, Keys = [] } = {}] = []] = Object.entries(
      input["RequestItems"] as Record<string, { ConsistentRead?: boolean; Keys?: readonly Sent[] }>,
    );
    const found = (output["Responses"] as Record<string, readonly Sent[]>)[table] ?? [];
    const missing = Array.from({ length: Keys.length - found.length }, (): Sent => ({}));
    return [...found, ...missing].reduce(
      (sum: number, item) => sum + readUnits([wireItem(item) ?? {}], ConsistentRead),
      0,
    );
  }
  const items = (output["Items"] as readonly Sent[]).map((item) => wireItem(item) ?? {});
  return readUnits(items, input["ConsistentRead"] === true);
}

/**
 * Returns a client that passes every request on to `client`, and what its requests cost in AWS. It reads each written
 * item before and after the write, which is not counted.
 */
export function meteredClient(client: Table["client"]): {
  readonly client: Table["client"];
  readonly counted: Counted;
  reset(): void;
} {
  const counted = nothing();
  const stored = async ({ TableName, Item, Key }: Write): Promise<Item | undefined> => {
    const { partitionKey, sortKey } = planOf(TableName);
    const source = (Item ?? Key ?? {}) as Readonly<Record<string, { readonly S?: string }>>;
    const key = { [partitionKey]: source[partitionKey]?.S, [sortKey]: source[sortKey]?.S };
    return wireItem((await client.send(new GetCommand({ TableName, Key: key }))).Item);
  };
  const send = async (command: { readonly input: Wanted & Sent }): Promise<unknown> => {
    const operation = operationOf(command);
    const writes = wireWrites(operation, command.input);
    const before = await Promise.all(writes.map(stored));
    counted.requests += 1;
    try {
      const output = (await client.send(command as never)) as Sent;
      if (writes.length === 0) counted.readUnits += unitsRead(operation, command.input, output);
      else counted.writeUnits += writeUnits(operation, writes, before, await Promise.all(writes.map(stored)));
      return output;
    } catch (failure) {
      // A condition that does not hold is billed as the write would be, without its indexes.
      counted.writeUnits += writeUnits(operation, writes, before, before);
      throw failure;
    }
  };
  return { client: { send } as unknown as Table["client"], counted, reset: () => Object.assign(counted, nothing()) };
}
