import { createHash, timingSafeEqual } from "node:crypto";
import type { MiddlewareObj } from "@middy/core";
import { refused } from "../../shared/contract/refusals.ts";
import { replyTo } from "./reply.ts";
import type { ApiEvent } from "./serve.ts";

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/**
 * Returns a middleware that refuses `not-through-the-front-door` if a request did not come by the site's own edge,
 * which adds `x-origin-key`. Without it, the API's own address, open to the internet, would avoid the edge's limits.
 * Compares the key in constant time.
 */
export function frontDoor(originKey: string): MiddlewareObj<ApiEvent> {
  const expected = digest(originKey);
  return {
    before: ({ event }) =>
      timingSafeEqual(digest(event.headers["x-origin-key"] ?? ""), expected)
        ? undefined
        : replyTo(refused("not-through-the-front-door")),
  };
}
