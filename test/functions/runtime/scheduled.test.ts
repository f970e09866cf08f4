import type { Context, EventBridgeEvent } from "aws-lambda";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { scheduled } from "../../../functions/runtime/scheduled.ts";
import { captureLog, type LogLine } from "../log-lines.ts";

let lines: () => readonly LogLine[];
beforeEach(() => {
  lines = captureLog();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const event = { id: "e1" } as EventBridgeEvent<string, unknown>;
const context = {} as Context;

describe("a schedule", () => {
  it("logs a line when it begins and when it ends", async () => {
    const handle = vi.fn(async () => {});
    await scheduled(handle)(event, context);
    expect(handle).toHaveBeenCalledOnce();
    expect(lines()).toEqual([
      { level: "info", event: "started", trace: "e1", scheduleId: "e1" },
      { level: "info", event: "completed", trace: "e1", scheduleId: "e1", ms: expect.any(Number) },
    ]);
  });

  it("fails with what broke, for the platform to try again, and says so", async () => {
    const broken = scheduled(async () => {
      throw new Error("cannot");
    });
    await expect(broken(event, context)).rejects.toThrow("cannot");
    expect(lines().at(-1)).toMatchObject({ level: "error", event: "failed", scheduleId: "e1", message: "cannot" });
  });
});
