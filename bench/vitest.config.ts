import { join } from "node:path";
import base from "../vitest.config.ts";
import type { Mistake } from "./passed-tests.ts";

const root = join(import.meta.dirname, "..");
const mistake: Mistake | null = JSON.parse(process.env["MISTAKE"] ?? "null");

const plugin = {
  name: "mistake",
  enforce: "pre" as const,
  transform: (code: string, id: string) => {
    if (mistake === null || id.split("?")[0] !== join(root, mistake.file)) return undefined;
    const parts = code.split(mistake.from);
    if (parts.length !== 2) throw new Error(`${mistake.file} does not hold this exactly once: ${mistake.from}`);
    return parts.join(mistake.to);
  },
};

/**
 * The project's tests on its sources with one mistake in them, which `passed-tests.ts` names: the control of a figure.
 */
export default {
  ...base,
  root,
  test: {
    ...base.test,
    projects: base.test?.projects?.map((one) => (typeof one === "object" ? { ...one, plugins: [plugin] } : one)),
  },
};
