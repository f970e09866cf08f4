import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // A page that loads its parts on a busy machine takes more than the second that a poll waits otherwise.
    expect: { requireAssertions: true, poll: { timeout: 10_000 } },
    // Half of the time is spent waiting for browsers and stacks: one worker more than processors to spare.
    maxWorkers: 2,
    testTimeout: 40_000,
  },
});
