import type { Context, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { log } from "../../../functions/runtime/log.ts";
import { stream } from "../../../functions/runtime/stream.ts";
import { captureLog, type LogLine } from "../log-lines.ts";

let lines: () => readonly LogLine[];
beforeEach(() => {
  lines = captureLog();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const context = {} as Context;
const recordOf = (name: string, at: number): DynamoDBRecord => ({
  dynamodb: { SequenceNumber: `s${at}`, NewImage: { name: { S: name } } },
});
const batch = (...names: readonly string[]): DynamoDBStreamEvent => ({ Records: names.map(recordOf) });

describe("a batch of a stream", () => {
  it.each<[readonly string[], readonly string[], readonly string[], string]>([
    [[], [], [], "none"],
    [["a", "b"], ["a", "b"], [], "all handled"],
    [["bad"], ["bad"], ["s0"], "one that fails"],
    [["a", "bad", "c", "d"], ["a", "bad"], ["s1"], "those behind the first failure keep their order: untouched"],
    [["a", "bad", "bad"], ["a", "bad"], ["s1"], "only the first failure is reported"],
  ])("%j: hands over %j and gives back from %j (%s)", async (names, handed, failed) => {
    const seen: string[] = [];
    const handler = stream(async (image) => {
      const { name } = image as { name: { S: string } };
      seen.push(name.S);
      if (name.S === "bad") throw new Error("cannot");
    });
    const answer = await handler(batch(...names), context);
    expect(seen).toEqual(handed);
    expect(answer).toEqual({ batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) });
  });

  it("hands over nothing for what was deleted", async () => {
    const handle = vi.fn(async () => {});
    await stream(handle)({ Records: [{ dynamodb: { SequenceNumber: "s0" } }] }, context);
    expect(handle).toHaveBeenCalledExactlyOnceWith(undefined);
  });

  it("logs how far it came and what broke, never what an item says", async () => {
    const handler = stream(async () => {
      throw new Error("cannot");
    });
    await handler(batch("CLIENTE DE PRUEBA"), context);
    expect(lines()).toMatchObject([
      { level: "info", event: "started", records: 1 },
      { level: "error", event: "failed", sequence: "s0", done: 0, message: "cannot" },
    ]);
    expect(JSON.stringify(lines())).not.toContain("PRUEBA");
  });

  it("logs what an item does, and how it fails, in the trace that the item was written in", async () => {
    const record = (trace: string | undefined): DynamoDBRecord => ({
      dynamodb: { SequenceNumber: "s", NewImage: trace === undefined ? {} : { trace: { S: trace } } },
    });
    const handler = stream(async (image) => {
      log("info", "published");
      if (JSON.stringify(image).includes("t2")) throw new Error("cannot");
    });
    await handler({ Records: [record("t1"), record(undefined), record("t2")] }, context);
    expect(lines().map(({ event, trace }) => [event, trace])).toEqual([
      ["started", undefined],
      ["published", "t1"],
      ["published", undefined],
      ["published", "t2"],
      ["failed", "t2"],
    ]);
  });
});
