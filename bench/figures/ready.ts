import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startLocalStack } from "../../local/stack.ts";
import { build } from "../../scripts/build.ts";
import type { Figure } from "../figure.ts";

/** Returns the seconds until a stack started on `state` answers its health check, which a function serves. */
async function secondsToReady(state: string): Promise<number> {
  const started = performance.now();
  const stack = await startLocalStack({ state, say: () => {} });
  const { status } = await fetch(`${stack.origin}/api/health`);
  const seconds = (performance.now() - started) / 1000;
  await stack.stop();
  if (status !== 200) throw new Error(`the health check answered ${status}`);
  return seconds;
}

export const sources = ["functions", "infra", "local", "scripts/build.ts", "scripts/bundle.ts"];

export const figures: readonly Figure[] = [
  {
    name: "ready-seconds",
    group: "fast",
    unit: "s",
    goal: { atMost: 15 },
    against: "the local stack started again on its state, built before, until its health check answers",
    wholeOnly: true,
    measure: async () => {
      build(["functions", "web", "assembly"]);
      const state = mkdtempSync(join(tmpdir(), "caudal-ready-"));
      await secondsToReady(state);
      const seconds = await secondsToReady(state);
      rmSync(state, { recursive: true, force: true });
      return seconds;
    },
  },
];
