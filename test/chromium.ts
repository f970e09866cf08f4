import { existsSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import packaged, { inflate } from "@sparticuz/chromium";

/** Those of a machine for which the package has none. */
const names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** A browser's program, and what it needs in its environment besides the usual. */
export interface BrowserProgram {
  readonly executablePath: string;
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * The browser of the tests: `CHROME_PATH`, else the one of a package (Linux x64), which is the same everywhere, else
 * the system's on the path.
 */
export async function browserProgram(): Promise<BrowserProgram> {
  const given = process.env["CHROME_PATH"];
  if (given) return { executablePath: given, environment: {} };
  if (process.platform === "linux" && process.arch === "x64") return unpacked();
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const found = folders.flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync);
  if (!found) throw new Error("no Chromium on the path: set CHROME_PATH");
  return { executablePath: found, environment: {} };
}

/** The package's, with the libraries and the fonts it carries: a machine that has no browser may have neither. */
async function unpacked(): Promise<BrowserProgram> {
  const carried = join(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "..", "bin");
  const [executablePath, libraries] = await Promise.all([
    packaged.executablePath(),
    inflate(join(carried, "al2023.tar.br")),
  ]);
  const fonts = join(tmpdir(), "caudal-fonts.conf");
  writeFileSync(fonts, `<fontconfig><dir>${join(tmpdir(), "fonts")}</dir></fontconfig>\n`);
  const paths = [join(libraries, "lib"), ...(process.env["LD_LIBRARY_PATH"]?.split(delimiter) ?? [])];
  return { executablePath, environment: { LD_LIBRARY_PATH: paths.join(delimiter), FONTCONFIG_FILE: fonts } };
}
