import { sendHandMade, sendMalformed } from "./malformed.ts";

/**
 * `node bench/malformed-process.ts <requests> <seed> <longest key> <none>`, or `by-hand <seed>`: a process of its own,
 * since the office takes its clients for good.
 */
const [requests = 4000, seed = 1, longestKey = 1024] = process.argv.slice(2).map(Number);
const { statuses, ...answered } =
  process.argv[2] === "by-hand"
    ? await sendHandMade(seed)
    : await sendMalformed({
        ...{ requests, seed, longestKey },
        ...(process.argv[5] === "none" && { counted: [] }),
      });
const line = JSON.stringify({ ...answered, statuses: Object.fromEntries(statuses) });
process.stdout.write(`${line}\n`, () => process.exit(0));
