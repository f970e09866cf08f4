import type { MiddlewareObj } from "@middy/core";
import { log } from "./log.ts";

/**
 * Returns a middleware that answers `{ started: true }` to an event with a field `releaseCheck`, without running the
 * function's handler. A release sends this event to a new version before the version gets any traffic; an answer shows
 * that its settings were read and its stores opened. All other events pass.
 */
export function releaseCheck(): MiddlewareObj {
  return {
    before: ({ event }) => {
      if (typeof event !== "object" || event === null || !("releaseCheck" in event)) return undefined;
      log("info", "release-checked");
      return { started: true };
    },
  };
}
