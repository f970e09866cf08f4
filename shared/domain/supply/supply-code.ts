/**
 * Returns a typed supply code in the form by which supplies are looked up: its letters and digits alone, filled with
 * zeros on the left up to `length` characters. Empty if no letter or digit was typed. A longer code is not cut.
 * @param length how many characters the utility's supply codes have (section 4)
 */
export function normalizeSupplyCode(text: string, length: number): string {
  const code = text.replace(/[^A-Za-z0-9]/g, "");
  return code === "" ? "" : code.padStart(length, "0");
}
