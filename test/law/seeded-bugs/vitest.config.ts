import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { bugs } from "./bugs.ts";
import { seededSource } from "./seeded.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const bug = bugs.find(({ name }) => name === process.env["SEEDED_BUG"]);
const source = bug && seededSource(bug);

/** The tests as they are, of sources with one bug put into them. */
export default defineConfig({
  plugins: [
    {
      name: "seeded-bug",
      enforce: "pre",
      load: (id) => (bug && id === join(root, bug.file) ? source : undefined),
    },
  ],
  test: { include: ["test/**/*.test.ts"], maxWorkers: 1, testTimeout: 40_000, bail: 1, fsModuleCache: false },
});
