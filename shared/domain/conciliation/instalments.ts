import { type Cents, cents } from "../receipt/money.ts";

/** The least and the most parts in which an agreed amount is paid, one with each monthly receipt [design]. */
export const fewestInstalments = 2;
export const mostInstalments = 12;

/** No part is smaller [design]: one sol. */
const leastInstalment = 100;

/**
 * Returns an amount in `count` parts that differ by one céntimo at most, the larger ones first; no interest is added.
 * Undefined if a part would be less than S/ 1.00. Throws `RangeError` if `count` is not a whole number from 2 to 12.
 */
export function instalmentsOf(amount: Cents, count: number): readonly Cents[] | undefined {
  if (!Number.isInteger(count) || count < fewestInstalments || count > mostInstalments)
    throw new RangeError(`no such number of instalments: ${count}`);
  const part = Math.floor(amount / count);
  if (part < leastInstalment) return undefined;
  const larger = amount - part * count;
  return Array.from({ length: count }, (_, at) => cents(part + (at < larger ? 1 : 0)));
}
