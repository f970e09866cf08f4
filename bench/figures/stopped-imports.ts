import type { Figure } from "../figure.ts";
import { stopImports } from "../stopped-imports.ts";
import { unlogged } from "../unlogged.ts";

export const sources = ["bench/stopped-imports.ts", "functions/import-receipts", "shared/domain"];

export const figures: readonly Figure[] = [
  {
    name: "stopped-imports-differing",
    group: "operate",
    unit: "stops",
    goal: { atMost: 0 },
    against:
      "a file of 2,000 rows that corrects, repeats, spoils and adds (40 with --quick), whose import is stopped before or after storing each row in turn and gone on with by two at once: those after which the table, the report or the register's counts are not to the byte what they are without a stop; given up instead, each differs",
    measure: async ({ quick }) => {
      const { differing, stops, rows } = await unlogged(() => stopImports({ rows: quick ? 40 : 2000 }));
      process.stderr.write(`${stops} stops in ${rows} rows; differing: ${differing.join() || "none"}\n`);
      return differing.length;
    },
  },
];
