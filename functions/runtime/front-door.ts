import type { MiddlewareObj } from "@middy/core";
import { refused } from "../../shared/contract/refusals.ts";
import { replyTo } from "./reply.ts";
import { isSameSecret } from "./same-secret.ts";
import type { ApiEvent } from "./serve.ts";

/**
 * Returns a middleware that refuses `not-through-the-front-door` if the header `x-origin-key` of a request is neither
 * of the keys. Only the site's own edge sends this header, so nobody avoids the limits of the edge by calling the API's
 * own address, which is open to the internet. Compares the keys in constant time.
 * @param otherKey a second key that is taken too, while the edge changes from one key to the other
 */
export function frontDoor(originKey: string, otherKey?: string): MiddlewareObj<ApiEvent> {
  return {
    before: ({ event }) => {
      const given = event.headers["x-origin-key"] ?? "";
      return [originKey, otherKey].some((key) => key !== undefined && isSameSecret(given, key))
        ? undefined
        : replyTo(refused("not-through-the-front-door"));
    },
  };
}
