import { isDeepStrictEqual } from "node:util";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { type IndexPlan, type TableName, type TablePlan, tables } from "../../shared/storage/tables.ts";

type Item = Record<string, unknown>;
type Path = readonly (string | number)[];

/** A parsed expression: a condition, a part of one, or a value. */
type Node =
  | { readonly kind: "or" | "and"; readonly parts: readonly Node[] }
  | { readonly kind: "not"; readonly part: Node }
  | { readonly kind: "compare"; readonly by: string; readonly left: Node; readonly right: Node }
  | { readonly kind: "in"; readonly value: Node; readonly among: readonly Node[] }
  | { readonly kind: "between"; readonly value: Node; readonly low: Node; readonly high: Node }
  | { readonly kind: "call"; readonly name: string; readonly given: readonly Node[] }
  | { readonly kind: "sum"; readonly sign: 1 | -1; readonly left: Node; readonly right: Node }
  | { readonly kind: "path"; readonly path: Path }
  | { readonly kind: "value"; readonly name: string };

type Change =
  | { readonly do: "set"; readonly path: Path; readonly to: Node }
  | { readonly do: "remove"; readonly path: Path }
  | { readonly do: "add"; readonly path: Path; readonly by: Node };

interface Given {
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: Readonly<Record<string, unknown>>;
}

const invalid = (what: string) => Object.assign(new Error(what), { name: "ValidationException" });

const word = /\s*(<>|<=|>=|:\w+|#?[A-Za-z_]\w*|\d+|[=<>(),.[\]+-])/y;

function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  word.lastIndex = 0;
  while (word.lastIndex < text.trimEnd().length) {
    const found = word.exec(text)?.[1];
    if (found === undefined) throw invalid(`${text}`);
    words.push(found);
  }
  return words;
}

/**
 * Parses an expression. A construct that this table does not know is a ValidationException, as an error in the text
 * would be.
 */
function reader(text: string, { ExpressionAttributeNames: names = {} }: Given) {
  const words = wordsOf(text);
  let at = 0;
  const next = () => words[at];
  const take = (expected?: string): string => {
    const found = words[at] ?? "";
    if (expected !== undefined && found.toUpperCase() !== expected) throw invalid(`${text}`);
    at += 1;
    return found;
  };
  const is = (keyword: string): boolean => next()?.toUpperCase() === keyword;
  const takeIf = (keyword: string): boolean => is(keyword) && take() !== "";
  const nameOf = (found: string): string => {
    if (!found.startsWith("#")) return found;
    const name = names[found];
    if (name === undefined) throw invalid(`${found} is not named`);
    return name;
  };
  const path = (): Path => {
    const steps: (string | number)[] = [nameOf(take())];
    for (;;) {
      if (takeIf(".")) steps.push(nameOf(take()));
      else if (takeIf("[")) {
        steps.push(Number(take()));
        take("]");
      } else return steps;
    }
  };
  const operand = (): Node => {
    if (next()?.startsWith(":")) return { kind: "value", name: take() };
    if (words[at + 1] !== "(") return { kind: "path", path: path() };
    const name = take();
    take("(");
    const given = [operand()];
    while (takeIf(",")) given.push(operand());
    take(")");
    return { kind: "call", name, given };
  };
  const sum = (): Node => {
    const left = operand();
    if (takeIf("+")) return { kind: "sum", sign: 1, left, right: operand() };
    return takeIf("-") ? { kind: "sum", sign: -1, left, right: operand() } : left;
  };
  const comparison = (): Node => {
    if (takeIf("NOT")) return { kind: "not", part: comparison() };
    if (takeIf("(")) {
      const inside = any();
      take(")");
      return inside;
    }
    const left = operand();
    if (takeIf("BETWEEN")) {
      const low = operand();
      take("AND");
      return { kind: "between", value: left, low, high: operand() };
    }
    if (takeIf("IN")) {
      take("(");
      const among = [operand()];
      while (takeIf(",")) among.push(operand());
      take(")");
      return { kind: "in", value: left, among };
    }
    if (["=", "<>", "<", "<=", ">", ">="].includes(next() ?? ""))
      return { kind: "compare", by: take(), left, right: operand() };
    return left;
  };
  const all = (): Node => {
    const parts = [comparison()];
    while (takeIf("AND")) parts.push(comparison());
    return parts.length === 1 && parts[0] ? parts[0] : { kind: "and", parts };
  };
  const any = (): Node => {
    const parts = [all()];
    while (takeIf("OR")) parts.push(all());
    return parts.length === 1 && parts[0] ? parts[0] : { kind: "or", parts };
  };
  const change = (what: string, where: Path): Change => {
    if (what === "REMOVE") return { do: "remove", path: where };
    if (what === "ADD") return { do: "add", path: where, by: operand() };
    if (what !== "SET") throw invalid(`${text}`);
    take("=");
    return { do: "set", path: where, to: sum() };
  };
  const changes = (): readonly Change[] => {
    const made: Change[] = [];
    while (at < words.length) {
      const what = take().toUpperCase();
      do made.push(change(what, path()));
      while (takeIf(","));
    }
    return made;
  };
  return { condition: any, changes };
}

