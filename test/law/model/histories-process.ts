import { builtEngine } from "../built.ts";
import { compareHistories, type Visits } from "./against.ts";

/**
 * `node test/law/model/histories-process.ts RUNS SEED`: compares random histories with the model and prints the result
 * as JSON.
 */
const [runs = 0, seed = 0] = process.argv.slice(2).map(Number);
const visits: Visits = new Map();
const compared = compareHistories({ runs, seed, visits, against: await builtEngine() });
process.stdout.write(JSON.stringify({ ...compared, visits: [...visits] }));
