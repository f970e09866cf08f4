import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { failedOf } from "./batch-failures.ts";
import { credentials, region } from "./cloud.ts";
import type { LocalFunction } from "./functions.ts";
import type { Reading } from "./reading.ts";
import type { Records } from "./records.ts";

interface StreamSource {
  readonly called: LocalFunction;
  /** ARN of the stream. */
  readonly source: string;
  readonly endpoints: { readonly sqs: string; readonly dynamodb: string };
  /** The name of this reader's checkpoints. */
  readonly id: string;
  readonly checkpoints: Records;
  readonly batchSize: number;
  /** Whether the function names the records that failed; otherwise the whole batch fails or none. */
  readonly partial: boolean;
  /** Skips the records from before the first start. */
  readonly fromNow: boolean;
  /** Whether a batch of which nothing was done is halved before it is tried again. */
  readonly bisect: boolean;
  /** How often a batch is tried again; -1 means without limit. */
  readonly maxRetries: number;
  /** How old a batch that failed may be to be tried again; -1 means without limit. */
  readonly maxAgeSeconds: number;
  /** Whether each batch says which shard it is of, as the cloud does for a source with a tumbling window. */
  readonly namesShard: boolean;
  /** Whether the function gets a record; the others are skipped. */
  concerns(record: unknown): boolean;
  /** The queue that gets the position of a batch that was given up. */
  readonly failureQueue: string | undefined;
  say(line: string): void;
}

const record = z.looseObject({
  dynamodb: z.looseObject({ SequenceNumber: z.string(), ApproximateCreationDateTime: z.number() }),
});
type StreamRecord = z.output<typeof record>;
const shard = z.object({ ShardId: z.string(), ParentShardId: z.string().optional() });
type Shard = z.output<typeof shard>;
const described = z.object({
  StreamDescription: z.object({ Shards: z.array(shard).default([]), LastEvaluatedShardId: z.string().optional() }),
});
const pulled = z.object({ Records: z.array(record), NextShardIterator: z.string().optional() });
const checkpoint = z.union([z.object({ after: z.string() }), z.object({ ended: z.literal(true) })]);
const pauseMs = 250;
/**
 * How long the shards of a stream are not asked for again: one lives for hours, and dynoxide lists them by all records.
 */
const shardsKnownMs = 5_000;
const longestBackoffMs = 10_000;

/**
 * Invokes a function with the records of a table's stream, shard by shard in order, each at least once, until it is
 * stopped. Stores the position after each batch, and goes on from there at the next start. Repeats a failed batch after
 * pauses of up to ten seconds. Skips a batch that has failed more than `maxRetries` times or is older than
 * `maxAgeSeconds`, and sends its position, not its records, to `failureQueue`.
 */
export function followStream(source: StreamSource): Reading {
  const stopping = new AbortController();
  const { signal } = stopping;
  const reading = (async () => {
    if (source.fromNow) await skipOld(source);
    const shards = knownShards(source);
    while (!signal.aborted)
      await readAll(source, shards, signal).catch(async (failure: unknown) => {
        if (signal.aborted) return;
        source.say(`${source.source}: ${String(failure)}`);
        await pause(longestBackoffMs, signal);
      });
  })();
  return {
    stop: async () => {
      stopping.abort();
      await reading;
    },
  };
}

/** Reads each shard once; a shard waits until its parent is read to its end. */
async function readAll(source: StreamSource, askShards: () => Promise<readonly Shard[]>, signal: AbortSignal) {
  let isIdle = true;
  const shards = await askShards();
  for (const { ShardId, ParentShardId } of shards) {
    const parent = shards.find((one) => one.ShardId === ParentShardId);
    if (hasEnded(source, ShardId) || (parent && !hasEnded(source, parent.ShardId)) || signal.aborted) continue;
    const { Records, NextShardIterator } = await pull(source, ShardId, positionOf(source, ShardId));
    if (Records.length > 0) {
      isIdle = false;
      await take(source, ShardId, Records, signal);
    } else if (!NextShardIterator) keep(source, ShardId, { ended: true });
  }
  if (isIdle) await pause(pauseMs, signal);
}

