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
 * @param otherKey a second key that is taken too, while the edge changes from one to the other
 */
export function frontDoor(originKey: string, otherKey?: string): MiddlewareObj<ApiEvent> {
  const expected = [originKey, ...(otherKey === undefined ? [] : [otherKey])].map(digest);
  return {
    before: ({ event }) => {
      const given = digest(event.headers["x-origin-key"] ?? "");
      return expected.some((one) => timingSafeEqual(given, one))
        ? undefined
        : replyTo(refused("not-through-the-front-door"));
    },
  };
}
