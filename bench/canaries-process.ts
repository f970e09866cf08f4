import { parseArgs } from "node:util";
import { makeLeaks } from "./leaks.ts";

/**
 * `node bench/canaries-process.ts <seed> [ways] [--leaking]`: a process of its own, since the office takes its clients
 * for good.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { leaking: { type: "boolean", default: false } },
});
if (values.leaking) makeLeaks();
const { searchForCanaries } = await import("./canaries.ts");
const [seed = 1, ways] = positionals.map(Number);
const found = await searchForCanaries({ seed, leaking: values.leaking, ...(ways !== undefined && { ways }) });
process.stdout.write(`${JSON.stringify(found)}\n`, () => process.exit(0));
