import { describe, expect, it } from "vitest";
import type { Remedy } from "../../../shared/documents/letters.ts";
import type { Block, Sheet } from "../../../shared/documents/sheet.ts";
import { assertStatesRemedies } from "../../../shared/documents/stated-remedies.ts";
import { resolution } from "../../../tenants/eps-moquegua/letters/resolution.ts";
import { resolutionFacts } from "./document-examples.ts";

const sheet = resolution(resolutionFacts);
const { remedies } = resolutionFacts;
const [first, second] = remedies;
if (!second) throw new Error("the resolution has one recourse");

/** The resolution with every text of it changed. */
const reworded = (change: (text: string) => string): Sheet => ({
  ...sheet,
  blocks: sheet.blocks.map((block): Block => {
    if ("text" in block) return { text: change(block.text) };
    return "items" in block ? { items: block.items.map(change) } : block;
  }),
});

describe("the recourses of a resolution", () => {
  it("are stated: it may be issued", () => {
    expect(() => assertStatesRemedies(sheet, remedies)).not.toThrow();
  });

  it.each<[string, Sheet, readonly Remedy[]]>([
    ["none of them is said", { ...sheet, blocks: [] }, remedies],
    ["a form is not named", reworded((text) => text.replaceAll("Formato 9", "el formato")), remedies],
    ["a term is not said", reworded((text) => text.replaceAll("15 días hábiles", "plazo de ley")), remedies],
    ["who decides the appeal is not said", reworded((text) => text.replaceAll("TRASS", "otro")), remedies],
    ["the term is another than the law's", sheet, [{ ...first, days: 20 }, second]],
    ["the law leaves one more", sheet, [first, { ...second, formName: "Formato 10" }]],
    ["the law leaves none", sheet, []],
  ])("%s: it may not", (_, changed, left) => {
    expect(() => assertStatesRemedies(changed, left)).toThrow(RangeError);
  });
});
