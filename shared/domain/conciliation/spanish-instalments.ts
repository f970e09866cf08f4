import { type Cents, printedCents } from "../receipt/money.ts";

/**
 * Returns how an amount is paid in parts: `en 3 cuotas mensuales sin intereses, la primera de S/ 19.36 y las demás de
 * S/ 19.35`. Undefined if the amount is paid at once: `parts` is undefined or empty.
 * @param parts the larger ones first, of at most two sizes
 */
export function instalmentWords(parts: readonly Cents[] | undefined): string | undefined {
  const [first, last] = [parts?.[0], parts?.at(-1)];
  if (!parts || first === undefined || last === undefined) return undefined;
  const larger = parts.filter((part) => part === first).length;
  const [one, other] = [`S/ ${printedCents(first)}`, `S/ ${printedCents(last)}`];
  const sizes =
    first === last
      ? `de ${one}`
      : larger === 1
        ? `la primera de ${one} y las demás de ${other}`
        : `las primeras ${larger} de ${one} y las demás de ${other}`;
  return `en ${parts.length} cuotas mensuales sin intereses, ${sizes}`;
}
