import { existsSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import packaged, { inflate } from "@sparticuz/chromium";

/** The shell first: a page costs half of the processor time of a browser that also keeps windows. */
const names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** A browser's program, and what it needs in its environment besides the usual. */
export interface BrowserProgram {
  readonly executablePath: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** The browser of the tests: `CHROME_PATH`, else the system's on the path, else the one of a package (Linux x64). */
export async function browserProgram(): Promise<BrowserProgram> {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const found =
    process.env["CHROME_PATH"] || folders.flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync);
  return found ? { executablePath: found, environment: {} } : unpacked();
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
