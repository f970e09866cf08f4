import { parseArgs } from "node:util";
import { stopAtEachWrite } from "./crash-points.ts";

/**
 * `node bench/crash-points-process.ts <times> [ways] [--once]`: a process of its own, since the office takes its
 * clients for good.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { once: { type: "boolean", default: false } },
});
const [times = 1, ways] = positionals.map(Number);
const stopped = await stopAtEachWrite({ times, again: !values.once, ...(ways !== undefined && { ways }) });
process.stdout.write(`${JSON.stringify(stopped)}\n`, () => process.exit(0));
