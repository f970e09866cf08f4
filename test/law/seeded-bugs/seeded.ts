import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";
import { compareHistories, type Engine } from "../model/against.ts";
import type { Bug } from "./bugs.ts";

const root = join(import.meta.dirname, "..", "..", "..");

/** The bug's source with the bug in it; throws if the place it goes is not there, or there twice. */
export function seededSource({ name, file, from, to }: Bug): string {
  const source = readFileSync(join(root, file), "utf8");
  if (source.split(from).length !== 2) throw new Error(`${name}: its place in ${file} is not there once`);
  return source.replace(from, () => to);
}

const engineSource = ["apply, claimAt", "clocksOf"]
  .map((names, at) => `export { ${names} } from "./shared/domain/claim${["", "-clocks"][at]}.ts";`)
  .join("\n");

/** The engine with a bug in it, built in memory. */
async function engineWith(bug: Bug): Promise<Engine> {
  const contents = seededSource(bug);
  const plugin: Plugin = {
    name: "seeded-bug",
    setup: ({ onLoad }) => {
      onLoad({ filter: /\.ts$/ }, ({ path }) =>
        path === join(root, bug.file) ? { contents, loader: "ts" } : undefined,
      );
    },
  };
  const { outputFiles } = await build({
    stdin: { contents: engineSource, resolveDir: root, loader: "ts" },
    bundle: true,
    format: "esm",
    write: false,
    plugins: [plugin],
  });
  const text = outputFiles[0]?.text ?? "";
  return import(/* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(text).toString("base64")}`);
}

/** How many random histories it takes to find a bug of the engine; nothing if so many do not. */
export async function historiesToFind(bug: Bug, most: number, seed: number): Promise<number | undefined> {
  const { runs, divergence } = compareHistories({ runs: most, seed, against: await engineWith(bug), isEnough: true });
  return divergence && runs;
}

const vitest = fileURLToPath(new URL("vitest.mjs", import.meta.resolve("vitest/package.json")));

/** Whether the tests of a bug's own level fail with it in; without one, whether they fail as they are. */
export function failsTests(file: string, bug?: Bug): Promise<boolean> {
  const config = join(import.meta.dirname, "vitest.config.ts");
  const child = spawn(process.execPath, [vitest, "run", "--root", root, "--config", config, file], {
    env: { ...process.env, SEEDED_BUG: bug?.name ?? "" },
    stdio: "ignore",
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve(code !== 0));
  });
}
