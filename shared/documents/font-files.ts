/** The font files that must be in the PDF renderer's folder; `npm run fonts` makes those in `fonts/`. */
export const fontFiles = { normal: "sans.ttf", bold: "sans-bold.ttf" } as const;

/**
 * The characters the fonts have, by first and last code point of each range: Latin, punctuation, the euro sign and �.
 */
export const printedCharacters = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x20ac, 0x20ac],
  [0xfffd, 0xfffd],
] as const;
