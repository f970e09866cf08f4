import { PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { envelopeKeyOf } from "../../../../shared/storage/case/claim-keys.ts";
import { openBacklog, openOutbox, undeliveredIn } from "../../../../shared/storage/check/outbox.ts";
import type { Table } from "../../../../shared/storage/dynamodb.ts";
import { type ServedTables, servedTables } from "../served-tables.ts";

let local: ServedTables;
let table: Table;
beforeAll(async () => {
  local = await servedTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  table = await local.table("claims");
});

const now = "2026-11-23T15:00:00.000Z";
const minutesAgo = (minutes: number) => new Date(Date.parse(now) - minutes * 60_000).toISOString();

async function put(seq: number, since: string, more: Record<string, unknown> = {}): Promise<void> {
  await table.client.send(
    new PutCommand({
      TableName: table.name,
      Item: {
        ...envelopeKeyOf("c1", seq),
        claimId: "c1",
        seq,
        type: "claim-filed",
        undeliveredShard: String(seq % 4),
        undeliveredAt: since,
        ...more,
      },
    }),
  );
}

/** The same table whose pages hold three entries. */
const inSmallPages = (): Table => {
  const { client } = table;
  const send = (command: QueryCommand) =>
    client.send(new QueryCommand({ ...command.input, Limit: Math.min(command.input.Limit ?? 3, 3) }));
  return { ...table, client: Object.assign(Object.create(client), { send }) };
};

describe("what waits in the outbox", () => {
  it("is what is older than the grace, of every shard, over every page", async () => {
    for (let seq = 1; seq <= 40; seq += 1) await put(seq, minutesAgo(seq <= 36 ? 60 - seq : 1));
    const waiting = await openBacklog(inSmallPages()).waiting(now, 120, 100);
    expect(waiting.map(({ key }) => key.sk).sort()).toEqual(
      Array.from({ length: 36 }, (_, at) => envelopeKeyOf("c1", at + 1).sk),
    );
  });

  it("is taken up to a bound of each shard, the oldest first", async () => {
    for (let seq = 1; seq <= 20; seq += 1) await put(seq, minutesAgo(60 - seq));
    const waiting = await openBacklog(inSmallPages()).waiting(now, 120, 4);
    expect(waiting).toHaveLength(16);
    expect(waiting.filter(({ key }) => key.sk > "E#00016")).toEqual([]);
  });

  it("leaves it by being settled, once or again, unless something newer waits", async () => {
    await put(1, minutesAgo(5));
    const [outbox, backlog, key] = [openOutbox(table), openBacklog(table), envelopeKeyOf("c1", 1)];
    expect(await backlog.find(key)).toMatchObject({ claimId: "c1", seq: 1, type: "claim-filed" });
    await outbox.settle({ ...key, undeliveredAt: minutesAgo(6) });
    expect(await backlog.find(key)).toBeDefined();
    await outbox.settle({ ...key, undeliveredAt: minutesAgo(5) });
    await outbox.settle({ ...key, undeliveredAt: minutesAgo(5) });
    expect(await backlog.find(key)).toBeUndefined();
    expect(await backlog.waiting(now, 120, 10)).toEqual([]);
  });

  it("returns nothing for a key that holds nothing", async () => {
    await openOutbox(table).settle({ ...envelopeKeyOf("c1", 9), undeliveredAt: now });
    expect(await openBacklog(table).find(envelopeKeyOf("c1", 9))).toBeUndefined();
  });

  it("is not read for a type that this version does not know", async () => {
    await put(1, minutesAgo(5), { type: "claim-sung" });
    await expect(openBacklog(table).find(envelopeKeyOf("c1", 1))).rejects.toThrow();
  });
});

describe("an item of the stream", () => {
  const marks = { undeliveredShard: { S: "1" }, undeliveredAt: { S: now } };
  const entry = { pk: { S: "CLAIM#c1" }, sk: { S: "E#00001" }, claimId: { S: "c1" }, seq: { N: "1" } };
  const submission = {
    pk: { S: "SUBMISSION#f1" },
    sk: { S: "SUBMISSION" },
    submissionId: { S: "f1" },
    attachments: { L: [] },
  };

  it.each<[unknown, unknown, string]>([
    [undefined, undefined, "a deleted one"],
    [{ ...entry, type: { S: "claim-filed" } }, undefined, "an entry already published"],
    [submission, undefined, "a submission already published, or published by its claim"],
    [
      { ...entry, type: { S: "claim-filed" }, by: { M: {} }, ...marks },
      expect.objectContaining({ claimId: "c1", seq: 1, type: "claim-filed" }),
      "an entry",
    ],
    [{ ...submission, ...marks }, expect.objectContaining({ submissionId: "f1" }), "a submission"],
  ])("finds what waits to be published: $2", (image, waiting) => {
    expect(undeliveredIn(image)).toEqual(waiting);
  });

  it("of a type from another version is a failure, not silence", () => {
    expect(() => undeliveredIn({ ...entry, type: { S: "claim-sung" }, ...marks })).toThrow();
  });
});