const read = new Map<string, unknown>();
function once<Read>(text: string, given: Given, how: "condition" | "changes"): Read {
  const key = `${how} ${text} ${JSON.stringify(given.ExpressionAttributeNames ?? {})}`;
  const known = read.get(key) ?? reader(text, given)[how]();
  read.set(key, known);
  return known as Read;
}

function at(item: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (here, step) => (here === null || typeof here !== "object" ? undefined : (here as Item)[step]),
    item,
  );
}

function evaluated(node: Node, item: Item | undefined, given: Given): unknown {
  switch (node.kind) {
    case "value": {
      const values = given.ExpressionAttributeValues ?? {};
      if (!(node.name in values)) throw invalid(`${node.name} has no value`);
      return values[node.name];
    }
    case "path":
      return at(item, node.path);
    case "sum":
      return added(evaluated(node.left, item, given), evaluated(node.right, item, given), node.sign);
    case "call":
      return called(node.name, node.given, item, given);
    default:
      return holds(node, item, given);
  }
}

function called(name: string, [first, second]: readonly Node[], item: Item | undefined, given: Given): unknown {
  if (!first) throw invalid(`${name}`);
  const value = evaluated(first, item, given);
  const other = second && evaluated(second, item, given);
  switch (name) {
    case "attribute_exists":
      return value !== undefined;
    case "attribute_not_exists":
      return value === undefined;
    case "begins_with":
      return typeof value === "string" && value.startsWith(String(other));
    case "contains":
      return typeof value === "string" ? value.includes(String(other)) : Array.isArray(value) && value.includes(other);
    case "size":
      return sizeOf(value);
    case "if_not_exists":
      return value === undefined ? other : value;
    case "list_append":
      if (!Array.isArray(value) || !Array.isArray(other)) throw invalid("list_append takes lists only");
      return [...value, ...other];
    default:
      throw invalid(`${name} is no function`);
  }
}

/** Returns the size of a value; undefined if it has none, so that no comparison holds. */
function sizeOf(value: unknown): number | undefined {
  if (typeof value === "string" || Array.isArray(value)) return value.length;
  return typeof value === "object" && value !== null ? Object.keys(value).length : undefined;
}

function added(left: unknown, right: unknown, sign: 1 | -1): number {
  if (typeof left !== "number" || typeof right !== "number") throw invalid("only numbers can be added");
  return left + sign * right;
}

function compared(by: string, left: unknown, right: unknown): boolean {
  if (by === "=") return isDeepStrictEqual(left, right);
  if (by === "<>") return !isDeepStrictEqual(left, right);
  // A value that is absent or of another type is neither less nor greater.
  if (typeof left !== typeof right || (typeof left !== "string" && typeof left !== "number")) return false;
  const order = left < (right as typeof left) ? -1 : left === right ? 0 : 1;
  return by === "<" ? order < 0 : by === "<=" ? order <= 0 : by === ">" ? order > 0 : order >= 0;
}

