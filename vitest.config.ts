import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    expect: { requireAssertions: true },
    // Half of the time is spent waiting for browsers and stacks: one worker more than processors to spare.
    maxWorkers: 2,
    testTimeout: 40_000,
  },
});
