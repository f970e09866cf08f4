/** Files of the font of every document, which must stand in the press's folder: `fonts/` has them, made by `npm run fonts`. */
export const fontFiles = { normal: "sans.ttf", bold: "sans-bold.ttf" } as const;

/** Letters and signs documents are printed with, first and last of each range of code points: Latin, its signs, the euro, �. */
export const printedCharacters = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x20ac, 0x20ac],
  [0xfffd, 0xfffd],
] as const;