function holds(node: Node, item: Item | undefined, given: Given): boolean {
  switch (node.kind) {
    case "or":
      return node.parts.some((part) => holds(part, item, given));
    case "and":
      return node.parts.every((part) => holds(part, item, given));
    case "not":
      return !holds(node.part, item, given);
    case "compare":
      return compared(node.by, evaluated(node.left, item, given), evaluated(node.right, item, given));
    case "in":
      return node.among.some((one) => evaluated(one, item, given) === evaluated(node.value, item, given));
    case "between": {
      const value = evaluated(node.value, item, given);
      return (
        compared(">=", value, evaluated(node.low, item, given)) &&
        compared("<=", value, evaluated(node.high, item, given))
      );
    }
    default:
      return evaluated(node, item, given) === true;
  }
}

/**
 * Returns an item after its changes, each computed from the item before.
 * @throws ValidationException if the path of a change does not exist
 */
function changed(before: Item, changes: readonly Change[], given: Given): Item {
  const after = structuredClone(before);
  for (const change of changes) {
    const parent = at(after, change.path.slice(0, -1));
    const last = change.path.at(-1) ?? "";
    if (typeof parent !== "object" || parent === null || Array.isArray(parent) !== (typeof last === "number"))
      throw invalid("the path does not exist");
    if (change.do === "remove") removeAt(parent as Item | unknown[], last);
    else setAt(parent as Item | unknown[], last, changedTo(change, at(before, change.path), before, given));
  }
  return after;
}

function changedTo(change: Exclude<Change, { do: "remove" }>, was: unknown, before: Item, given: Given): unknown {
  if (change.do === "set") return structuredClone(evaluated(change.to, before, given));
  return added(was === undefined ? 0 : was, evaluated(change.by, before, given), 1);
}

function setAt(parent: Item | unknown[], last: string | number, value: unknown): void {
  if (Array.isArray(parent)) parent[Math.min(Number(last), parent.length)] = value;
  else parent[last] = value;
}

function removeAt(parent: Item | unknown[], last: string | number): void {
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
}

/** Returns the plan of a table; `testTables` adds a number to the names of the tables it makes. */
const planOf = (table: string): TablePlan => tables[table.replace(/-\d+$/, "") as TableName];

const picked = (item: Item, keys: readonly string[]): Item => Object.fromEntries(keys.map((key) => [key, item[key]]));
const isSame = (one: Item, other: Item): boolean => one["pk"] === other["pk"] && one["sk"] === other["sk"];

/** The order of items by a sort key, and of those with the same one by their own key. */
const orderOf = (item: Item, sortKey: string): string => `${item[sortKey]} ${item["pk"]} ${item["sk"]}`;
const sorted = (items: Item[], sortKey: string): Item[] =>
  items.sort((a, b) => (orderOf(a, sortKey) < orderOf(b, sortKey) ? -1 : 1));

