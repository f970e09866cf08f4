import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { acceptedFile } from "../infra/nag.ts";
import type { Stage } from "../settings.ts";
import { root } from "./bundle.ts";
import { typedArguments } from "./typed-arguments.ts";
import { typedStage } from "./typed-stage.ts";

const usage = `npm run synth [-- --stage <stage>]
Makes the templates of a stage, dev if none is named, and checks them by cdk-nag and cfn-lint. Needs no account.`;

/** Returns the path of the folder into which a stage's templates are synthesized. */
export function assemblyOf(stage: Stage): string {
  return join(root, "build", "assembly", stage);
}

/**
 * Runs a program of the project with the Node that runs this one, also first on the PATH of what that program starts.
 * Exits with its status if it fails.
 */
function run(program: string, ...args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, [join(root, program), ...args], {
    cwd: root,
    stdio: "inherit",
    env: {
      ...process.env,
      PATH: [dirname(process.execPath), process.env["PATH"]].join(delimiter),
      CDK_DISABLE_CLI_TELEMETRY: "true",
    },
  });
  if (status !== 0) process.exit(status ?? 1);
}

/**
 * Runs the CDK's command line with these arguments for a stage. Ends this process with the CDK's status if it fails.
 */
export function cdk(stage: Stage, ...args: readonly string[]): void {
  run("node_modules/aws-cdk/bin/cdk", ...args, "--context", `stage=${stage}`, "--output", assemblyOf(stage));
}

/** Says how many findings of cdk-nag are accepted in an assembly; one that is not stops the synthesis. */
function acknowledgements(assembly: string): string {
  const accepted: { on: string[] }[] = JSON.parse(readFileSync(join(assembly, acceptedFile), "utf8"));
  const findings = accepted.flatMap(({ on }) => on).length;
  const reasons = accepted.filter(({ on }) => on.length > 0).length;
  return `${reasons} acknowledgements, each of one rule with one reason, cover ${findings} findings (${acceptedFile})`;
}

function filesOf(assembly: string, ending: string): string[] {
  return readdirSync(assembly)
    .filter((name) => name.endsWith(ending))
    .map((name) => join(assembly, name));
}

/**
 * Runs cfn-lint and returns its result, or that it is not installed. W3005 asks to remove dependencies that the CDK
 * states twice.
 */
function lint(templates: readonly string[]): string {
  const { error, status } = spawnSync("cfn-lint", ["-i", "W3005", "--", ...templates], { stdio: "inherit" });
  if (error) return "skipped: it is not on the PATH (pip install cfn-lint)";
  if (status !== 0) process.exitCode = 1;
  return status === 0 ? "nothing found" : "see above";
}

if (import.meta.main) {
  const { values } = typedArguments(usage, { options: { stage: { type: "string" } } });
  const stage = typedStage(values.stage ?? "dev", usage);
  const say = (line: string) => process.stdout.write(`${line}\n`);
  cdk(stage, "synth", "--quiet");
  const assembly = assemblyOf(stage);
  say(`cdk-nag: nothing else found; ${acknowledgements(assembly)}`);
  say(`cfn-lint: ${lint(filesOf(assembly, ".template.json"))}`);
}
