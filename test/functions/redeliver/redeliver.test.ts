import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { redeliver } from "../../../functions/redeliver/redeliver.ts";
import { publishEntry } from "../../../shared/casework/case/publish-entry.ts";
import { envelopeKeyOf } from "../../../shared/storage/case/claim-keys.ts";
import { openBacklog, openOutbox } from "../../../shared/storage/check/outbox.ts";
import type { Table } from "../../../shared/storage/dynamodb.ts";
import { type Death, mortal } from "../../doubles/mortal.ts";
import { type TestTables, testTables } from "../../shared/storage/test-tables.ts";
import { captureLog, type LogLine } from "../log-lines.ts";
import { type PublishedQueues, publishedQueues } from "../relay/published-queues.ts";

let local: TestTables;
let table: Table;
let all: PublishedQueues;
let lines: () => readonly LogLine[];
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  table = await local.table("claims");
  all = publishedQueues();
  lines = captureLog();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const now = "2026-11-23T15:00:00.000Z";
const secondsAgo = (seconds: number) => new Date(Date.parse(now) - seconds * 1000).toISOString();

async function put(seq: number, since: string, type = "executed"): Promise<void> {
  await table.client.send(
    new PutCommand({
      TableName: table.name,
      Item: {
        ...envelopeKeyOf("c1", seq),
        claimId: "c1",
        seq,
        type,
        undeliveredShard: String(seq % 4),
        undeliveredAt: since,
      },
    }),
  );
}

const run = (perShard: number, death?: Death) => {
  const life = mortal(death);
  return redeliver({
    backlog: life.wrap(openBacklog(table)),
    outbox: life.wrap(openOutbox(table)),
    queues: {
      inspections: life.wrap(all.queues.inspections),
      notices: life.wrap(all.queues.notices),
      documents: life.wrap(all.queues.documents),
    },
    now: () => now,
    perShard,
  })();
};
const seqsPublished = () => all.published.notices.map((task) => ("seq" in task ? task.seq : 0));
const summary = () => lines().find(({ event }) => event === "redelivered");
const waiting = () => openBacklog(table).waiting(now, 0, 1000);

describe("redelivering", () => {
  it("publishes hundreds of entries of every shard, a bounded part of them each run, none twice", async () => {
    for (let seq = 1; seq <= 320; seq += 1) await put(seq, secondsAgo(7200 - seq));
    await run(50);
    expect(summary()).toMatchObject({ level: "warn", waiting: 200, oldestSeconds: 7199, failed: 0 });
    expect(seqsPublished().toSorted((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, at) => at + 1));
    await run(50);
    expect(new Set(seqsPublished()).size).toBe(320);
    expect(seqsPublished()).toHaveLength(320);
    expect(await waiting()).toEqual([]);
  });

  it("leaves to the relay what is younger than two minutes", async () => {
    await put(1, secondsAgo(119));
    await put(2, secondsAgo(121));
    await run(50);
    expect(seqsPublished()).toEqual([2]);
  });

  it("raises an alarm for what waited longer than a quarter of an hour, though it is published now", async () => {
    const late = () => lines().filter(({ event }) => event === "outbox-late");
    await put(1, secondsAgo(900));
    await run(50);
    expect(late()).toEqual([]);
    await put(2, secondsAgo(901));
    await run(50);
    expect(late()).toMatchObject([{ level: "warn", oldestSeconds: 901 }]);
    expect(seqsPublished()).toEqual([1, 2]);
  });

  it("logs that it has nothing to publish", async () => {
    await run(50);
    expect(summary()).toMatchObject({ level: "info", waiting: 0, oldestSeconds: 0, failed: 0 });
  });

  it("keeps what it cannot publish, publishes the others, and fails for the alarm", async () => {
    await put(1, secondsAgo(900), "claim-sung");
    await put(2, secondsAgo(600));
    await expect(run(50)).rejects.toThrow("1 of 2");
    expect(seqsPublished()).toEqual([2]);
    expect(lines().filter(({ event }) => event === "not-published")).toMatchObject([envelopeKeyOf("c1", 1)]);
    expect(await waiting()).toMatchObject([{ key: envelopeKeyOf("c1", 1) }]);
    await expect(run(50)).rejects.toThrow("1 of 1");
    expect(summary()).toMatchObject({ failed: 1 });
  });

  it("loses nothing while a queue refuses", async () => {
    await put(1, secondsAgo(900), "claim-filed");
    all.queues.notices = {
      send: async () => {
        throw new Error("throttled");
      },
    };
    await expect(run(50)).rejects.toThrow();
    expect(await waiting()).toHaveLength(1);
    all = publishedQueues();
    await run(50);
    expect(seqsPublished()).toEqual([1]);
    expect(all.published.inspections).toHaveLength(1);
    expect(await waiting()).toEqual([]);
  });

  it("beside the relay, and beside itself, publishes all and loses none", async () => {
    for (let seq = 1; seq <= 12; seq += 1) await put(seq, secondsAgo(300));
    const backlog = openBacklog(table);
    const relay = async (seq: number) => {
      const entry = await backlog.find(envelopeKeyOf("c1", seq));
      if (entry) await publishEntry({ outbox: openOutbox(table), queues: all.queues }, entry);
    };
    await Promise.all([run(50), run(50), ...Array.from({ length: 12 }, (_, at) => relay(at + 1))]);
    expect([...new Set(seqsPublished())].toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, at) => at + 1),
    );
    expect(await waiting()).toEqual([]);
  });

  it("killed at any step, the next run publishes what is left", async () => {
    for (const when of ["before", "after"] as const)
      for (let nth = 1; nth <= 7; nth += 1) {
        all = publishedQueues();
        await put(1, secondsAgo(300));
        await put(2, secondsAgo(301));
        await expect(run(50, { nth, when })).rejects.toThrow();
        await run(50);
        expect(new Set(seqsPublished())).toEqual(new Set([1, 2]));
        expect(await waiting()).toEqual([]);
      }
  });
});
