import { afterEach, expect, it, vi } from "vitest";
import { log } from "../../../functions/runtime/log.ts";

afterEach(() => vi.restoreAllMocks());

/** What is written while `run` runs, line by line, as it is written. */
function writtenBy(run: () => void): readonly string[] {
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  run();
  return write.mock.calls.map(([line]) => String(line));
}

it("a line says its level unless it is `info`, and its event first, by which the local log knows it", () => {
  expect(
    writtenBy(() => {
      log("info", "published", { claimId: "c1" });
      log("warn", "outbox-late");
    }),
  ).toEqual(['{"event":"published","claimId":"c1"}\n', '{"event":"outbox-late","level":"warn"}\n']);
});

it("what a process has used is said when it ends its first call, and later only if it has grown", async () => {
  // Of a process that has said nothing yet.
  vi.resetModules();
  const { logCompleted } = await import("../../../functions/runtime/log.ts");
  const usage = vi.spyOn(process, "resourceUsage");
  const withMemory = (megabytes: number) =>
    usage.mockReturnValueOnce({ maxRSS: megabytes * 1024 } as NodeJS.ResourceUsage);
  withMemory(90);
  withMemory(90);
  withMemory(120);
  const lines = writtenBy(() => {
    logCompleted(250.4, {});
    logCompleted(performance.now(), { records: 1 });
    logCompleted(performance.now(), {});
  }).map((line) => JSON.parse(line));
  const ms = expect.any(Number);
  expect(lines).toEqual([
    { event: "completed", ms, mb: 90, startMs: 250 },
    { event: "completed", ms, records: 1 },
    { event: "completed", ms, mb: 120 },
  ]);
});
