import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { type BuildOptions, build, type Metafile } from "esbuild";
import { letters, tenant } from "../settings.ts";
import { publishedDocuments } from "../shared/casework/case-copy/published-documents.ts";
import { describeApi } from "../shared/contract/openapi.ts";
import { routes } from "../shared/contract/routes.ts";
import { fontFiles } from "../shared/documents/font-files.ts";
import { openPdfRenderer, type PdfRenderer } from "../shared/documents/pdf-renderer.ts";
import { isLate, plugins, sourceOfLate } from "./bundle-plugins.ts";
import { withModulesReadOnce } from "./function-expressions.ts";

export const root = join(import.meta.dirname, "..");
const out = join(root, "build", "functions");
/** The folder of the documents' fonts, which `npm run fonts` makes. */
export const fontFolder = join(root, "shared", "documents", "fonts");

/** Returns the names of the deployed functions: every folder of `functions/` that has an `index.ts`. */
export function functionNames(): string[] {
  return readdirSync(join(root, "functions")).filter((name) => existsSync(join(root, "functions", name, "index.ts")));
}

/**
 * CommonJS resolved by `module` fields starts fastest (see `docs/decisions/`). The credential chain is reduced to
 * environment credentials, all that a Lambda has: the rest (profiles, SSO, processes) is 130 KB that can never run
 * there.
 */
const options: BuildOptions = {
  bundle: true,
  platform: "node",
  target: "node24",
  format: "cjs",
  outExtension: { ".js": ".cjs" },
  mainFields: ["module", "main"],
  minify: true,
  legalComments: "none",
  sourcemap: false,
  logLevel: "warning",
  define: {
    // A bundle finds the files beside it as its source does.
    "import.meta.dirname": "__dirname",
    "import.meta.filename": "__filename",
    // Zod looks whether it runs at Cloudflare's; Node loads 3 ms of itself to be asked.
    navigator: "undefined",
  },
  // Compiled libraries stay files of their own: the one under the LGPL can be replaced, and both find their data.
  plugins,
  external: ["@hyzyla/pdfium", "libheif-js"],
  alias: {
    "@aws-sdk/credential-provider-node": join(root, "shared", "storage", "environment-credentials.ts"),
    "@aws-sdk/endpoint-cache": join(root, "scripts", "no-endpoint-cache.ts"),
  },
};

/**
 * The files that a bundle that makes PDFs reads at run time: fonts from its own `fonts`, the colour profile where
 * pdfkit looks.
 */
const besidePdf = [
  ...Object.values(fontFiles).map((file) => [`shared/documents/fonts/${file}`, `fonts/${file}`] as const),
  ["node_modules/pdfkit/js/data/sRGB_IEC61966_2_1.icc", "data/sRGB_IEC61966_2_1.icc"],
] as const;

/** The files that a bundle that draws pages imports at run time, in the folders where npm has them. */
const besideDrawing = [
  "@hyzyla/pdfium/package.json",
  "@hyzyla/pdfium/dist/index.esm.js",
  "@hyzyla/pdfium/dist/index.cjs",
  "@hyzyla/pdfium/dist/pdfium.wasm",
  "libheif-js/package.json",
  "libheif-js/libheif-wasm/LICENSE",
  "libheif-js/libheif-wasm/libheif-bundle.mjs",
] as const;

/** Opens the PDF renderer with the project's fonts, for documents that the build itself prints. */
export function buildTimePdfRenderer(): PdfRenderer {
  return openPdfRenderer(fontFolder);
}

/** The paths of the sources in a function's bundles, its threads' included. */
type Inputs = readonly string[];

/**
 * Writes the records of the published documents beside the function that verifies documents. The site's build makes the
 * same documents, byte by byte.
 */
async function addPublished(folder: string, inputs: Inputs): Promise<void> {
  if (!inputs.some((path) => path.endsWith("verifications/published.ts"))) return;
  const records = (await publishedDocuments({ ...tenant, letters }, buildTimePdfRenderer())).map(
    ({ record }) => record,
  );
  writeFileSync(join(folder, "published.json"), JSON.stringify(records));
}