/** Returns the place of an item in items that are in order: of the first that does not come before it. */
function placeOf(item: Item, items: readonly Item[], sortKey: string): number {
  const order = orderOf(item, sortKey);
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (orderOf(items[middle] ?? {}, sortKey) < order) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The items of one partition of an index, and in the order of each sort key by which they were asked for. */
interface IndexPart {
  readonly items: Map<string, Item>;
  readonly inOrder: Map<string, Item[]>;
}

const nameOf = ({ pk, sk }: Item): string => `${pk} ${sk}`;

function takeOut({ items, inOrder }: IndexPart, item: Item): void {
  items.delete(nameOf(item));
  for (const [sortKey, order] of inOrder) {
    const place = placeOf(item, order, sortKey);
    if (order[place] && isSame(order[place], item)) order.splice(place, 1);
  }
}

function putIn({ items, inOrder }: IndexPart, item: Item): void {
  items.set(nameOf(item), item);
  for (const [sortKey, order] of inOrder)
    if (item[sortKey] !== undefined) order.splice(placeOf(item, order, sortKey), 0, item);
}

interface Written extends Given {
  readonly TableName: string;
  readonly Item?: Item;
  readonly Key?: Item;
  readonly ConditionExpression?: string;
  readonly UpdateExpression?: string;
  readonly ReturnValues?: string;
}

interface Asked extends Given {
  readonly TableName: string;
  readonly IndexName?: string;
  readonly KeyConditionExpression: string;
  readonly FilterExpression?: string;
  readonly ScanIndexForward?: boolean;
  readonly Limit?: number;
  readonly ExclusiveStartKey?: Item;
  readonly Select?: string;
}

let handed = 0;

/** Returns a copy of a stored value with the names of each map in another order at each reading, as AWS may answer. */
function handedBack<Value>(value: Value): Value {
  handed += 1;
  const turned = (inner: unknown): unknown => {
    if (Array.isArray(inner)) return inner.map(turned);
    if (typeof inner !== "object" || inner === null) return inner;
    const entries = Object.entries(inner).map(([name, each]) => [name, turned(each)] as const);
    const from = handed % Math.max(entries.length, 1);
    return Object.fromEntries([...entries.slice(from), ...entries.slice(0, from)].reverse());
  };
  return turned(value) as Value;
}

const refusedWrite = () =>
  Object.assign(new Error("The conditional request failed"), { name: "ConditionalCheckFailedException" });
const mostTogether = 100;

/**
 * Tables in memory behind the client that the stores use. Conditions, updates, transactions and sparse indexes are
 * enforced.
 */
export interface MemoryDynamoDb {
  readonly client: DynamoDBDocumentClient;
  /** Returns every item of a table. */
  all(table: string): readonly Item[];
  put(table: string, item: Item): void;
  remove(table: string, key: Item): void;
  clear(): void;
  /** Remembers the tables as they are. A mark made later ends this one. */
  mark(): TableMark;
}

/** Tables as they were at some moment. */
export interface TableMark {
  /** Every item that is not as it was: as it was, and as it is. */
  changed(): readonly { readonly table: string; readonly before: Item | undefined; readonly after: Item | undefined }[];
  /** Puts the tables back as they were; what is written afterwards is not remembered. */
  undo(): void;
}

/**
 * Returns what a write was asked to hand back: the item before it, or after it; nothing of an item that was not there.
 */
function attributesOf(asked: string | undefined, before: Item | undefined, after: Item | undefined): object {
  const item = asked === "ALL_OLD" ? before : asked === "ALL_NEW" ? after : undefined;
  return item ? { Attributes: handedBack(item) } : {};
}

const reads: ReadonlySet<string> = new Set(["GetCommand", "BatchGetCommand", "QueryCommand"]);

/**
 * Opens empty tables.
 * @param around wraps each call, to make faults and turns; `isRead` says whether the call only reads
 * @param onChange called with each item as a write leaves it and as it was before, in the order of the writes
 */
export function memoryDynamoDb(
  around: <Value>(call: () => Value, isRead: boolean) => Promise<Value>,
  onChange: (table: string, item: Item, before: Item | undefined) => void = () => {},
): MemoryDynamoDb {
  const stored = new Map<string, Map<string, Map<string, Item>>>();
  const partition = (table: string, pk: string): Map<string, Item> => {
    const parts = stored.get(table) ?? new Map<string, Map<string, Item>>();
    stored.set(table, parts);
    const items = parts.get(pk) ?? new Map<string, Item>();
    parts.set(pk, items);
    return items;
  };
  const get = (table: string, { pk, sk }: Item): Item | undefined =>
    stored.get(table)?.get(String(pk))?.get(String(sk));
  /** Each index by its partition key, so that a query costs what it finds and not what the table holds. */
  const indexed = new Map<string, IndexPart>();
  const index = (table: string, before: Item | undefined, after: Item | undefined): void => {
    const partitionKeys = Object.values(planOf(table).indexes).map(({ partitionKey }) => partitionKey);
    for (const partitionKey of new Set(partitionKeys)) {
      const name = ({ [partitionKey]: value }: Item): string => `${table} ${partitionKey} ${value}`;
      const was = before?.[partitionKey] === undefined ? undefined : indexed.get(name(before));
      if (was && before) takeOut(was, before);
      if (after?.[partitionKey] === undefined) continue;
      const part = indexed.get(name(after)) ?? { items: new Map(), inOrder: new Map() };
      indexed.set(name(after), part);
      putIn(part, after);
    }
  };
  /** The items of a partition of an index that have its sort key, in its order. */
  const inOrder = (name: string, sortKey: string): readonly Item[] => {
    const part = indexed.get(name);
    if (!part) return [];
    const known = part.inOrder.get(sortKey);
    if (known) return known;
    const items = sorted(
      [...part.items.values()].filter((item) => item[sortKey] !== undefined),
      sortKey,
    );
    part.inOrder.set(sortKey, items);
    return items;
  };
  let marked:
    | Map<string, { readonly table: string; readonly key: Item; readonly before: Item | undefined }>
    | undefined;
  const remember = (table: string, key: Item, before: Item | undefined): void => {
    const name = `${table} ${key["pk"]} ${key["sk"]}`;
    if (marked && !marked.has(name)) marked.set(name, { table, key, before });
  };
  const put = (table: string, item: Item): void => {
    if (typeof item["pk"] !== "string" || typeof item["sk"] !== "string") throw invalid("no key");
    // Undefined values are left out, as the client's marshaller does.
    const kept: Item = JSON.parse(JSON.stringify(item));
    const indexKeys = Object.values(planOf(table).indexes).flatMap(({ partitionKey, sortKey }) => [
      partitionKey,
      sortKey,
    ]);
    if (["pk", "sk", ...indexKeys].some((name) => kept[name] === "")) throw invalid("an empty key");
    const before = get(table, item);
    remember(table, kept, before);
    index(table, before, kept);
    partition(table, item["pk"]).set(item["sk"], kept);
    onChange(table, kept, before);
  };
  const remove = (table: string, { pk, sk }: Item): void => {
    remember(table, { pk, sk }, get(table, { pk, sk }));
    index(table, get(table, { pk, sk }), undefined);
    stored.get(table)?.get(String(pk))?.delete(String(sk));
  };
  const keyOf = ({ Item: item, Key }: Written): Item => item ?? Key ?? {};
  const passes = (write: Written): boolean => {
    const { ConditionExpression } = write;
    if (ConditionExpression === undefined) return true;
    return holds(once<Node>(ConditionExpression, write, "condition"), get(write.TableName, keyOf(write)), write);
  };
  /** Returns the item as a write leaves it; undefined if it deletes the item or only checks a condition. */
  const itemAfter = (kind: string, write: Written): Item | undefined => {
    const { TableName, Item: item, Key = {}, UpdateExpression } = write;
    if (kind === "Put") return item;
    if (kind !== "Update") return undefined;
    const before = get(TableName, Key) ?? { ...Key };
    return UpdateExpression === undefined ? before : changed(before, once(UpdateExpression, write, "changes"), write);
  };
  const make = (kind: string, { TableName, Key = {} }: Written, made: Item | undefined): void => {
    if (made) put(TableName, made);
    else if (kind === "Delete") remove(TableName, Key);
  };
  const transact = (items: readonly Readonly<Record<string, Written>>[]): void => {
    const writes = items.flatMap((one) => Object.entries(one));
    const keys = new Set(writes.map(([, write]) => `${write.TableName} ${keyOf(write)["pk"]} ${keyOf(write)["sk"]}`));
    if (writes.length > mostTogether || keys.size < writes.length) throw invalid("too many, or one item twice");
    const made = writes.map(([kind, write]) => passes(write) && { kind, write, item: itemAfter(kind, write) });
    if (made.includes(false))
      throw Object.assign(new Error("Transaction cancelled"), {
        name: "TransactionCanceledException",
        CancellationReasons: made.map((one) => ({ Code: one ? "None" : "ConditionalCheckFailed" })),
      });
    for (const one of made) if (one) make(one.kind, one.write, one.item);
  };
  /** Returns the keys and the projection of the index that a query names, or of the table itself. */
  const indexOf = ({ TableName, IndexName }: Asked) => {
    const found = IndexName === undefined ? undefined : planOf(TableName).indexes[IndexName];
    const own: IndexPlan = { partitionKey: "pk", sortKey: "sk", projection: "ALL" };
    return { ...(found ?? own), isOwn: found === undefined };
  };
  /** The items among which a query chooses, in the order of its sort key. */
  const amongOf = (asked: Asked, condition: Node): readonly Item[] => {
    const { partitionKey, sortKey, isOwn } = indexOf(asked);
    const parts = condition.kind === "and" ? condition.parts : [condition];
    const first = parts[0]?.kind === "compare" ? evaluated(parts[0].right, undefined, asked) : undefined;
    if (first === "") throw invalid("an empty key");
    if (!isOwn) return inOrder(`${asked.TableName} ${partitionKey} ${first}`, sortKey);
    return sorted([...(stored.get(asked.TableName)?.get(String(first))?.values() ?? [])], sortKey);
  };
  /** The items that a query asks for, in its order, as far as they are taken. */
  function* found(asked: Asked): Iterable<Item> {
    const condition = once<Node>(asked.KeyConditionExpression, asked, "condition");
    const among = amongOf(asked, condition);
    const isBackwards = asked.ScanIndexForward === false;
    for (let place = 0; place < among.length; place += 1) {
      const item = among[isBackwards ? among.length - 1 - place : place];
      if (item && holds(condition, item, asked)) yield item;
    }
  }
  /** A page of a query after a key; from the beginning if no item has that key. */
  const pageOf = (asked: Asked, after: Item | undefined): readonly Item[] => {
    const page: Item[] = [];
    let isPast = after === undefined;
    for (const item of found(asked)) {
      if (isPast) page.push(item);
      if (page.length === asked.Limit) break;
      isPast ||= after !== undefined && isSame(item, after);
    }
    return isPast ? page : pageOf(asked, undefined);
  };
  const query = (asked: Asked) => {
    const { Limit, ExclusiveStartKey, FilterExpression, Select } = asked;
    const { partitionKey, sortKey, projection, attributes = [] } = indexOf(asked);
    const page = pageOf(asked, ExclusiveStartKey);
    const filter = FilterExpression === undefined ? undefined : once<Node>(FilterExpression, asked, "condition");
    const shown = page
      .filter((item) => filter === undefined || holds(filter, item, asked))
      .map((item) => (projection === "ALL" ? item : picked(item, ["pk", "sk", partitionKey, sortKey, ...attributes])));
    const last = page.at(-1);
    // As in DynamoDB, a full page has a key to go on from, even if no item follows.
    const next = page.length === Limit ? last : undefined;
    return {
      ...(Select !== "COUNT" && { Items: handedBack(shown) }),
      Count: shown.length,
      ...(next && { LastEvaluatedKey: picked(next, [...new Set(["pk", "sk", partitionKey, sortKey])]) }),
    };
  };
  const all = (table: string): readonly Item[] =>
    [...(stored.get(table)?.values() ?? [])].flatMap((items) => [...items.values()]);
  const answer = (
    command: string,
    input: Written &
      Asked & {
        readonly RequestItems?: Record<string, { Keys: readonly Item[] }>;
        readonly TransactItems?: readonly Record<string, Written>[];
      },
  ): unknown => {
    switch (command) {
      case "GetCommand":
        return { Item: handedBack(get(input.TableName, input.Key ?? {})) };
      case "BatchGetCommand": {
        const [[table = "", { Keys = [] } = {}] = []] = Object.entries(input.RequestItems ?? {});
        return { Responses: { [table]: handedBack(Keys.flatMap((key) => get(table, key) ?? [])) } };
      }
      case "ScanCommand":
        return { Items: handedBack(all(input.TableName)) };
      case "QueryCommand":
        return query(input);
      case "TransactWriteCommand":
        transact(input.TransactItems ?? []);
        return {};
      case "PutCommand":
      case "UpdateCommand":
      case "DeleteCommand": {
        if (!passes(input)) throw refusedWrite();
        const kind = command.replace("Command", "");
        const before = get(input.TableName, keyOf(input));
        const after = itemAfter(kind, input);
        make(kind, input, after);
        return attributesOf(input.ReturnValues, before, after);
      }
      default:
        throw new Error(`no ${command} here`);
    }
  };
  const send = ({ constructor: { name }, input }: { readonly constructor: { readonly name: string }; input: never }) =>
    around(() => answer(name, input), reads.has(name));
  return {
    client: { send } as unknown as DynamoDBDocumentClient,
    all,
    put,
    remove,
    clear: () => {
      stored.clear();
      indexed.clear();
    },
    mark: () => {
      const own: typeof marked = new Map();
      marked = own;
      return {
        changed: () => [...own.values()].map(({ table, key, before }) => ({ table, before, after: get(table, key) })),
        undo: () => {
          marked = undefined;
          for (const { table, key, before } of own.values()) {
            index(table, get(table, key), before);
            if (before) partition(table, String(key["pk"])).set(String(key["sk"]), before);
            else stored.get(table)?.get(String(key["pk"]))?.delete(String(key["sk"]));
          }
        },
      };
    },
  };
}
