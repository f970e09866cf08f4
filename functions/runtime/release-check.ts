import type { MiddlewareObj } from "@middy/core";
import { log } from "./log.ts";

/**
 * Returns a middleware that answers a release's question to a version that nobody calls yet: an event of only
 * `releaseCheck: true`. By then the version has started: it has read its settings and opened its stores. Nothing else
 * of the function runs. Only who may invoke a function can ask; no queue, stream or gateway sends such an event.
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
