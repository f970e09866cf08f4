import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../scripts/bundle.ts";
import { releaseBefore as commitOf, untagged } from "../scripts/release-before.ts";

/** Which function answers each route, by the gateway's key of it, and which rights each function has. */
export interface Plan {
  readonly routes: Readonly<Record<string, string>>;
  readonly rights: Readonly<Record<string, readonly string[]>>;
}

/** Prints the `Plan` of the sources in the folder it runs in. */
const planner = `
  const { routesByFunction } = await import("./shared/contract/routes.ts");
  const { grantsOf, permissions } = await import("./shared/permissions.ts");
  const rightsOf = ({ actions, indexes = [], deletes, writes, ...resource }) => {
    const on = Object.values(resource).join("/");
    return [...actions.map((action) => action + " " + on), ...indexes.map((index) => "dynamodb:Query " + on + "/" + index)];
  };
  const all = (of) => Object.entries(of);
  console.log(JSON.stringify({
    routes: Object.fromEntries(all(routesByFunction).flatMap(([name, routes]) =>
      Object.values(routes).map(({ method, path }) => [method + " /api" + path, name]))),
    rights: Object.fromEntries(all(permissions).map(([name, stores]) =>
      [name, [...new Set(stores.flatMap(grantsOf).flatMap(rightsOf))]])),
  }));`;

/** Returns what the sources in a folder say. */
export function planOf(folder: string): Plan {
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--input-type=module", "-e", planner], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  if (status !== 0) throw new Error(`the sources in ${folder} were not read: ${stderr}`);
  return JSON.parse(stdout);
}

/** The bundles of the release before, or why this clone cannot make them. */
export type ReleaseBefore =
  | {
      readonly commit: string;
      /** Makes the bundles, and returns the folder with one for each function. @throws if they cannot be built. */
      build(): string;
      /** What its sources say, once they are built. */
      plan(): Plan;
      remove(): void;
    }
  | { readonly missing: string };

/**
 * Finds the release before in this clone's history. Its bundles are made by its own scripts, with the libraries that
 * are installed now.
 * @throws if the clone lacks it and `mustBe` is true, as wherever `CI` is set
 */
export function releaseBefore(commit = commitOf() ?? "", mustBe = Boolean(process.env["CI"])): ReleaseBefore {
  if (!commit) {
    const missing = `this clone has no commit ${untagged}: fetch its whole history`;
    if (mustBe) throw new Error(missing);
    return { missing };
  }
  const folder = mkdtempSync(join(tmpdir(), "caudal-before-"));
  return {
    commit,
    build: () => {
      symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
      const made = spawnSync(
        "sh",
        [
          "-c",
          `git archive "$0" | tar -x -C "$1" && cd "$1" && exec "$2" scripts/bundle.ts`,
          commit,
          folder,
          process.execPath,
        ],
        { cwd: root, encoding: "utf8", env: { ...process.env, NODE_OPTIONS: "" } },
      );
      if (made.status !== 0) throw new Error(`the bundles of ${commit} were not built: ${made.stderr}`);
      return join(folder, "build", "functions");
    },
    plan: () => planOf(folder),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
