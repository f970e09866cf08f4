/** The tenant's format of codes: `RE-2026-004192-0`. */
export interface CodeFormat {
  readonly prefix: string;
  /** How many digits the drawn number takes. */
  readonly digits: number;
}

/** Damm's table, ten rows of ten: one digit that catches every wrong digit and every swap of two neighbours. */
const damm = [
  "0317598642",
  "7092154863",
  "4206871359",
  "1750983426",
  "6123045978",
  "3674209581",
  "5869720134",
  "8945362017",
  "9438617205",
  "2581436790",
].join("");

function checkDigit(digits: string): string {
  return String([...digits].reduce((row, digit) => Number(damm.charAt(10 * row + Number(digit))), 0));
}

/**
 * Returns the code for a year and a number that the caller draws at random, with a check digit over both. Throws
 * `RangeError` if `drawn` is not a whole number, is negative or has more than `digits` digits.
 */
export function codeOf({ prefix, digits }: CodeFormat, year: number, drawn: number): string {
  if (!Number.isInteger(drawn) || drawn < 0 || drawn >= 10 ** digits) throw new RangeError(`no code for ${drawn}`);
  const number = String(drawn).padStart(digits, "0");
  return `${prefix}-${year}-${number}-${checkDigit(`${year}${number}`)}`;
}

/** Returns whether the digits of a text, if it has any, end in their check digit, as those of every code do. */
export function hasCheckDigit(text: string): boolean {
  return checkDigit(text.replace(/\D/g, "")) === "0";
}

/**
 * Returns the code that a person typed, in the form that `codeOf` writes. Case, blanks and dashes make no difference.
 * Undefined if the prefix or the number of digits is another, or if the check digit is wrong.
 */
export function parseCode({ prefix, digits }: CodeFormat, text: string): string | undefined {
  const plain = text.toUpperCase().replace(/[\s–—-]/g, "");
  const parts = new RegExp(`^${prefix}(\\d{4})(\\d{${digits}})(\\d)$`).exec(plain);
  if (!parts) return undefined;
  const [, year, number, check] = parts;
  return checkDigit(`${year}${number}`) === check ? `${prefix}-${year}-${number}-${check}` : undefined;
}
