import { parseArgs } from "node:util";
import { loads } from "./replay/load.ts";
import { replayed } from "./replay/replayed.ts";
import { hearCalls } from "./rights.ts";

/** `node bench/rights-process.ts [--few]`: replays the office in a process of its own, and prints what its functions asked. */
const { values } = parseArgs({ options: { few: { type: "boolean", default: false } } });
const calls = hearCalls();
await replayed(loads[values.few ? "few" : "quick"], () => {});
const used = calls.used();
const line = JSON.stringify({
  used,
  missing: calls.missing(),
  unnoticed: used.filter((right) => !calls.missing(right).includes(right)),
});
process.stdout.write(`${line}\n`, () => process.exit(0));
