import { createHash, timingSafeEqual } from "node:crypto";
import type { MiddlewareObj } from "@middy/core";
import { refused } from "../../shared/contract/refusals.ts";
import { replyTo } from "./reply.ts";
import type { ApiEvent } from "./serve.ts";

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/**
 * Lets through only what came by the site's own edge, which adds `x-origin-key`: the API's own address stays open on
 * the internet, and without this the edge's limits could be walked around. Compared in constant time.
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
