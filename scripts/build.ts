import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./bundle.ts";
import { refused, typedArguments } from "./typed-arguments.ts";

/** A step of the build. It is skipped if its output exists and its inputs are unchanged since it last ran. */
interface Step {
  readonly reads: readonly string[];
  readonly writes: string;
  readonly command: readonly string[];
}

const productCode = ["shared", "tenants", "settings.ts", "package.json", "package-lock.json"];

const bundling = [
  "bundle",
  "bundle-plugins",
  "function-expressions",
  "lazy-zod",
  "no-endpoint-cache",
  "no-event-streams",
  "no-settings-files",
  "plain-endpoint",
  "print-plugins",
].map((name) => join("scripts", `${name}.ts`));

/** The steps in order; each may read what an earlier one wrote. */
export const steps = {
  functions: {
    reads: ["functions", ...productCode, ...bundling],
    writes: "build/functions",
    command: ["scripts/bundle.ts"],
  },
  web: {
    reads: [
      "web",
      ...productCode,
      "scripts/web.ts",
      "scripts/said-words.ts",
      "scripts/site-chunks.ts",
      "scripts/gallery.ts",
      "scripts/site-headers.ts",
    ],
    writes: "build/site",
    command: ["scripts/web.ts"],
  },
  assembly: {
    reads: ["functions", "web", "infra", "cdk.json", ...productCode, "scripts"],
    writes: "cdk.out",
    command: ["infra/app.ts"],
  },
} as const satisfies Record<string, Step>;
export type StepName = keyof typeof steps;

const stamps = join(root, "build", "stamps.json");

function knownStamps(): Readonly<Record<string, string>> {
  return existsSync(stamps) ? JSON.parse(readFileSync(stamps, "utf8")) : {};
}

/**
 * Returns whether a step's output exists and was built from its inputs as they are now. The hash of the inputs is
 * compared with the hash noted at the last build.
 */
export function isBuilt(name: StepName): boolean {
  const { reads, writes }: Step = steps[name];
  return knownStamps()[name] === digestOf(reads) && existsSync(join(root, writes));
}

/**
 * Runs the named build steps in the order given, and skips each whose output is up to date. `say` gets a line for each
 * step that ran.
 * @throws if a step fails; the step has printed its errors.
 */
export function build(names: readonly StepName[], say: (line: string) => void = () => {}): void {
  for (const name of names) {
    if (isBuilt(name)) continue;
    const step: Step = steps[name];
    const stamp = digestOf(step.reads);
    const started = performance.now();
    const { status } = spawnSync(process.execPath, step.command, {
      cwd: root,
      env: appEnvironment(),
      stdio: ["ignore", "ignore", "inherit"],
    });
    if (status !== 0) throw new Error(`build step ${name} failed`);
    mkdirSync(join(root, "build"), { recursive: true });
    writeFileSync(stamps, JSON.stringify({ ...knownStamps(), [name]: stamp }, null, 2));
    say(`built ${name} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
}

/** Returns the environment that the CDK's command line gives its app: where to write, and the context of `cdk.json`. */
function appEnvironment(): NodeJS.ProcessEnv {
  const { context } = JSON.parse(readFileSync(join(root, "cdk.json"), "utf8"));
  return {
    ...process.env,
    CDK_OUTDIR: join(root, steps.assembly.writes),
    // The templates of the local stack are no release: a new commit alone must not make them stale.
    CDK_CONTEXT_JSON: JSON.stringify({ ...context, revision: "local" }),
  };
}

function digestOf(paths: readonly string[]): string {
  const hash = createHash("sha256");
  const read = (path: string): void => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) for (const entry of readdirSync(full).sort()) read(join(path, entry));
    else hash.update(path).update("\0").update(readFileSync(full)).update("\0");
  };
  for (const path of paths) read(path);
  return hash.digest("hex");
}

const usage = `npm run build [-- ${Object.keys(steps).join("|")}…]
Builds what has changed: the functions, the pages and the templates, or the steps that are named.`;

if (import.meta.main) {
  const { positionals } = typedArguments(usage, { allowPositionals: true });
  const asked = positionals.filter((name): name is StepName => Object.hasOwn(steps, name));
  const unknown = positionals.find((name) => !Object.hasOwn(steps, name));
  if (unknown !== undefined) refused(`There is no step ${unknown}`, usage);
  build(asked.length > 0 ? asked : ["functions", "web", "assembly"], (line) => process.stdout.write(`${line}\n`));
}
