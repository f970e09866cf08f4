import { globSync } from "node:fs";
import { basename, join } from "node:path";
import { Stryker } from "@stryker-mutator/core";
import { refused, typedArguments } from "./typed-arguments.ts";

const usage = `npm run mutation [-- <source>… [--force] [--static] [--concurrency 2]]
Tests the tests of shared/domain by mutants: of the sources named, such as claim-clocks, or of all.`;

/**
 * Tests the domain's tests by mutants, one source at a time, so that no other source runs slowed by Stryker's switches:
 * `npm run mutation -- claim-clocks due-dates`, or all. A mutant's result is kept while its code and the test that
 * found it are unchanged; `--force` runs it again.
 */
const { values, positionals } = typedArguments(usage, {
  options: {
    force: { type: "boolean", default: false },
    static: { type: "boolean", default: false },
    concurrency: { type: "string", default: "2" },
  },
  allowPositionals: true,
});

const reports = join(".cache", "mutation");

const sources = globSync("shared/domain/**/*.ts").toSorted();
const unknown = positionals.find((name) => !sources.some((source) => basename(source, ".ts") === name));
if (unknown !== undefined) refused(`There is no source ${unknown} in shared/domain`, usage);
for (const source of sources) {
  const name = basename(source, ".ts");
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  await new Stryker({
    mutate: [source],
    incrementalFile: join(reports, `${name}.json`),
    tempDirName: join(".cache", "mutants", name),
    force: values.force,
    ignoreStatic: !values.static,
    concurrency: Number(values.concurrency),
  }).runMutationTest();
}