/** Processes the records of a batch that concern the function, and stores the position after the batch. */
async function take(
  source: StreamSource,
  shard: string,
  records: readonly StreamRecord[],
  signal: AbortSignal,
): Promise<void> {
  const concerned = records.filter((one) => source.concerns(one));
  if (concerned.length > 0) await process(source, shard, concerned, signal);
  const last = records.at(-1);
  if (last && !signal.aborted) keep(source, shard, { after: sequenceOf(last) });
}

/**
 * Invokes the function with a batch until it is done or given up, with pauses between attempts. A batch of which
 * nothing was done is halved if the source bisects.
 */
async function process(
  source: StreamSource,
  shard: string,
  records: readonly StreamRecord[],
  signal: AbortSignal,
): Promise<void> {
  let left = records;
  for (let tries = 0; !signal.aborted; tries++) {
    const done = await invokeWith(source, shard, left);
    const last = left[done - 1];
    if (last) keep(source, shard, { after: sequenceOf(last) });
    left = left.slice(done);
    // A batch cut off because the stack ends has not failed: it is read again at the next start.
    if (left.length === 0 || signal.aborted) return;
    if (source.bisect && left.length > 1 && done === 0) {
      const half = Math.ceil(left.length / 2);
      await process(source, shard, left.slice(0, half), signal);
      return process(source, shard, left.slice(half), signal);
    }
    const isSpent = source.maxRetries >= 0 && tries >= source.maxRetries;
    if (isSpent || isTooOld(source, left)) return giveUp(source, shard, left, tries + 1);
    await pause(Math.min(pauseMs * 2 ** tries, longestBackoffMs), signal);
  }
}

/** Invokes the function once and returns how many records, from the first on, are done. */
async function invokeWith(
  { called, source, partial, namesShard, say }: StreamSource,
  shard: string,
  records: readonly StreamRecord[],
): Promise<number> {
  const invoked = await called.invoke({
    Records: records.map((one) => ({ ...one, awsRegion: region, eventSourceARN: source })),
    ...(namesShard && { shardId: shard, isFinalInvokeForWindow: false }),
  });
  if (!invoked.ok) say(`${called.name}: ${invoked.message}`);
  const failed = failedOf(records.map(sequenceOf), invoked, partial);
  const first = records.findIndex((one) => failed.has(sequenceOf(one)));
  return first === -1 ? records.length : first;
}

/** Waits; ends early if the stack stops. */
const pause = (ms: number, signal: AbortSignal) => wait(ms, undefined, { signal }).catch(() => {});

const sequenceOf = ({ dynamodb }: StreamRecord): string => dynamodb.SequenceNumber;

function isTooOld({ maxAgeSeconds }: StreamSource, [oldest]: readonly StreamRecord[]): boolean {
  return (
    maxAgeSeconds > 0 &&
    oldest !== undefined &&
    Date.now() / 1000 - oldest.dynamodb.ApproximateCreationDateTime > maxAgeSeconds
  );
}

/** Skips a batch, as the cloud does: the failure queue gets its position, not its records. */
async function giveUp(
  source: StreamSource,
  shard: string,
  records: readonly StreamRecord[],
  tries: number,
): Promise<void> {
  const [first, last] = [records[0], records.at(-1)];
  if (!first || !last) return;
  const { called, failureQueue, endpoints, source: streamArn } = source;
  source.say(`${called.name}: gave up ${records.length} records of its stream`);
  if (failureQueue) {
    const report = {
      requestContext: {
        requestId: randomUUID(),
        functionArn: called.arn,
        condition: "RetryAttemptsExhausted",
        approximateInvokeCount: tries,
      },
      version: "1.0",
      timestamp: new Date().toISOString(),
      DDBStreamBatchInfo: {
        shardId: shard,
        startSequenceNumber: sequenceOf(first),
        endSequenceNumber: sequenceOf(last),
        batchSize: records.length,
        streamArn,
      },
    };
    const client = new SQSClient({ endpoint: endpoints.sqs, region, credentials });
    await client.send(new SendMessageCommand({ QueueUrl: failureQueue, MessageBody: JSON.stringify(report) }));
    client.destroy();
  }
  keep(source, shard, { after: sequenceOf(last) });
}

