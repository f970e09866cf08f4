import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import subsetFont from "subset-font";
import { fontFiles, printedCharacters } from "../shared/documents/font-files.ts";
import { fontFolder, root } from "./bundle.ts";
import { typedArguments } from "./typed-arguments.ts";

const source = join(root, "node_modules", "dejavu-fonts-ttf");
const whole = { normal: "DejaVuSans.ttf", bold: "DejaVuSans-Bold.ttf" } as const;

export type Weight = keyof typeof whole;
export const weights = Object.keys(whole) as readonly Weight[];

/** The characters that documents are printed with, each once. */
const alphabet = printedCharacters
  .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)))
  .join("");

/**
 * Returns the font DejaVu in one weight, reduced to the characters that documents are printed with: a whole font takes
 * longer to read for each document. Calls give the same bytes.
 */
export function smallFont(weight: Weight): Promise<Buffer> {
  const options = { targetFormat: "truetype", keepFeatures: ["kern"], noHinting: true } as const;
  return subsetFont(readFileSync(join(source, "ttf", whole[weight])), alphabet, options);
}

if (import.meta.main) {
  typedArguments("npm run fonts\nMakes the fonts of letters anew, with the signs that letters use.", {});
  for (const weight of weights) writeFileSync(join(fontFolder, fontFiles[weight]), await smallFont(weight));
  copyFileSync(join(source, "LICENSE"), join(fontFolder, "LICENSE"));
}
