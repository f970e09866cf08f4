/**
 * Keys of the billing table. A supply's partition is read newest month first by one query: a receipt and its payments
 * stand together.
 *
 * | pk | sk | what |
 * | --- | --- | --- |
 * | `S#00012345` | `M#2026-10#S001-00045001` | a receipt |
 * | `S#00012345` | `M#2026-10#S001-00045001#P#op-77` | a payment of it |
 * | `S#00012345` | `V#2026-10#S001-00045001#{importId}` | the content a later import replaced |
 * | `S#00012345` | `C#2026-10-31` | the supply in the register, as changed that day |
 * | `S#00012345` | `E#2026-10` | the control of a month before it was billed |
 * | `S#00012345` | `H#2026-10#S001-00045001#` | the version of the receipt's exchange, and what it was last left at |
 * | `S#00012345` | `H#2026-10#S001-00045001#{claimId}` | whether a claim holds the receipt |
 * | `R#S001-00045001` | `L#0000001` | a line of a receipt, whose file states neither supply nor month |
 * | `G#00012345#2026-11-24T15` | `G` | attempts at the supply in that hour |
 * | `IMPORTS` | `{importId}` | an import |
 * | `IMPORT#{importId}` | `storing#00003` | a range of it that was handled |
 * | `LOADED` | `receipts` | the last import that ended |
 */
export type Key = { readonly pk: string; readonly sk: string };

export const monthPrefix = "M#";

export function receiptKeyOf(supplyCode: string, period: string, number: string): Key {
  return { pk: `S#${supplyCode}`, sk: `${monthPrefix}${period}#${number}` };
}

export function paymentKeyOf(supplyCode: string, period: string, number: string, reference: string): Key {
  const receipt = receiptKeyOf(supplyCode, period, number);
  return { pk: receipt.pk, sk: `${receipt.sk}#P#${reference}` };
}

export const registerPrefix = "C#";

export function registerKeyOf(supplyCode: string, updatedOn: string): Key {
  return { pk: `S#${supplyCode}`, sk: `${registerPrefix}${updatedOn}` };
}

export function controlKeyOf(supplyCode: string, period: string): Key {
  return { pk: `S#${supplyCode}`, sk: `E#${period}` };
}

/** The partition of a receipt's lines; `number` as in "S001-00045001". */
export function linesOf(number: string): string {
  return `R#${number}`;
}

export function lineKeyOf(number: string, order: number): Key {
  return { pk: linesOf(number), sk: `${linePrefix}${String(order).padStart(7, "0")}` };
}

export const linePrefix = "L#";

/** The key under which the content an import wrote is kept once a later one replaces it. */
export function replacedKeyOf({ pk, sk }: Key, importId: string): Key {
  return { pk, sk: `V#${sk.startsWith(monthPrefix) ? sk.slice(monthPrefix.length) : sk}#${importId}` };
}
