import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import packaged from "@sparticuz/chromium";

/** The shell first: a page costs half of the processor time of a browser that also keeps windows. */
const names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The browser of the tests: `CHROME_PATH`, else the system's on the path, else the one of a package (Linux x64). */
export async function chromiumPath(): Promise<string> {
  const named = process.env["CHROME_PATH"];
  if (named) return named;
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return (
    folders.flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync) ?? packaged.executablePath()
  );
}
