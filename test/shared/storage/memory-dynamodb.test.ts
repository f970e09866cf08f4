import {
  BatchGetCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancellationReasons } from "../../../shared/storage/dynamodb.ts";
import { memoryDynamoDb } from "../../doubles/memory-dynamodb.ts";
import { isWhole } from "../../whole.ts";
import { type ServedTables, servedTables } from "./served-tables.ts";

type Item = Readonly<Record<string, unknown>>;

const text = fc.constantFrom("a", "b", "ab");
const number = fc.integer({ min: -1, max: 3 });
const key = fc.record({ pk: fc.constantFrom("P#1", "P#2"), sk: fc.constantFrom("E#1", "E#2", "HEAD", "V#1") });

const item = fc.record(
  {
    s: text,
    n: number,
    x: fc.oneof(text, number, fc.boolean(), fc.constant(null)),
    hold: fc.record({ version: number }),
    steps: fc.array(fc.record({ from: text }), { maxLength: 2 }),
    list: fc.array(text, { maxLength: 2 }),
  },
  { requiredKeys: [] },
);

/** Every form of condition that the stores write, and others near them. */
const conditions = [
  "attribute_not_exists(pk)",
  "attribute_exists(pk)",
  "#n = :n",
  "#n <> :n AND attribute_exists(#s)",
  "attribute_not_exists(#n) OR #n < :n",
  "#s = :s AND attribute_not_exists(x) AND attribute_not_exists(#list)",
  "#n = :n AND #hold.#version = :m",
  "#n = :n OR steps[0].#from = :s",
  "attribute_exists(x) AND (#s <> :s OR #n >= :n)",
  "NOT #n > :n",
  "#n BETWEEN :m AND :n",
  "#s IN (:s, :t)",
  "x = :s OR x = :n",
  "x <> :s",
  "x < :n",
  "begins_with(#s, :s)",
  "contains(#s, :s) OR contains(#list, :s)",
  "size(steps) > :n",
  "size(#s) <= :m",
  "#list = :list",
  "#list <> :list",
];

/** Every form of change that the stores make, and others near them. */
const changes = [
  "SET #n = :n",
  "SET #s = :s, #n = :n REMOVE x",
  "SET x = if_not_exists(x, :n)",
  "SET #n = if_not_exists(#n, :m) + :n",
  "SET #n = #n - :n",
  "SET #hold.#version = :n",
  "SET steps[0].#from = :s",
  "SET #list = list_append(if_not_exists(#list, :none), :list)",
  "ADD #n :n",
  "ADD x :n SET #s = :s",
  "REMOVE x, #hold",
  "REMOVE steps[0]",
];

const names = { "#n": "n", "#s": "s", "#hold": "hold", "#version": "version", "#from": "from", "#list": "list" };

