import { compare, mutants } from "./compare.ts";

/** `node test/law/compare-process.ts CASES SEED`: the comparison and its controls in this process's time zone, as JSON. */
const [cases = 0, seed = 0] = process.argv.slice(2).map(Number);
/** A control is a hundredth of the whole, which is enough to find its mutant many times. */
const ofControl = Math.min(cases, Math.max(2000, Math.ceil(cases / 100)));
const found = mutants.filter((mutant) => compare({ cases: ofControl, seed, mutant }).divergences > 0);
const { divergences, first } = compare({ cases, seed });
const offset = new Date(2026, 0, 1).getTimezoneOffset();
process.stdout.write(JSON.stringify({ cases, divergences, first, found, offset }));