/** Writes the description of the API beside the function that answers it. */
function addDescription(folder: string, inputs: Inputs): void {
  if (inputs.some((path) => path.endsWith("office/show-description.ts")))
    writeFileSync(join(folder, "openapi.json"), JSON.stringify(describeApi(routes)));
}

function addBeside(folder: string, inputs: Inputs): void {
  if (inputs.some((path) => path.endsWith("accept-uploads/draw-pages.ts")))
    for (const file of besideDrawing) {
      const to = join(folder, "node_modules", file);
      mkdirSync(dirname(to), { recursive: true });
      copyFileSync(join(root, "node_modules", file), to);
    }
  if (!inputs.some((path) => path.includes("node_modules/pdfkit/"))) return;
  for (const [from, to] of besidePdf) {
    mkdirSync(dirname(join(folder, to)), { recursive: true });
    copyFileSync(join(root, from), join(folder, to));
  }
}

/** Returns the files that become bundles of a function: its handler and its threads. */
function entriesOf(name: string): string[] {
  return ["index.ts", ...readdirSync(join(root, "functions", name)).filter((file) => file.endsWith("-thread.ts"))];
}

/** A bundle's text without the letters that esbuild leaves in patterns: Node reads plain ASCII fastest. */
const inAscii = (text: string): string =>
  text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** Bundles sources: each `in` becomes `<into>/<out>.cjs`. Returns every bundle by its path, from the project's root. */
async function bundled(entryPoints: { in: string; out: string }[], into: string): Promise<Metafile["outputs"]> {
  const { metafile, outputFiles } = await build({
    ...options,
    metafile: true,
    write: false,
    absWorkingDir: root,
    entryPoints,
    outdir: into,
  });
  for (const { path, text } of outputFiles) {
    mkdirSync(dirname(path), { recursive: true });
    const { inputs = {} } = metafile.outputs[relative(root, path)] ?? {};
    // Only those that print wrap much; to look for it takes the build a quarter of a second a bundle.
    const isPrinting = Object.keys(inputs).some((input) => input.includes("node_modules/pdfmake/"));
    writeFileSync(path, inAscii(isPrinting ? withModulesReadOnce(text) : text));
  }
  return metafile.outputs;
}

/**
 * Deletes `into`, then bundles functions into `<into>/<name>/index.cjs`, each with its threads, what it imports late
 * and the files it reads. By default it bundles all functions into `build/functions`. One run bundles them all, because
 * they share most sources.
 * @returns every bundle by its path below `into`, and its size in bytes
 */
export async function bundleFunctions(
  names = functionNames(),
  into = out,
): Promise<readonly { readonly name: string; readonly bytes: number }[]> {
  rmSync(into, { recursive: true, force: true });
  const sources = names.flatMap((name) => entriesOf(name).map((file) => join(name, file)));
  const started = await bundled(
    sources.map((path) => ({ in: join(root, "functions", path), out: path.replace(/\.ts$/, "") })),
    into,
  );
  const late = Object.entries(started).flatMap(([path, { imports }]) =>
    imports.filter(isLate).map((each) => ({
      in: sourceOfLate(each.path),
      out: relative(into, join(root, dirname(path), basename(each.path, ".cjs"))),
    })),
  );
  const outputs = { ...started, ...(await bundled(late, into)) };
  for (const name of names) {
    const folder = join(into, name);
    const bundles = Object.entries(outputs).filter(([path]) => dirname(resolve(root, path)) === folder);
    const inputs = bundles.flatMap(([, bundle]) => Object.keys(bundle.inputs));
    addBeside(folder, inputs);
    addDescription(folder, inputs);
    await addPublished(folder, inputs);
  }
  return Object.entries(outputs).map(([path, { bytes }]) => ({ name: relative(into, resolve(root, path)), bytes }));
}

if (import.meta.main)
  for (const { name, bytes } of await bundleFunctions())
    process.stdout.write(`${name} ${Math.round(bytes / 1024)} KB\n`);
