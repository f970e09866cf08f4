import middy, { type MiddyfiedHandler } from "@middy/core";
import type { Context, DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import { log, logCompleted, logFailure } from "./log.ts";
import { releaseCheck } from "./release-check.ts";
import { tracedAs } from "./trace-of.ts";

export type Stream = MiddyfiedHandler<DynamoDBStreamEvent, DynamoDBBatchResponse, Error, Context>;

/**
 * Returns the Lambda handler of a table's stream. Gives `handle` one item after another as the item is after its
 * change, in DynamoDB's JSON, or `undefined` if the item was deleted. If `handle` fails, the batch ends: the platform
 * gives the failed item and all after it again, which keeps the order of changes. `handle` must bear being given an
 * item twice, and runs in the trace in which the item was written.
 */
export function stream(handle: (image: unknown) => Promise<void>): Stream {
  return middy<DynamoDBStreamEvent, DynamoDBBatchResponse>()
    .use(releaseCheck())
    .handler(async ({ Records }) => {
      const started = performance.now();
      log("info", "started", { records: Records.length });
      for (const [done, { dynamodb }] of Records.entries()) {
        const failed = await tracedAs(dynamodb?.NewImage, async () => {
          try {
            await handle(dynamodb?.NewImage);
            return undefined;
          } catch (failure) {
            const sequence = dynamodb?.SequenceNumber;
            logFailure("failed", failure, { sequence, done });
            // Without a sequence number the platform takes the whole batch as failed.
            return sequence ?? "";
          }
        });
        if (failed !== undefined) return { batchItemFailures: [{ itemIdentifier: failed }] };
      }
      logCompleted(started, { records: Records.length });
      return { batchItemFailures: [] };
    });
}
