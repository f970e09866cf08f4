/**
 * Returns a meter reading as a number from how it was typed, with or without the marks that receipts print between
 * thousands: «2291», «2,291», «2 291». Undefined if nothing was typed, `NaN` if it is no whole number of at most seven
 * digits.
 */
export function readingOf(typed: string): number | undefined {
  const text = typed.trim();
  if (text === "") return undefined;
  const digits = /^\d{1,3}([,\s]\d{3})+$/.test(text) ? text.replace(/[,\s]/g, "") : text;
  return /^\d{1,7}$/.test(digits) ? Number(digits) : Number.NaN;
}
