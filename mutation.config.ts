import { defineConfig } from "vitest/config";

/** The tests that judge mutants of the domain: those of the law that are fast and need no store. */
export default defineConfig({
  test: { include: ["test/shared/domain/**/*.test.ts", "test/law/vectors.test.ts"], testTimeout: 20_000 },
});
