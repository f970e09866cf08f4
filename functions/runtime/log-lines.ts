import { gunzipSync } from "node:zlib";
import middy, { type MiddyfiedHandler } from "@middy/core";
import type { CloudWatchLogsEvent, Context } from "aws-lambda";
import * as z from "zod";
import { log, logCompleted, logFailure } from "./log.ts";
import { releaseCheck } from "./release-check.ts";

export type LogLines = MiddyfiedHandler<CloudWatchLogsEvent, void, Error, Context>;

const batch = z.object({
  messageType: z.enum(["DATA_MESSAGE", "CONTROL_MESSAGE"]),
  logEvents: z.array(z.object({ message: z.string() })),
});

/**
 * Returns the Lambda handler of a CloudWatch log subscription. `handle` gets the lines of a delivery as they were
 * written; an empty list if the platform only tests the subscription. A failure of `handle` is logged and thrown: the
 * platform tries again twice, and an alarm counts failures. `handle` must bear being given a line twice.
 */
export function logLines(handle: (lines: readonly string[]) => Promise<void>): LogLines {
  return middy<CloudWatchLogsEvent, void>()
    .use(releaseCheck())
    .handler(async ({ awslogs: { data } }) => {
      const started = performance.now();
      const { messageType, logEvents } = batch.parse(JSON.parse(gunzipSync(Buffer.from(data, "base64")).toString()));
      // A control message only tests the subscription.
      const lines = messageType === "DATA_MESSAGE" ? logEvents.map(({ message }) => message) : [];
      log("info", "started", { lines: lines.length });
      try {
        await handle(lines);
      } catch (failure) {
        logFailure("failed", failure, { lines: lines.length });
        throw failure;
      }
      logCompleted(started, { lines: lines.length });
    });
}