/** An expression with the names and values that it uses, and no others: an unused one is an error. */
function givenFor(values: Item, ...expressions: readonly (string | undefined)[]) {
  const words = new Set(expressions.flatMap((each) => each?.match(/[#:]\w+/g) ?? []));
  const used = <Value>(all: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => words.has(name)));
  const [ExpressionAttributeNames, ExpressionAttributeValues] = [used(names), used(values)];
  return {
    ...(Object.keys(ExpressionAttributeNames).length > 0 && { ExpressionAttributeNames }),
    ...(Object.keys(ExpressionAttributeValues).length > 0 && { ExpressionAttributeValues }),
  };
}

const values = fc
  .record({ m: number, up: fc.nat(2), s: text, t: text, list: fc.array(text, { minLength: 1, maxLength: 2 }) })
  .map(({ m, up, s, t, list }) => ({ ":m": m, ":n": m + up, ":s": s, ":t": t, ":list": list, ":none": [] }));

/** Where an item stands in the sparse index, if it does: no two at the same place of it. */
const listed = fc.option(fc.constantFrom("Q#1", "Q#2"), { nil: undefined });

const write = fc
  .record({
    kind: fc.constantFrom("Put", "Put", "Update", "Update", "Delete", "ConditionCheck"),
    key,
    item,
    listed,
    condition: fc.option(fc.constantFrom(...conditions), { nil: undefined }),
    change: fc.constantFrom(...changes),
    values,
  })
  .map(({ kind, key: Key, item: content, listed: queueKey, condition, change, values: given }) => {
    const isChecked = kind === "ConditionCheck";
    const ConditionExpression = isChecked ? (condition ?? "attribute_exists(pk)") : condition;
    const UpdateExpression = kind === "Update" ? change : undefined;
    const place = queueKey && { queueKey, queueOrder: `${Key.sk}#${Key.pk}` };
    const input = {
      ...(kind === "Put" ? { Item: { ...Key, ...content, ...place } } : { Key }),
      ...(ConditionExpression && { ConditionExpression }),
      ...(UpdateExpression && { UpdateExpression }),
      ...givenFor(given, ConditionExpression, UpdateExpression),
    };
    return { kind, input };
  });

function keyOf({
  input: { Key, Item: { pk, sk } = { pk: "", sk: "" } },
}: {
  input: { Key?: object; Item?: Item };
}): string {
  return JSON.stringify(Key ?? { pk, sk });
}

const query = fc
  .record({
    within: fc.constantFrom(
      "pk = :p",
      "pk = :p AND sk > :low",
      "pk = :p AND begins_with(sk, :prefix)",
      "pk = :p AND sk BETWEEN :low AND :high",
      "queueKey = :q",
      "queueKey = :q AND queueOrder < :high",
    ),
    filter: fc.option(fc.constantFrom("#n > :n", "attribute_exists(x)"), { nil: undefined }),
    forward: fc.boolean(),
    limit: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    counts: fc.boolean(),
    given: fc.record({
      ":p": fc.constantFrom("P#1", "P#2", "P#3"),
      ":q": fc.constantFrom("Q#1", "Q#2"),
      ":low": fc.constantFrom("E#", "E#1", "F"),
      ":high": fc.constantFrom("HEAD", "V", "~"),
      ":prefix": fc.constantFrom("E#", "HEAD", "W"),
      ":n": number,
    }),
  })
  .map(({ within, filter, forward, limit, counts, given }) => ({
    KeyConditionExpression: within,
    ...(within.startsWith("queueKey") && { IndexName: "byQueue" }),
    ...(filter && { FilterExpression: filter }),
    ...(!forward && { ScanIndexForward: false }),
    ...(limit && { Limit: limit }),
    ...(counts && { Select: "COUNT" as const }),
    ...givenFor(given, within, filter),
  }));

type Request = (client: DynamoDBDocumentClient, TableName: string) => Promise<unknown>;

/** Page after page until there is none: where one ends is the table's affair, and one may be empty. */
async function pagesOf(client: DynamoDBDocumentClient, input: ConstructorParameters<typeof QueryCommand>[0]) {
  const items: Item[] = [];
  let counted = 0;
  let from: Record<string, unknown> | undefined;
  do {
    const next = { ...input, ...(from && { ExclusiveStartKey: from }) };
    const { Items, Count, LastEvaluatedKey } = await client.send(new QueryCommand(next));
    items.push(...(Items ?? []));
    counted += Count ?? 0;
    from = LastEvaluatedKey;
  } while (from);
  return { items, counted };
}

const single = { Put: PutCommand, Update: UpdateCommand, Delete: DeleteCommand };

const requests: fc.Arbitrary<{ readonly what: unknown; readonly ask: Request }> = fc.oneof(
  write
    .filter(({ kind }) => kind !== "ConditionCheck")
    .map((what) => ({
      what,
      ask: async (client: DynamoDBDocumentClient, TableName: string) => {
        const Command = single[what.kind as keyof typeof single];
        const wanted = what.kind === "Update" && { ReturnValues: "ALL_NEW" as const };
        const command = new Command({ TableName, ...what.input, ...wanted } as never);
        // Each is sent alike, and only an update answers with anything.
        const { Attributes } = await client.send(command as UpdateCommand);
        return { Attributes };
      },
    })),
  // DynamoDB Local looks at the conditions of an item named twice, and the table refuses it: none is.
  fc.uniqueArray(write, { minLength: 1, maxLength: 4, selector: keyOf }).map((what) => ({
    what,
    ask: async (client: DynamoDBDocumentClient, TableName: string) => {
      const TransactItems = what.map(({ kind, input }) => ({ [kind]: { TableName, ...input } }));
      await client.send(new TransactWriteCommand({ TransactItems } as never));
    },
  })),
  query.map((what) => ({
    what,
    ask: (client: DynamoDBDocumentClient, TableName: string) => pagesOf(client, { TableName, ...what }),
  })),
  fc.uniqueArray(key, { minLength: 1, maxLength: 3, selector: ({ pk, sk }) => pk + sk }).map((Keys) => ({
    what: Keys,
    ask: async (client: DynamoDBDocumentClient, TableName: string) => {
      const [Key] = Keys;
      const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      const batch = { RequestItems: { [TableName]: { Keys, ConsistentRead: true } } };
      const { Responses } = await client.send(new BatchGetCommand(batch));
      const byKey = (one: Item, other: Item) => (`${one["pk"]}${one["sk"]}` < `${other["pk"]}${other["sk"]}` ? -1 : 1);
      return { Item, items: (Responses?.[TableName] ?? []).toSorted(byKey) };
    },
  })),
);

/** What a table answers, or how it refuses. */
async function answerOf(ask: Request, client: DynamoDBDocumentClient, table: string): Promise<unknown> {
  try {
    return await ask(client, table);
  } catch (failure) {
    const { name } = failure as Error;
    return { refused: name, reasons: cancellationReasons(failure) };
  }
}

/**
 * Leaves out why a transaction was refused in which an update cannot be made: AWS cancels it with a reason for each
 * item, dynoxide refuses it as invalid where no condition failed (decision 2). The stores make no such update.
 */
function withoutReasons(answer: unknown): unknown {
  const { refused = "", reasons = [] } = (answer ?? {}) as { refused?: string; reasons?: readonly string[] };
  const isInvalid = reasons.includes("ValidationError") || refused === "ValidationException";
  return isInvalid ? "refused as invalid" : answer;
}

describe("the table in memory", () => {
  let local: ServedTables;
  beforeAll(async () => {
    local = await servedTables();
  }, 60_000);
  afterAll(() => local.stop());

  /**
   * dynoxide makes or removes an element of a list that is not there, which AWS refuses (decision 2); no store asks for
   * it.
   */
  const isComparable = ({ what }: { what: unknown }) =>
    local.isDynamoDbLocal || !/(REMOVE|SET) steps\[0\]/.test(JSON.stringify(what));

  it("answers random requests as a server of DynamoDB's API does", { timeout: 180_000 }, async () => {
    const { client, name } = await local.table("claims");
    const memory = memoryDynamoDb(async (call) => call());
    const emptied = async () => {
      for (const { pk, sk } of memory.all("claims"))
        await client.send(new DeleteCommand({ TableName: name, Key: { pk, sk } }));
      memory.clear();
    };
    await fc.assert(
      fc
        .asyncProperty(fc.array(requests, { minLength: 8, maxLength: 24, size: "max" }), async (asked) => {
          for (const { what, ask } of asked.filter(isComparable)) {
            const [inMemory, wanted] = [
              await answerOf(ask, memory.client, "claims"),
              await answerOf(ask, client, name),
            ];
            const compared = local.isDynamoDbLocal ? (answer: unknown) => answer : withoutReasons;
            expect(compared(inMemory), JSON.stringify(what)).toEqual(compared(wanted));
          }
        })
        .beforeEach(emptied),
      // Its sequence says enough: to shrink it by thousands of requests takes minutes.
      { numRuns: isWhole ? 250 : 15, endOnFailure: true },
    );
  });

  it.each([
    { pk: "", sk: "a" },
    { pk: "a", sk: "" },
    { pk: "a", sk: "b", supplyKey: "", claimId: "c" },
  ])("refuses an item with an empty key, as DynamoDB does: %j", async (Item) => {
    const { client } = memoryDynamoDb(async (call) => call());
    const put = client.send(new PutCommand({ TableName: "claims", Item }));
    await expect(put).rejects.toMatchObject({ name: "ValidationException" });
  });

  it("refuses a query for an empty index key", async () => {
    const { client } = memoryDynamoDb(async (call) => call());
    const asked = client.send(
      new QueryCommand({
        ...{ TableName: "claims", IndexName: "bySupply", KeyConditionExpression: "supplyKey = :key" },
        ExpressionAttributeValues: { ":key": "" },
      }),
    );
    await expect(asked).rejects.toMatchObject({ name: "ValidationException" });
  });
});
