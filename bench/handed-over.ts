/**
 * Weeks of an office that hands 34 decisions a day over at their addresses, and the claims that silence granted.
 * `--quick` one week, `--few` two days for a test; `--off`: nobody records a delivery; `--json` the report alone.
 */
import { parseArgs } from "node:util";
import { handedOver, loads } from "./handed-over/weeks.ts";

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    few: { type: "boolean", default: false },
    off: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
});
const load = loads[values.few ? "few" : values.quick ? "quick" : "whole"];
const say = (line: string): void => void (values.json || process.stdout.write(`${line}\n`));
const began = performance.now();
const report = await handedOver(load, !values.off, say);
const seconds = Math.round((performance.now() - began) / 1000);
process.stdout.write(`${JSON.stringify({ ...report, seconds })}\n`);
// What the functions opened in this process would keep it running.
process.exit(0);
