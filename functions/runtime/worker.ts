import middy, { type MiddyfiedHandler } from "@middy/core";
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { log, logFailure } from "./log.ts";

export type Worker = MiddyfiedHandler<SQSEvent, SQSBatchResponse, Error, Context>;

/**
 * The Lambda handler of a queue. Messages are handled one after the other; one that fails goes back to the queue alone,
 * and after its last try to the dead letters, where an alarm waits. `handle` must bear being given a message twice.
 */
export function worker(handle: (body: unknown, record: SQSRecord) => Promise<void>): Worker {
  return middy<SQSEvent, SQSBatchResponse>().handler(async ({ Records }) => {
    const batchItemFailures: { itemIdentifier: string }[] = [];
    for (const record of Records) {
      const { messageId } = record;
      const started = performance.now();
      log("info", "started", { messageId, attempt: record.attributes.ApproximateReceiveCount });
      try {
        await handle(jsonOf(record.body), record);
        log("info", "completed", { messageId, ms: Math.round(performance.now() - started) });
      } catch (failure) {
        logFailure("failed", failure, { messageId });
        batchItemFailures.push({ itemIdentifier: messageId });
      }
    }
    return { batchItemFailures };
  });
}

/** Reads a message; its own failure, since the parser's would quote what was sent in the log. */
function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Error("the message is not JSON");
  }
}
