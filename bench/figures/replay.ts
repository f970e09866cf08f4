import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { build } from "../../scripts/build.ts";
import { type Figure, once } from "../figure.ts";
import type { Report } from "../replay/report.ts";

const root = join(import.meta.dirname, "..", "..");

/** Replays in a process of its own, whose clock and stores are replaced. */
function replayed(asked: readonly string[]): Report & { readonly seconds: number } {
  build(["functions", "assembly"]);
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, "bench", "replay.ts"), "--json", ...asked], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const line = stdout.trim().split("\n").at(-1) ?? "";
  if (!line.startsWith("{")) throw new Error(`the replay ended without a report: ${stderr}`);
  process.stderr.write(`${line}\n`);
  return JSON.parse(line);
}
const report = once(async ({ quick }) => replayed(quick ? ["--quick"] : []));

export const sources = [
  "functions",
  "shared",
  "tenants",
  "bench/replay",
  "bench/replay.ts",
  "bench/scripted-person.ts",
  "local/in-process",
  "local/journey",
  "scripts/living-office/acts.ts",
];

const months =
  "105 working days with the utility's own numbers, 3,689 people attended and 3,572 claims resolved (a tenth with --quick); every function in process on tables in memory, one claim in a hundred by HTTP";

const counted = (name: string, unit: string, against: string, of: (report: Report) => number): Figure => ({
  name,
  group: "desk",
  unit,
  goal: { atMost: 0 },
  against: `${against}; ${months}`,
  measure: async (options) => of(await report(options)),
});

export const figures: readonly Figure[] = [
  counted("replay-attended-missing", "people", "between what came and what the board shows", ({ load, attended }) =>
    Math.abs(load.attended - attended),
  ),
  counted("replay-resolved-missing", "claims", "between what was resolved and what the board shows", (one) =>
    Math.abs(one.load.resolved - one.resolved),
  ),
  counted("replay-lost", "claims", "claims whose life did not come to its end", ({ lost }) => lost),
  counted("replay-hearings-above", "hearings", "above those held at once", ({ hearingsAbove }) => hearingsAbove),
  counted("replay-visits-past", "claims", "with a visit past its target", ({ visitsPast }) => visitsPast),
  counted(
    "replay-silences",
    "claims",
    "granted because nobody decided or notified in time",
    ({ silences }) => silences,
  ),
  counted(
    "replay-recount-differences",
    "months",
    "that the night's count of everything put right",
    (one) => one.differences,
  ),
  {
    name: "replay-recount-finds",
    group: "desk",
    unit: "months",
    goal: { atLeast: 1 },
    against:
      "that the same count put right after the totals of one month of three days' claims were emptied: the control",
    measure: async () => replayed(["--few", "--spoiled"]).differences,
  },
  {
    name: "replay-silences-unsigned",
    group: "desk",
    unit: "of 1",
    goal: { atLeast: 1 },
    against: "silences over claims that wait for a signature, of three days' claims, where nobody signs: the control",
    measure: async () => {
      const { silencesBy, resolved, load } = replayed(["--few", "--vacant=signer"]);
      return (silencesBy["sin firmar"] ?? 0) / (load.resolved - resolved);
    },
  },
  {
    name: "replay-fullest-desk",
    group: "desk",
    unit: "of 1",
    goal: { atMost: 1 },
    against: `hours of the desk with most work, over those its people have; ${months}`,
    measure: async (options) => Math.max(...(await report(options)).hours.map(({ share }) => share)),
  },
  counted(
    "replay-appointments-late",
    "appointments",
    "visits and hearings over later than was said to the customer",
    ({ lateAppointments }) => lateAppointments,
  ),
  {
    name: "replay-minutes",
    group: "desk",
    unit: "minutes",
    goal: { atMost: 30 },
    against: months,
    wholeOnly: true,
    measure: async (options) => (await report(options)).seconds / 60,
  },
];
