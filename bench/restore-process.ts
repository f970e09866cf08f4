import { drill } from "./restore-drill.ts";

/** `node bench/restore-process.ts <claims> <seed>`: a process of its own, with the memory that a whole table takes. */
const [claims = 300, seed = 1] = process.argv.slice(2).map(Number);
const line = JSON.stringify(await drill({ claims, seed }));
process.stdout.write(`${line}\n`, () => process.exit(0));
