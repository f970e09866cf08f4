import { liveMonths } from "./lived-months.ts";
import { drill } from "./restore-drill.ts";
import { unlogged } from "./unlogged.ts";

/**
 * `node bench/restore-process.ts <claims> <seed> [months]`: a process of its own, with the memory that a whole table
 * takes. With `months`, lives these with so many claims in each.
 */
const [claims = 300, seed = 1, months] = process.argv.slice(2).map(Number);
const came = await unlogged<object>(() =>
  months === undefined ? drill({ claims, seed }) : liveMonths({ months, claimsAMonth: claims, seed }),
);
process.stdout.write(`${JSON.stringify(came)}\n`, () => process.exit(0));
