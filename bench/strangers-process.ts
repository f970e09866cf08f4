import { makeGuardsRemovable } from "./removed-guards.ts";

/**
 * `node bench/strangers-process.ts <times> <seed> [ways]`: a process of its own, since the office takes its clients for
 * good.
 */
makeGuardsRemovable();
const { sendFromStrangers } = await import("./strangers.ts");
const [times = 1, seed = 1, ways] = process.argv.slice(2).map(Number);
const sent = await sendFromStrangers({ times, seed, ...(ways !== undefined && { ways }) });
process.stdout.write(`${JSON.stringify(sent)}\n`, () => process.exit(0));
