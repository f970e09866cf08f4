import { mkdtempSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "../../scripts/build.ts";
import { functionNames } from "../../scripts/bundle.ts";
import { routesByFunction } from "../../shared/contract/routes.ts";
import { bundleOf, lastLineOf } from "../bundles.ts";
import { type Figure, once } from "../figure.ts";

/** What customers and strangers start most often must be lightest; what signs brings the libraries of signatures. */
const goals: Readonly<Record<string, { readonly kilobytes: number; readonly times: number }>> = {
  receipts: { kilobytes: 410, times: 3 },
  office: { kilobytes: 410, times: 3 },
  verifications: { kilobytes: 410, times: 3 },
  claims: { kilobytes: 600, times: 4 },
  // The one that prints.
  "receipt-copies": { kilobytes: 600, times: 4 },
  casework: { kilobytes: 665, times: 4 },
  telephone: { kilobytes: 665, times: 4 },
  "visits-and-hearings": { kilobytes: 665, times: 4 },
  signing: { kilobytes: 1000, times: 6 },
};

function goalOf(name: string) {
  return goals[name] ?? { kilobytes: Object.hasOwn(routesByFunction, name) ? 520 : 640, times: 4 };
}

/** Returns the milliseconds of processor that a process takes until its handler is loaded and its clients are made. */
function readyMs(bundle: string): number {
  const used = "Object.values(process.cpuUsage()).reduce((sum, each) => sum + each / 1000, 0)";
  return Number(lastLineOf(`import(${JSON.stringify(bundle)}).then(() => console.log(${used}))`));
}

/**
 * Returns the least ready time of every function and of an empty one (under the name ""), measured in turn so that
 * noise affects all alike.
 */
const readyTimes = once(async ({ quick }) => {
  build(["functions"]);
  const empty = join(mkdtempSync(join(tmpdir(), "caudal-empty-")), "index.cjs");
  writeFileSync(empty, "exports.handler = async () => ({});\n");
  const bundles = new Map([["", empty], ...functionNames().map((name) => [name, bundleOf(name)] as const)]);
  const times = new Map<string, number[]>([...bundles.keys()].map((name) => [name, []]));
  for (let round = 0; round < (quick ? 5 : 31); round += 1) {
    for (const [name, bundle] of bundles) times.get(name)?.push(readyMs(bundle));
  }
  return new Map([...times].map(([name, all]) => [name, Math.min(...all)]));
});

export const sources = [
  "functions",
  "package-lock.json",
  "package.json",
  "scripts/bundle-plugins.ts",
  "scripts/bundle.ts",
  "scripts/function-expressions.ts",
  "scripts/lazy-zod.ts",
  "scripts/no-endpoint-cache.ts",
  "scripts/no-event-streams.ts",
  "scripts/no-settings-files.ts",
  "scripts/plain-endpoint.ts",
  "scripts/print-plugins.ts",
  "settings.ts",
  "shared",
  "tenants",
];

export const figures: readonly Figure[] = functionNames().flatMap((name): Figure[] => [
  {
    name: `bundle-${name}`,
    group: "fast",
    unit: "KB",
    goal: { atMost: goalOf(name).kilobytes },
    against: "bytes of the minified bundle",
    measure: async () => {
      build(["functions"]);
      return statSync(bundleOf(name)).size / 1024;
    },
  },
  {
    name: `start-${name}`,
    group: "fast",
    unit: "×",
    goal: { atMost: goalOf(name).times },
    wholeOnly: true,
    against:
      "processor time from the start of a process to its loaded handler, over that of an empty handler in the same rounds (minima)",
    measure: async (options) => {
      const times = await readyTimes(options);
      return (times.get(name) ?? Number.NaN) / (times.get("") ?? Number.NaN);
    },
  },
]);
