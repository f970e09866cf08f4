import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type SitePage, sitePages } from "../../web/paths.ts";
import { contents, pageStates } from "./page-states.ts";

describe.each(Object.keys(sitePages) as SitePage[])("the page %s", (page) => {
  it.each(contents)("is held in the state %s, or cannot be in it for a reason", (content) => {
    const held = pageStates[page][content];
    if (typeof held === "string") expect(held.split(" ").length).toBeGreaterThan(3);
    else {
      const [file, state] = held;
      const source = readFileSync(join(import.meta.dirname, file), "utf8");
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
