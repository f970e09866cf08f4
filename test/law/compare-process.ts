import { compare, mutants } from "./compare.ts";

/**
 * `node test/law/compare-process.ts CASES SEED`: compares engine and oracle in the time zone of this process, checks
 * which mutants the comparison finds, and prints both as JSON.
 */
const [cases = 0, seed = 0] = process.argv.slice(2).map(Number);
/** Each mutant is compared in a hundredth of the cases, which finds every mutant many times. */
const ofControl = Math.min(cases, Math.max(2000, Math.ceil(cases / 100)));
const found = mutants.filter((mutant) => compare({ cases: ofControl, seed, mutant }).divergences > 0);
const { divergences, first } = compare({ cases, seed });
const offset = new Date(2026, 0, 1).getTimezoneOffset();
process.stdout.write(JSON.stringify({ cases, divergences, first, found, offset }));