/** On the very first start, skips the records that the stream already holds. */
async function skipOld(source: StreamSource): Promise<void> {
  if (source.checkpoints.get(source.id)) return;
  for (const { ShardId } of await shardsOf(source))
    for (let last: StreamRecord | undefined; ; ) {
      const { Records } = await pull(source, ShardId, last && sequenceOf(last));
      last = Records.at(-1);
      if (!last) break;
      keep(source, ShardId, { after: sequenceOf(last) });
    }
  source.checkpoints.set(source.id, true);
}

function positionOf({ checkpoints, id }: StreamSource, shard: string): string | undefined {
  const kept = checkpoint.safeParse(checkpoints.get(`${id} ${shard}`)).data;
  return kept && "after" in kept ? kept.after : undefined;
}

function hasEnded({ checkpoints, id }: StreamSource, shard: string): boolean {
  return "ended" in (checkpoint.safeParse(checkpoints.get(`${id} ${shard}`)).data ?? {});
}

function keep({ checkpoints, id }: StreamSource, shard: string, position: z.output<typeof checkpoint>): void {
  checkpoints.set(`${id} ${shard}`, position);
}

/** Returns a function that gives the shards of a stream as they were at most five seconds ago, once it has any. */
function knownShards(source: StreamSource): () => Promise<readonly Shard[]> {
  let known: readonly Shard[] = [];
  let askAgainAt = 0;
  return async () => {
    if (known.length > 0 && performance.now() < askAgainAt) return known;
    known = await shardsOf(source);
    askAgainAt = performance.now() + shardsKnownMs;
    return known;
  };
}

async function shardsOf(source: StreamSource): Promise<readonly Shard[]> {
  const shards: Shard[] = [];
  for (let from: string | undefined; ; ) {
    const input = from ? { ExclusiveStartShardId: from } : {};
    const { Shards, LastEvaluatedShardId } = described.parse(
      await ask(source, "DescribeStream", input),
    ).StreamDescription;
    shards.push(...Shards);
    if (!LastEvaluatedShardId) return shards;
    from = LastEvaluatedShardId;
  }
}

async function pull(
  source: StreamSource,
  ShardId: string,
  after: string | undefined,
): Promise<z.output<typeof pulled>> {
  const fromStart = { ShardId, ShardIteratorType: "TRIM_HORIZON" };
  const fromPosition = { ShardId, ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber: after };
  const iterator = await ask(source, "GetShardIterator", after ? fromPosition : fromStart).catch((failure: unknown) => {
    // If the stack was down for more than a day, the records after its position are gone, as they would be in the
    // cloud.
    if (!String(failure).includes("TrimmedDataAccess")) throw failure;
    return ask(source, "GetShardIterator", fromStart);
  });
  const { ShardIterator } = z.object({ ShardIterator: z.string() }).parse(iterator);
  return pulled.parse(await ask(source, "GetRecords", { ShardIterator, Limit: source.batchSize }, false));
}

/**
 * Calls DynamoDB Streams over HTTP: three calls do not justify a client in the dependencies. `named` adds the stream's
 * ARN.
 */
async function ask({ endpoints, source }: StreamSource, action: string, input: object, named = true): Promise<unknown> {
  const response = await fetch(endpoints.dynamodb, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": `DynamoDBStreams_20120810.${action}`,
      "x-amz-date": "20260101T000000Z",
      authorization: `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/20260101/${region}/dynamodb/aws4_request, SignedHeaders=host, Signature=0`,
    },
    body: JSON.stringify(named ? { StreamArn: source, ...input } : input),
  });
  if (!response.ok) throw new Error(`${action}: ${response.status} ${await response.text()}`);
  return response.json();
}
