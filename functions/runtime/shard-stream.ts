import middy, { type MiddyfiedHandler } from "@middy/core";
import type { Context, DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import { log, logCompleted, logFailure } from "./log.ts";
import { releaseCheck } from "./release-check.ts";
import { tracedAs, traceOfImage } from "./trace-of.ts";

/** A batch of one shard, as an event source with a tumbling window gives it. */
type ShardEvent = DynamoDBStreamEvent & { readonly shardId?: string | undefined };
/** The window's own state stays empty: totals are kept in the table. */
type ShardResponse = DynamoDBBatchResponse & { readonly state: Readonly<Record<string, never>> };

export interface ShardRecord {
  /** Grows within the shard. */
  readonly sequence: string;
  /** The item after its change, in DynamoDB's JSON; undefined if it was deleted. */
  readonly image: unknown;
  /** The item before its change; undefined if it is new. */
  readonly before?: unknown;
}

/**
 * Returns the Lambda handler of a table's stream, which gives `handle` a whole batch of changes and the name of its
 * shard. If `handle` fails, the platform gives the batch again in halves, so `handle` must bear being given a record
 * twice. An event without records does not reach `handle`. After `handle`, logs `counted` once for each trace in which
 * a record's item was written.
 */
export function shardStream(
  handle: (shard: string, records: readonly ShardRecord[]) => Promise<void>,
): MiddyfiedHandler<ShardEvent, ShardResponse, Error, Context> {
  return middy<ShardEvent, ShardResponse>()
    .use(releaseCheck())
    .handler(async ({ Records, shardId }) => {
      const [first] = Records;
      if (!first) return { state: {}, batchItemFailures: [] };
      const started = performance.now();
      log("info", "started", { records: Records.length });
      try {
        // Only an event source with a tumbling window names the shard.
        if (shardId === undefined) throw new Error("the event source has no tumbling window");
        const records = Records.map(({ dynamodb }) => ({
          sequence: dynamodb?.SequenceNumber ?? "",
          image: dynamodb?.NewImage,
          before: dynamodb?.OldImage,
        }));
        await handle(shardId, records);
      } catch (failure) {
        const sequence = first.dynamodb?.SequenceNumber;
        // Halved until it is alone, what cannot be handled is the first.
        tracedAs(first.dynamodb?.NewImage, () => logFailure("failed", failure, { sequence }));
        return { state: {}, batchItemFailures: [{ itemIdentifier: sequence ?? "" }] };
      }
      const traces = new Set(Records.flatMap(({ dynamodb }) => traceOfImage(dynamodb?.NewImage) ?? []));
      for (const trace of traces) log("info", "counted", { trace });
      logCompleted(started, { records: Records.length });
      return { state: {}, batchItemFailures: [] };
    });
}
