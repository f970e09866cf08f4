import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { build } from "../../scripts/build.ts";
import { type Figure, once } from "../figure.ts";
import type { Report } from "../handed-over/weeks.ts";

const root = join(import.meta.dirname, "..", "..");

/** Lives the weeks in a process of its own, whose clock and stores are replaced. */
function lived(asked: readonly string[]): Report {
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, "bench", "handed-over.ts"), "--json", ...asked], {
    cwd: root,
    encoding: "utf8",
  });
  const line = stdout.trim().split("\n").at(-1) ?? "";
  if (!line.startsWith("{")) throw new Error(`the weeks ended without a report: ${stderr}`);
  return JSON.parse(line);
}

const report = once(async ({ quick }) => {
  build(["functions", "assembly"]);
  return lived(quick ? ["--quick"] : []);
});

export const sources = [
  "functions/casework",
  "functions/telephone",
  "functions/visits-and-hearings",
  "functions/sweep",
  "shared/casework",
  "shared/domain",
  "shared/storage",
  "tenants",
  "bench/handed-over",
  "bench/handed-over.ts",
  "local/in-process",
];

const weeks =
  "20 working days (5 with --quick) of 40 decisions signed on days 25 to 28 of their term, 36 % without mail and 80 % of mails unacknowledged, two inspectors of 25 doors a morning, one absent for a day, nobody at 30 % of doors, 10 % of reports sent the next morning; handlers in process on tables in memory";

export const figures: readonly Figure[] = [
  {
    name: "deliveries-silences",
    group: "desk",
    unit: "claims",
    goal: { atMost: 0 },
    against: `granted by silence, or that may be, for want of a record of their delivery; ${weeks}`,
    measure: async (options) => (await report(options)).silences,
  },
  {
    name: "deliveries-a-day",
    group: "desk",
    unit: "decisions/day",
    goal: { atLeast: 34 },
    against: "sent to an address in the same days",
    measure: async (options) => {
      const { toHandOver, load } = await report(options);
      return toHandOver / load.days;
    },
  },
  {
    name: "deliveries-silences-unrecorded",
    group: "desk",
    unit: "of 1",
    goal: { atLeast: 1 },
    against:
      "silences over decisions sent to an address in two such days, where nobody records a delivery: the control",
    measure: async () => {
      const { silences, toHandOver } = lived(["--few", "--off"]);
      return silences / toHandOver;
    },
  },
];
