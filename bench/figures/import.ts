import { santaMonicaFile } from "../../local/seed/santa-monica.ts";
import { tenant } from "../../settings.ts";
import { type Figure, once } from "../figure.ts";
import { type Imported, importFile } from "../imported-file.ts";
import { meteredTable } from "../metered.ts";
import { importInto } from "../metered-import.ts";
import { paceImport } from "../paced-import.ts";

interface Imports {
  readonly rowsPerSecond: number;
  readonly writesPerNewRow: number;
  readonly writesPerUnchangedRow: number;
  readonly readsPerRow: number;
}

/** Imports the Santa Monica file twice into one table: the rows are new, then unchanged. */
const imports = once(async ({ quick }): Promise<Imports> => {
  const table = await meteredTable();
  try {
    const whole = santaMonicaFile(tenant.billing.tariffLists.value);
    const text = quick ? `${whole.split("\n").slice(0, 3_001).join("\n")}\n` : whole;
    const bytes = new TextEncoder().encode(text);
    const started = performance.now();
    const first = await importInto(table, "receipts", bytes, "2026-11-24T15:00:00.000Z");
    const seconds = (performance.now() - started) / 1000;
    const second = await importInto(table, "receipts", bytes, "2026-11-24T16:00:00.000Z");
    return {
      rowsPerSecond: first.rows / seconds,
      writesPerNewRow: first.writes / first.accepted,
      writesPerUnchangedRow: second.writes / second.unchanged,
      readsPerRow: first.reads / first.rows,
    };
  } finally {
    await table.stop();
  }
});

/** Files of receipts into a store that takes everything: what grows with the file is the import's own memory. */
const memories = once(async ({ quick }) => {
  const rows = quick ? 3_000 : 30_000;
  const few = await importFile({ rows });
  const many = await importFile({ rows: 4 * rows });
  return many.peak / few.peak;
});

/** The whole file and a tenth of it, into a table of its own each. */
const millions = once(async ({ quick }) => {
  const rows = quick ? 10_000 : 1_000_000;
  const few = await importedIntoTable(rows / 10);
  const many = await importedIntoTable(rows);
  if (many.kills !== 2) throw new Error(`processes were killed ${many.kills} times`);
  process.stderr.write(`${rows} rows in ${many.seconds.toFixed(1)} s, ${rows / 10} in ${few.seconds.toFixed(1)} s\n`);
  return {
    lost: Math.max(0, rows - many.accepted),
    doubled: Math.max(0, many.accepted - rows),
    rowsPerSecond: rows / many.seconds,
    memory: many.peak / few.peak,
  };
});

async function importedIntoTable(rows: number): Promise<Imported> {
  const { endpoint, stop } = await meteredTable("billing", { inMemory: true });
  try {
    return await importFile({ rows, endpoint, workers: 2, isKilled: true });
  } finally {
    await stop();
  }
}

/** The same file into tables that take so many writes a second. */
const paced = once(async ({ quick }) => {
  const rows = quick ? 3_000 : 60_000;
  const all = [];
  for (const writesPerSecond of [300, 1_000])
    all.push({ writesPerSecond, ...(await paceImport({ rows, writesPerSecond })) });
  for (const { writesPerSecond, refused, seconds } of all)
    process.stderr.write(`${rows} rows at ${writesPerSecond} a second: ${refused} refused, ${seconds.toFixed(1)} s\n`);
  const ratios = all.map(({ writesPerSecond, seconds }) => rows / writesPerSecond / seconds);
  return {
    ratio: Math.min(...ratios),
    faults: all.reduce((sum, { lost, doubled, dead }) => sum + lost + doubled + dead, 0),
  };
});

const throttled =
  "60,000 rows (3,000 with --quick), five ranges at once as deployed, into tables that take 300 and 1,000 writes a second and refuse the rest, by the SDK over a simulated clock";

const figure = (name: string, unit: string, goal: Figure["goal"], against: string, of: keyof Imports): Figure => ({
  name,
  group: "fast",
  unit,
  goal,
  against,
  measure: async (options) => (await imports(options))[of],
});

const file = "the Santa Monica file (21,405 rows), one range after the other";
const million = (
  name: string,
  unit: string,
  goal: Figure["goal"],
  against: string,
  of: keyof Awaited<ReturnType<typeof millions>>,
  wholeOnly: boolean,
): Figure => ({
  name: `import-million-${name}`,
  group: "fast",
  unit,
  goal,
  against: `1,000,000 receipts (10,000 with --quick), by two processes, each range by one, of which two are killed amid a range: ${against}`,
  wholeOnly,
  measure: async (options) => (await millions(options))[of],
});

export const sources = [
  "bench/import-process.ts",
  "bench/imported-file.ts",
  "bench/paced-import.ts",
  "functions/import-receipts",
  "shared/domain/billing/receipt-file.ts",
  "shared/storage/billing/receipt-ledger.ts",
  "shared/storage/supply/supply-terms.ts",
];

export const figures: readonly Figure[] = [
  figure(
    "import-rows",
    "rows/s",
    { atLeast: 1_000 },
    `${file}, into the store of \`npm start\` on this machine, which is the limit`,
    "rowsPerSecond",
  ),
  figure(
    "import-units-new-row",
    "WU",
    { atMost: 1.05 },
    `all write units of a first import over its 19,419 new rows; ${file}`,
    "writesPerNewRow",
  ),
  figure(
    "import-units-unchanged-row",
    "WU",
    { atMost: 0.05 },
    `all write units of a second import over its unchanged rows; ${file}`,
    "writesPerUnchangedRow",
  ),
  figure(
    "import-read-units-row",
    "RU",
    { atMost: 2.2 },
    `all read units over all rows: each is read before it is stored, and read back after; ${file}`,
    "readsPerRow",
  ),
  {
    name: "import-memory",
    group: "fast",
    unit: "×",
    goal: { atMost: 1.1 },
    against:
      "most memory in use while a process imports 120,000 receipts, over that of 30,000: the store takes everything, and its memory is not counted",
    wholeOnly: true,
    measure: memories,
  },
  {
    name: "import-pacing",
    group: "fast",
    unit: "×",
    goal: { atLeast: 0.95 },
    against: `rows stored a second over the writes that the table takes, the lower: ${throttled}`,
    wholeOnly: true,
    measure: async (options) => (await paced(options)).ratio,
  },
  {
    name: "import-pacing-faults",
    group: "fast",
    unit: "rows",
    goal: { atMost: 0 },
    against: `rows that are lost or doubled, and ranges that are given up: ${throttled}`,
    measure: async (options) => (await paced(options)).faults,
  },
  million("rows", "rows/s", { atLeast: 1_000 }, "into the store of `npm start`, in memory", "rowsPerSecond", true),
  million("lost", "rows", { atMost: 0 }, "rows that were not read back at the end as they were stored", "lost", false),
  million("doubled", "rows", { atMost: 0 }, "rows that were read back beyond those of the file", "doubled", false),
  million("memory", "×", { atMost: 1.1 }, "most memory in use, over that of a tenth of the file", "memory", true),
];
