import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { root } from "../../scripts/bundle.ts";

const { scripts }: { scripts: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(join(root, "package.json"), "utf8"),
);
const commands = Object.entries(scripts)
  // Biome's own.
  .filter(([name]) => name !== "check")
  .map(([name, command]) => [name, command.split(" ").at(-1) ?? ""] as const);

const run = (program: string, ...typed: readonly string[]) =>
  spawnSync(process.execPath, [program, ...typed], { cwd: root, encoding: "utf8", timeout: 60_000 });

it.each(commands)("%s takes its arguments with its usage, and so does nothing after --help", (_, program) => {
  const source = readFileSync(join(root, program), "utf8");
  expect(source).toMatch(/\btypedArguments\(/);
  expect(source).not.toMatch(/\bparseArgs\(|process\.argv/);
});

it("start says how it is used, and opens no office", () => {
  const { status, stdout, stderr } = run(join(root, "local", "start.ts"), "--help");
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/^npm start\n/);
});

it("what a command does not know is refused by its usage, not by a trace", () => {
  const { status, stderr } = run(join(root, "scripts", "rollback.ts"), "--stge", "prod");
  expect(status).toBe(2);
  expect(stderr).toMatch(/^Unknown option '--stge'\nnpm run rollback -- --stage <stage>\n/);
  expect(stderr).not.toContain("    at ");
});

it.each([
  ["build", "scripts", "nada", "There is no step nada"],
  ["due", "scripts", "2026-07-20", "un plazo y uno solo"],
  ["figures", "bench", "nada", "There is no figure nada"],
  ["import-command", "local", "nada.csv", "No hay ningún archivo nada.csv."],
  ["import-command", "local", "README.md --kind nada", "No hay archivos de la clase nada."],
  ["journey/command", "local", "--branch nada", "No hay ninguna rama nada."],
  ["mutation", "scripts", "nada", "There is no source nada"],
  ["sign-command", "local", "nada.pdf", "No hay ningún archivo nada.pdf."],
  ["smoke", "scripts", "--against nada", "--against is no address: nada"],
  ["token", "local", "nadie", "Falta la persona"],
  ["trace-command", "local", "", "Falta el código"],
])("%s, of %s, refuses «%s» by its usage", (name, folder, typed, says) => {
  const { status, stderr } = run(join(root, folder, `${name}.ts`), ...typed.split(" ").filter(Boolean));
  expect(status).toBe(2);
  expect(stderr).toContain(says);
  expect(stderr).toContain("npm run ");
});

it("reset empties the office only when nothing else was typed", () => {
  const folder = mkdtempSync(join(tmpdir(), "caudal-reset-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const file of ["local/reset.ts", "local/running.ts", "scripts/typed-arguments.ts", "package.json"])
    cpSync(join(root, file), join(folder, file));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const state = join(folder, ".local");
  mkdirSync(state);
  const reset = (...typed: readonly string[]) => {
    const { status } = run(join(folder, "local", "reset.ts"), ...typed);
    return [status, existsSync(state)];
  };
  expect(reset("--help")).toEqual([0, true]);
  expect(reset("--dry-run")).toEqual([2, true]);
  expect(reset("dev")).toEqual([2, true]);
  expect(reset()).toEqual([0, false]);
});

it("a stage that there is not ends a command with the names of those there are", () => {
  const { status, stdout, stderr } = run(join(root, "scripts", "fsck.ts"), "--stage", "nada");
  expect([status, stdout, stderr]).toEqual([
    2,
    "",
    "There is no stage nada; settings.ts has dev, staging, prod, second.\n",
  ]);
});

it.each(["deploy", "fsck", "limit-texts", "preflight", "restore", "rollback", "seen", "staff"])(
  "%s takes no stage unasked",
  (name) => {
    const source = readFileSync(join(root, "scripts", `${name}.ts`), "utf8");
    expect(source).toContain("typedStage(values.stage, usage)");
  },
);

it("a command of an account that names no stage is refused with its usage", () => {
  const { status, stdout, stderr } = run(join(root, "scripts", "deploy.ts"));
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^--stage is missing\nnpm run deploy -- --stage <stage>/);
});

it("without credentials a command says where they go, in a line", () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, "scripts", "rollback.ts"), "--stage", "dev"],
    // No folder of settings, no environment and no machine that gives any.
    { cwd: root, encoding: "utf8", timeout: 60_000, env: { HOME: "/nowhere", AWS_EC2_METADATA_DISABLED: "true" } },
  );
  expect([status, stderr]).toEqual([
    2,
    "Put credentials of the account in the environment (AWS_PROFILE): Could not load credentials from any providers\n",
  ]);
});
