import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { type SitePage, sitePages } from "../../web/paths.ts";
import { contents, pageStates } from "./page-states.ts";

/** Where each test of a page stands, by its name. */
const places = new Map(
  globSync("**/*.test.ts", { cwd: import.meta.dirname }).map((path) => [
    basename(path),
    join(import.meta.dirname, path),
  ]),
);

describe.each(Object.keys(sitePages) as SitePage[])("the page %s", (page) => {
  it.each(contents)("is held in the state %s, or cannot be in it for a reason", (content) => {
    const held = pageStates[page][content];
    if (typeof held === "string") expect(held.split(" ").length).toBeGreaterThan(3);
    else {
      const [file, state] = held;
      const source = readFileSync(places.get(file) ?? file, "utf8");
      expect(source).toContain("expectSound");
      // A name with no space or comma is written without quotes.
      expect(source).toMatch(new RegExp(`(["\`'][^"\`\\n]*${escaped(state)}|^ {2}${escaped(state)}: )`, "m"));
    }
  });
});

/** A text as a pattern that matches only it. */
function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
