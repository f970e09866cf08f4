import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { trackedFiles } from "../tracked-files.ts";

const page = readFileSync(join(import.meta.dirname, "..", "..", "docs", "where-to-look.md"), "utf8");

/** What stands between backticks and has a slash or an ending is a path, a command or a pattern of names aside. */
const named = [...page.matchAll(/`([^`\n]+)`/g)]
  .flatMap(([, text = ""]) => text)
  .filter((text) => (text.includes("/") || /\.[a-z]+$/.test(text)) && !/ |^\*/.test(text));

/** Whether a path is a tracked file, or a folder with one if it ends in a slash; `*` is the name of any one folder. */
function isTracked(path: string, files: readonly string[]): boolean {
  const parts = path.split("*").map((part) => part.replace(/[.]/g, "\\."));
  const form = new RegExp(`^${parts.join("[^/]+")}${path.endsWith("/") ? "" : "$"}`);
  return files.some((file) => form.test(file));
}

describe("the page that leads from a complaint to a file", () => {
  it("names tracked files and folders alone", () => {
    const files = trackedFiles();
    expect(named.length).toBeGreaterThan(120);
    expect(named.filter((path) => !isTracked(path, files))).toEqual([]);
  });

  it("has 2,500 words at most, so that it is read whole", () => {
    expect(page.split(/\s+/).length).toBeLessThanOrEqual(2500);
  });

  it("names each capability that stands in a layer, and no other", () => {
    const named = [...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name);
    const layer = /^(?:shared\/(?:domain|casework|contract|storage)|web\/(?:site|desk))\/([a-z-]+)\//;
    const found = new Set(trackedFiles("shared", "web").flatMap((path) => layer.exec(path)?.[1] ?? []));
    expect(named.toSorted()).toEqual([...found].toSorted());
  });
});
