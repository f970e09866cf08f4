import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { deskFile, deskPages } from "../web/desk-paths.ts";

/** A file of the desk's app as it is served: its address and its bytes. */
export interface AppFile {
  readonly url: string;
  readonly content: string | Uint8Array;
}

/**
 * Returns the code of the service worker that stores `files` on the phone. The worker takes a file only if its hash is
 * that of this build: a phone that updates during a deployment has one build whole, never parts of two.
 * @param source the path of the worker's source
 */
export async function deskWorker(source: string, files: readonly AppFile[]): Promise<string> {
  const entries = files.map(({ url, content }) => ({
    url,
    // The names of `assets/` have their hash, and other files do not.
    revision: url.startsWith("/assets/") ? null : hashOf(content, "hex").slice(0, 16),
    integrity: `sha256-${hashOf(content, "base64")}`,
  }));
  const { outputFiles } = await build({
    entryPoints: [source],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2022",
    define: {
      APP_FILES: JSON.stringify(entries),
      APP_DOCUMENT: JSON.stringify(deskFile),
      "process.env.NODE_ENV": '"production"',
    },
  });
  const [{ text = "" } = {}] = outputFiles;
  return text;
}

const hashOf = (content: string | Uint8Array, as: "hex" | "base64"): string =>
  createHash("sha256").update(content).digest(as);

const sizes = [192, 512] as const;

/**
 * Returns the manifest and the icons of the inspector's installable app, each by its file name in `desk/`.
 * @param web the path of the folder `web/`, where the icons are
 * @param office the utility's name, which the app's name contains
 */
export function appFiles(web: string, office: string): ReadonlyMap<string, string | Uint8Array> {
  const icons = sizes.map((size) => [`icon-${size}.png`, readFileSync(join(web, "look", `icon-${size}.png`))] as const);
  const manifest = {
    id: "/desk/",
    name: `Visitas – ${office}`,
    short_name: "Visitas",
    lang: "es-PE",
    start_url: deskPages.inspections.path,
    scope: "/desk/",
    display: "standalone",
    background_color: "#ffffff",
    theme_color: "#0b4257",
    icons: sizes.map((size) => ({
      src: `/desk/icon-${size}.png`,
      sizes: `${size}x${size}`,
      type: "image/png",
      purpose: "any maskable",
    })),
  };
  return new Map<string, string | Uint8Array>([
    ["app.webmanifest", `${JSON.stringify(manifest, null, 2)}\n`],
    ...icons,
  ]);
}
