import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { fontFolder } from "../../../scripts/bundle.ts";
import { smallFont, weights } from "../../../scripts/fonts.ts";
import { fontFiles } from "../../../shared/documents/font-files.ts";

it.each(weights)("the %s font is what `npm run fonts` makes of its package", async (weight) => {
  expect(readFileSync(join(fontFolder, fontFiles[weight])).equals(await smallFont(weight))).toBe(true);
});
