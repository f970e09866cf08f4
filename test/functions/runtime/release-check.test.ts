import type { Context } from "aws-lambda";
import { expect, it, vi } from "vitest";
import { api } from "../../../functions/runtime/api.ts";
import { logLines } from "../../../functions/runtime/log-lines.ts";
import { scheduled } from "../../../functions/runtime/scheduled.ts";
import { shardStream } from "../../../functions/runtime/shard-stream.ts";
import { stream } from "../../../functions/runtime/stream.ts";
import { worker } from "../../../functions/runtime/worker.ts";

const work = vi.fn(async () => {});

it.each([
  ["an API", api({}, {}, { originKey: "k" })],
  ["a queue", worker(work)],
  ["a schedule", scheduled(work)],
  ["a stream", stream(work)],
  ["a stream by shards", shardStream(work)],
  ["a log", logLines(work)],
] as const)("the function of %s answers a release that it started, and does nothing else", async (_, handler) => {
  const invoke: (event: never, context: Context) => Promise<unknown> = handler;
  expect(await invoke({ releaseCheck: true } as never, {} as Context)).toEqual({ started: true });
  expect(work).not.toHaveBeenCalled();
});

it("a request through the gateway cannot ask for it", async () => {
  const handler = api({}, {}, { originKey: "k" });
  const event = {
    routeKey: "$default",
    headers: {},
    body: '{"releaseCheck":true}',
    requestContext: { requestId: "r" },
  };
  expect(await handler(event as never, {} as Context)).toMatchObject({ statusCode: 403 });
});
