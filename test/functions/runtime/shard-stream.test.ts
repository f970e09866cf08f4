import type { Context, DynamoDBRecord } from "aws-lambda";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { shardStream } from "../../../functions/runtime/shard-stream.ts";
import { captureLog, type LogLine } from "../log-lines.ts";

let lines: () => readonly LogLine[];
beforeEach(() => {
  lines = captureLog();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const context = {} as Context;
const record = (name: string, at: number): DynamoDBRecord => ({
  dynamodb: { SequenceNumber: `s${at}`, NewImage: { name: { S: name } } },
});
const Records = ["a", "b"].map(record);

describe("a batch of a shard", () => {
  it("is handled as a whole, with its shard and each record's sequence number", async () => {
    const handle = vi.fn(async () => {});
    expect(await shardStream(handle)({ Records, shardId: "shard-1" }, context)).toEqual({
      state: {},
      batchItemFailures: [],
    });
    expect(handle).toHaveBeenCalledExactlyOnceWith("shard-1", [
      { sequence: "s0", image: { name: { S: "a" } } },
      { sequence: "s1", image: { name: { S: "b" } } },
    ]);
  });

  it("is given again whole if it fails, and the log does not say what an item says", async () => {
    const handler = shardStream(async () => {
      throw new Error("cannot");
    });
    expect(await handler({ Records, shardId: "shard-1" }, context)).toEqual({
      state: {},
      batchItemFailures: [{ itemIdentifier: "s0" }],
    });
    expect(lines()).toContainEqual(expect.objectContaining({ event: "failed", sequence: "s0", message: "cannot" }));
    expect(JSON.stringify(lines())).not.toContain('"a"');
  });

  it("fails without the name of its shard: a replay would be counted twice", async () => {
    const handle = vi.fn(async () => {});
    expect(await shardStream(handle)({ Records }, context)).toMatchObject({
      batchItemFailures: [{ itemIdentifier: "s0" }],
    });
    expect(handle).not.toHaveBeenCalled();
  });

  it("is nothing at the end of a window that brought none", async () => {
    const handle = vi.fn(async () => {});
    expect(await shardStream(handle)({ Records: [], shardId: "shard-1" }, context)).toEqual({
      state: {},
      batchItemFailures: [],
    });
    expect(handle).not.toHaveBeenCalled();
  });

  it("logs what was counted in the trace of each item, and a failure in that of the first", async () => {
    const of = (trace: string): DynamoDBRecord => ({
      dynamodb: { SequenceNumber: trace, NewImage: { trace: { S: trace } } },
    });
    const batch = { Records: [of("t1"), of("t2"), of("t1"), record("a", 0)], shardId: "shard-1" };
    await shardStream(async () => {})(batch, context);
    await shardStream(async () => {
      throw new Error("cannot");
    })(batch, context);
    const traced = lines().filter(({ trace }) => trace !== undefined);
    expect(traced.map(({ event, trace }) => [event, trace])).toEqual([
      ["counted", "t1"],
      ["counted", "t2"],
      ["failed", "t1"],
    ]);
  });
});
