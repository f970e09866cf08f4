import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Figure } from "../figure.ts";

const report = join(import.meta.dirname, "..", "..", ".cache", "mutation.json");

interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>;
}

/** The share of mutants that some test found, of a file or of all. */
function scoreOf(mutants: readonly { readonly status: string }[]): number {
  const count = (...statuses: readonly string[]) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const found = count("Killed", "Timeout");
  return (100 * found) / (found + count("Survived", "NoCoverage"));
}

export const figures: readonly Figure[] = [
  {
    name: "law-mutation",
    group: "law",
    unit: "% of mutants found",
    goal: { atLeast: 90 },
    against:
      "mutants of shared/domain in the report of the last `npm run mutation`, by the domain's own tests; none without a report",
    measure: async () => {
      if (!existsSync(report)) return 0;
      const { files }: Report = JSON.parse(readFileSync(report, "utf8"));
      for (const [file, { mutants }] of Object.entries(files))
        process.stderr.write(`${scoreOf(mutants).toFixed(1)} % of ${mutants.length} in ${file}\n`);
      return scoreOf(Object.values(files).flatMap(({ mutants }) => mutants));
    },
  },
];
