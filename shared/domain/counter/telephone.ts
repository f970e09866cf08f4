/** A mobile, or a landline by its area code, with its 0 or without, and its number: no number is shorter or longer. */
const telephoneForm = /^(?:9\d{8}|0?[14-8]\d{7})$/;

/**
 * Returns a telephone as typed without blanks, hyphens and brackets, and without the country's code: `+51`, or `51`
 * before a mobile (`51` alone may be the area code of Puno).
 */
export function plainTelephone(typed: string): string {
  return typed.replace(/[\s()-]/g, "").replace(/^(?:\+51|51(?=9\d{8}$))/, "");
}

/** Returns whether a plain number is a telephone of Peru that can be called from anywhere. */
export function isTelephone(plain: string): boolean {
  return telephoneForm.test(plain);
}

/** Returns a plain number as it is read: «987 654 321», «053 461 111», «01 234 5678»; any other as it is. */
export function groupedTelephone(plain: string): string {
  return plain.replace(/^(0?1)(\d{3})(\d{4})$|^(9\d\d|0?[4-8]\d)(\d{3})(\d{3})$/, (_, ...groups: string[]) =>
    groups.slice(0, 6).filter(Boolean).join(" "),
  );
}
