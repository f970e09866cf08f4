import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "../scripts/bundle.ts";
import { grantsOf, permissions, variableOf } from "../shared/permissions.ts";

/** Returns the path of a function's bundle, which `build(["functions"])` writes. */
export function bundleOf(name: string): string {
  return join(root, "build", "functions", name, "index.cjs");
}

const names = [
  ...Object.values(permissions).flat().flatMap(grantsOf).map(variableOf),
  "ORIGIN_KEY",
  "BUILD",
  "SITE_ADDRESS",
  "MAIL_EVENTS",
];
const signIn = ["CUSTOMERS_ISSUER", "CUSTOMERS_CLIENT_ID", "STAFF_ISSUER", "STAFF_CLIENT_ID"];
const environment = {
  ...Object.fromEntries([...names, ...signIn].map((variable) => [variable, "x"])),
  REVISION: JSON.stringify({ commit: "x" }),
  PATH: process.env["PATH"],
  AWS_REGION: "us-east-1",
  AWS_ACCESS_KEY_ID: "a",
  AWS_SECRET_ACCESS_KEY: "b",
};

/**
 * Runs a program in a new process with the variables that any function has, each `x` unless `own` has it, and returns
 * the last line that it writes.
 * @throws if it ends with an error
 */
export function lastLineOf(program: string, own: Readonly<Record<string, string>> = {}): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, ["-e", program], {
    encoding: "utf8",
    env: { ...environment, ...own },
  });
  // A bundle is one line, which Node prints whole before the error.
  if (status !== 0) throw new Error(/^\w*Error: .*/m.exec(stderr)?.[0] ?? stderr.slice(-500));
  return stdout.trimEnd().split("\n").at(-1) ?? "";
}
