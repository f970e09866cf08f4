import { mkdtempSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Invoked, LocalFunction } from "../../local/functions.ts";
import { openRecords } from "../../local/records.ts";
import { followStream } from "../../local/stream-events.ts";

/** Serves a stream of one shard with DynamoDB's API; a sequence number is the index of its record. */
let records: string[] = [];
let server: Server;
const answers: Record<string, (input: Record<string, unknown>) => object> = {
  DescribeStream: () => ({ StreamDescription: { Shards: [{ ShardId: "shard" }] } }),
  GetShardIterator: ({ SequenceNumber = "0" }) => ({ ShardIterator: SequenceNumber }),
  GetRecords: ({ ShardIterator }) => ({
    Records: records
      .map((pk, index) => ({
        dynamodb: { SequenceNumber: String(index + 1), ApproximateCreationDateTime: Date.now() / 1000, Keys: { pk } },
      }))
      .slice(Number(ShardIterator)),
    NextShardIterator: "next",
  }),
};
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const [, action = ""] = String(request.headers["x-amz-target"]).split(".");
    response.end(JSON.stringify(answers[action]?.(JSON.parse(Buffer.concat(await request.toArray()).toString()))));
  });
  await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
});
afterAll(() => void server.close());
beforeEach(() => {
  records = [];
});

type Handler = (keys: readonly string[]) => Promise<Invoked> | Invoked;
const well: Invoked = { ok: true, value: null };
const failed: Invoked = { ok: false, error: "failed", message: "boom" };

/** Starts readers one after another on the same checkpoints; returns the batches each was given. */
function readers(more: Partial<Parameters<typeof followStream>[0]> = {}) {
  const checkpoints = openRecords(mkdtempSync(join(tmpdir(), "stream-"))).of("checkpoints");
  return (handle: Handler) => {
    const batches: string[][] = [];
    const invoke = async (event: unknown) => {
      const keys = (event as { Records: { dynamodb: { Keys: { pk: string } } }[] }).Records.map(
        ({ dynamodb }) => dynamodb.Keys.pk,
      );
      batches.push(keys);
      return handle(keys);
    };
    const called: LocalFunction = { name: "f", arn: "f", environment: {}, invoke, stop: async () => {} };
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const reading = followStream({
      called,
      source: "stream",
      endpoints: { dynamodb: endpoint, sqs: endpoint },
      id: "reader",
      checkpoints,
      batchSize: 100,
      partial: true,
      fromNow: false,
      bisect: false,
      maxRetries: -1,
      maxAgeSeconds: -1,
      namesShard: false,
      concerns: () => true,
      failureQueue: undefined,
      say: () => {},
      ...more,
    });
    return { batches, stop: reading.stop };
  };
}

it("goes on after the last finished record, also after a restart", async () => {
  const read = readers();
  records = ["a", "b"];
  const first = read(() => well);
  await expect.poll(() => first.batches).toEqual([["a", "b"]]);
  records.push("c");
  await expect.poll(() => first.batches).toEqual([["a", "b"], ["c"]]);
  await first.stop();
  records.push("d");
  const second = read(() => well);
  await expect.poll(() => second.batches).toEqual([["d"]]);
  await second.stop();
});

it("passes on only the records that the filter selects, and never returns to the rest", async () => {
  const read = readers({ concerns: (one) => !JSON.stringify(one).includes("other") });
  records = ["other 1", "a", "other 2"];
  const first = read(() => well);
  await expect.poll(() => first.batches).toEqual([["a"]]);
  records.push("other 3", "b");
  await expect.poll(() => first.batches).toEqual([["a"], ["b"]]);
  await first.stop();
  const second = read(() => well);
  records.push("c");
  await expect.poll(() => second.batches).toEqual([["c"]]);
  await second.stop();
});

it("does not give up a batch that the stack's stop cut off", async () => {
  const read = readers({ maxRetries: 0 });
  records = ["a"];
  let cutOff = (_: Invoked): void => {};
  const first = read(() => new Promise((done) => (cutOff = done)));
  await expect.poll(() => first.batches).toHaveLength(1);
  const stopped = first.stop();
  cutOff(failed);
  await stopped;
  const second = read(() => well);
  await expect.poll(() => second.batches).toEqual([["a"]]);
  await second.stop();
});

it("tries again from the first that failed", async () => {
  records = ["a", "b", "c"];
  let tries = 0;
  const { batches, stop } = readers()(() => {
    tries++;
    return tries === 1 ? { ok: true, value: { batchItemFailures: [{ itemIdentifier: "2" }] } } : well;
  });
  await expect
    .poll(() => batches)
    .toEqual([
      ["a", "b", "c"],
      ["b", "c"],
    ]);
  await stop();
});

it("halves a batch until the one that fails stands alone, and gives up that one only", async () => {
  records = ["a", "b", "poison", "d"];
  const { batches, stop } = readers({ bisect: true, maxRetries: 0 })((keys) =>
    keys.includes("poison") ? failed : well,
  );
  await expect.poll(() => batches).toEqual([["a", "b", "poison", "d"], ["a", "b"], ["poison", "d"], ["poison"], ["d"]]);
  await stop();
});

it("from now on leaves out the records before its first start, and none after it", async () => {
  const read = readers({ fromNow: true });
  records = ["old"];
  const first = read(() => well);
  await new Promise((wake) => setTimeout(wake, 100));
  records.push("new");
  await expect.poll(() => first.batches).toEqual([["new"]]);
  await first.stop();
  records.push("later");
  const second = read(() => well);
  await expect.poll(() => second.batches).toEqual([["later"]]);
  await second.stop();
});

it.each([
  [3600, "of now", 0],
  [1, "too old", 1],
])("gives up a batch older than %i s, and not one that is %s", async (maxAgeSeconds, _, givenUp) => {
  records = ["a"];
  const said: string[] = [];
  answers["GetRecords"] = ({ ShardIterator }) => ({
    Records:
      ShardIterator === "0"
        ? [
            {
              dynamodb: { SequenceNumber: "1", ApproximateCreationDateTime: Date.now() / 1000 - 60, Keys: { pk: "a" } },
            },
          ]
        : [],
    NextShardIterator: "next",
  });
  const { batches, stop } = readers({ maxAgeSeconds, say: (line) => said.push(line) })(() => failed);
  await expect.poll(() => batches.length + said.length).toBeGreaterThanOrEqual(2);
  await stop();
  expect(said.filter((line) => line.includes("gave up"))).toHaveLength(givenUp);
});
