import middy, { type MiddyfiedHandler } from "@middy/core";
import type { Context, EventBridgeEvent } from "aws-lambda";
import { traced } from "../../shared/storage/check/trace.ts";
import { log, logCompleted, logFailure } from "./log.ts";
import { releaseCheck } from "./release-check.ts";

export type Scheduled = MiddyfiedHandler<EventBridgeEvent<string, unknown>, void, Error, Context>;

/**
 * Returns the Lambda handler of a schedule, which calls `handle` in a trace named after the event. A failure of
 * `handle` is logged and thrown: the platform tries again, and an alarm counts failures. `handle` must bear running
 * twice, also at the same time.
 */
export function scheduled(handle: () => Promise<void>): Scheduled {
  return middy<EventBridgeEvent<string, unknown>, void>()
    .use(releaseCheck())
    .handler(async ({ id }) =>
      traced(id, async () => {
        const started = performance.now();
        log("info", "started", { scheduleId: id });
        try {
          await handle();
        } catch (failure) {
          logFailure("failed", failure, { scheduleId: id });
          throw failure;
        }
        logCompleted(started, { scheduleId: id });
      }),
    );
}
