import { globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "../../scripts/bundle.ts";
import type { Figure } from "../figure.ts";

/** What `npm run mutation` last found out, a report a source. */
const reports = join(root, ".cache", "mutation", "*.json");
const domain = join(root, "shared", "domain", "**", "*.ts");

interface Judged {
  readonly source: string;
  readonly mutants: readonly { readonly status: string }[];
}

interface Report {
  readonly files: Readonly<Record<string, Judged>>;
}

/** The share of mutants that some test found, of a file or of all. What no module could be loaded with counts as neither. */
function scoreOf(mutants: readonly { readonly status: string }[]): number {
  const count = (...statuses: readonly string[]) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const found = count("Killed", "Timeout");
  return (100 * found) / (found + count("Survived", "NoCoverage"));
}

function judged(): ReadonlyMap<string, Judged> {
  const files = globSync(reports).flatMap((report) => {
    const { files }: Report = JSON.parse(readFileSync(report, "utf8"));
    return Object.entries(files);
  });
  return new Map(files);
}

export const figures: readonly Figure[] = [
  {
    name: "law-mutation",
    group: "law",
    unit: "% of mutants found",
    goal: { atLeast: 90 },
    against:
      "mutants of shared/domain in the reports of the last `npm run mutation`, by the domain's own tests; those that act only while a table is loaded are left out; none without a report",
    measure: async () => {
      const known = judged();
      for (const source of globSync(domain).map((path) => relative(root, path))) {
        const file = known.get(source);
        if (!file) process.stderr.write(`no report of ${source}\n`);
        else if (file.source !== readFileSync(join(root, source), "utf8"))
          process.stderr.write(`${source} is another since its report\n`);
      }
      for (const [source, { mutants }] of known)
        if (mutants.length > 0)
          process.stderr.write(`${scoreOf(mutants).toFixed(1)} % of ${mutants.length} in ${source}\n`);
      return known.size === 0 ? 0 : scoreOf([...known.values()].flatMap(({ mutants }) => mutants));
    },
  },
];
