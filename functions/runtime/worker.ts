import middy, { type MiddyfiedHandler } from "@middy/core";
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { traced } from "../../shared/storage/check/trace.ts";
import { log, logCompleted, logFailure } from "./log.ts";
import { now } from "./now.ts";
import { releaseCheck } from "./release-check.ts";
import { type TenantDeps, tenantInForce } from "./tenant-in-force.ts";
import { traceOfMessage } from "./trace-of.ts";

export type Worker = MiddyfiedHandler<SQSEvent, SQSBatchResponse, Error, Context>;

type Handle = (body: unknown, record: SQSRecord) => Promise<void>;

/**
 * Returns the Lambda handler of a queue. Calls `handle` for one message after another with its JSON, each in the trace
 * that the message names. A message that fails, or that is no JSON, goes back to the queue alone; after its last try it
 * goes to the dead letters, which an alarm watches. `handle` must bear being given a message twice.
 */
export function worker(handle: Handle): Worker {
  return middy<SQSEvent, SQSBatchResponse>()
    .use(releaseCheck())
    .handler(async ({ Records }) => {
      const batchItemFailures: { itemIdentifier: string }[] = [];
      for (const record of Records)
        if (!(await isHandled(record, handle))) batchItemFailures.push({ itemIdentifier: record.messageId });
      return { batchItemFailures };
    });
}

/**
 * Returns the Lambda handler of a queue, with retries as `worker` has them. Each message goes to the handler that
 * `make` returns for `deps`, in which the tenant has the calendars and outages in force when the message is handled.
 */
export function workerInForce<Deps extends TenantDeps>(deps: Deps, make: (depsNow: Deps) => Handle): Worker {
  const handleAt = tenantInForce(deps, make);
  return worker(async (body, record) => (await handleAt(now()))(body, record));
}

/** Gives a message to its handler; whether that succeeded. */
async function isHandled(record: SQSRecord, handle: Handle): Promise<boolean> {
  const { messageId } = record;
  const body = jsonOf(record.body);
  return traced(traceOfMessage(body, record), async () => {
    const started = performance.now();
    log("info", "started", { messageId, attempt: record.attributes.ApproximateReceiveCount });
    try {
      if (body === undefined) throw new Error("the message is not JSON");
      await handle(body, record);
      logCompleted(started, { messageId });
      return true;
    } catch (failure) {
      logFailure("failed", failure, { messageId });
      return false;
    }
  });
}

/** Parses a message. Undefined if it is no JSON: the parser's error would quote the message in the log. */
function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
