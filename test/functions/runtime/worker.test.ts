import type { Context, SQSEvent, SQSRecord } from "aws-lambda";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { worker } from "../../../functions/runtime/worker.ts";
import { captureLog, type LogLine } from "../log-lines.ts";

let lines: () => readonly LogLine[];
beforeEach(() => {
  lines = captureLog();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const recordOf = (body: string, at: number): SQSRecord =>
  ({ messageId: `m${at}`, body, attributes: { ApproximateReceiveCount: String(at + 1) } }) as SQSRecord;
const batch = (...bodies: readonly string[]): SQSEvent => ({ Records: bodies.map(recordOf) });
const context = {} as Context;

describe("a batch of messages", () => {
  const failing = async (body: unknown): Promise<void> => {
    if (body === "bad") throw new Error("cannot");
  };

  it.each<[readonly string[], readonly string[], string]>([
    [[], [], "none"],
    [['"a"'], [], "one that is handled"],
    [['"bad"'], ["m0"], "one that fails"],
    [['"a"', '"b"', '"c"'], [], "all handled"],
    [['"a"', '"b"', '"bad"', '"d"', '"e"', '"f"', '"g"', '"h"', '"i"', '"j"'], ["m2"], "one of ten fails alone"],
    [['"bad"', '"a"', '"bad"'], ["m0", "m2"], "those before and after another"],
    [["{", '"a"'], ["m0"], "no JSON, and the next"],
    [["", '"a"'], ["m0"], "nothing, and the next"],
  ])("%j: only %j go back to the queue (%s)", async (bodies, failed) => {
    const answer = await worker(failing)(batch(...bodies), context);
    expect(answer).toEqual({ batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) });
  });

  it("is handled one after the other, in its order", async () => {
    const seen: string[] = [];
    const slow = worker(async (body) => {
      seen.push(`${body} begins`);
      await new Promise((resolve) => setTimeout(resolve, body === "a" ? 5 : 0));
      seen.push(`${body} ends`);
    });
    await slow(batch('"a"', '"b"'), context);
    expect(seen).toEqual(["a begins", "a ends", "b begins", "b ends"]);
  });

  it("gives the handler what was sent, read, and the record it came in", async () => {
    const handle = vi.fn(async () => {});
    await worker(handle)(batch('{"index":3}'), context);
    expect(handle).toHaveBeenCalledExactlyOnceWith({ index: 3 }, recordOf('{"index":3}', 0));
  });

  it("logs a line when each begins and when it ends, and a failure with its stack", async () => {
    await worker(failing)(batch('"a"', '"bad"'), context);
    expect(lines()).toEqual([
      { level: "info", event: "started", trace: "m0", messageId: "m0", attempt: "1" },
      { level: "info", event: "completed", trace: "m0", messageId: "m0", ms: expect.any(Number) },
      { level: "info", event: "started", trace: "m1", messageId: "m1", attempt: "2" },
      {
        level: "error",
        event: "failed",
        trace: "m1",
        messageId: "m1",
        failure: "Error",
        message: "cannot",
        stack: expect.stringContaining("worker.test.ts"),
      },
    ]);
  });

  it("logs no line with what a message says", async () => {
    await worker(failing)(batch('{"holder":"CLIENTE DE PRUEBA"}', "CLIENTE DE PRUEBA UNO", '"bad"'), context);
    expect(JSON.stringify(lines())).not.toContain("PRUEBA");
  });
});
