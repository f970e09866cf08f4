import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type BuildOptions, build, type Metafile } from "esbuild";

export const root = join(import.meta.dirname, "..");
const out = join(root, "build", "functions");

/** The deployed functions: every folder of `functions/` that has an `index.ts`. */
export function functionNames(): string[] {
  return readdirSync(join(root, "functions")).filter((name) => existsSync(join(root, "functions", name, "index.ts")));
}

/**
 * CommonJS resolved by `module` fields starts fastest (see `docs/decisions/`). The credential chain is cut to what a
 * Lambda has, environment credentials: the rest of it (profiles, SSO, processes) is 130 KB that can never run there.
 */
const options: BuildOptions = {
  bundle: true,
  platform: "node",
  target: "node24",
  format: "cjs",
  mainFields: ["module", "main"],
  minify: true,
  legalComments: "none",
  sourcemap: false,
  metafile: true,
  logLevel: "warning",
  alias: { "@aws-sdk/credential-provider-node": join(root, "shared", "storage", "environment-credentials.ts") },
};

/** Bundles every function into `build/functions/<name>/index.cjs`; returns what went into each. */
export async function bundleFunctions(): Promise<Record<string, Metafile>> {
  rmSync(out, { recursive: true, force: true });
  const built = await Promise.all(
    functionNames().map(async (name) => {
      const result = await build({
        ...options,
        entryPoints: [join(root, "functions", name, "index.ts")],
        outfile: join(out, name, "index.cjs"),
      });
      return [name, result.metafile] as const;
    }),
  );
  return Object.fromEntries(built.flatMap(([name, metafile]) => (metafile ? [[name, metafile]] : [])));
}

if (import.meta.main) {
  for (const [name, { outputs }] of Object.entries(await bundleFunctions()))
    for (const { bytes } of Object.values(outputs)) process.stdout.write(`${name} ${Math.round(bytes / 1024)} KB\n`);
}
