/**
 * A key of the billing table: `billing-item-types.ts` lists what stands under which. One query reads a supply newest
 * month first, a receipt and its payments together.
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

/** Comes after every month, so that the query of a supply's receipts, newest first, begins with what claims hold. */
export const heldPrefix = `${monthPrefix}held#`;

export function heldKeyOf(supplyCode: string, claimId: string): Key {
  return { pk: `S#${supplyCode}`, sk: `${heldPrefix}${claimId}` };
}

export const registerPrefix = "C#";

export function registerKeyOf(supplyCode: string, updatedOn: string): Key {
  return { pk: `S#${supplyCode}`, sk: `${registerPrefix}${updatedOn}` };
}

export function controlKeyOf(supplyCode: string, period: string): Key {
  return { pk: `S#${supplyCode}`, sk: `E#${period}` };
}

/**
 * Returns the partition key under which the lines of a receipt are stored.
 * @param number the receipt's number, such as "S001-00045001"
 */
export function linesOf(number: string): string {
  return `R#${number}`;
}

export function lineKeyOf(number: string, order: number): Key {
  return { pk: linesOf(number), sk: `${linePrefix}${String(order).padStart(7, "0")}` };
}

export const linePrefix = "L#";

/**
 * Returns the key, in the item's own partition, to which the item's content is moved when a later import replaces it.
 * @param importId the import that wrote the content that is replaced
 */
export function replacedKeyOf({ pk, sk }: Key, importId: string): Key {
  return { pk, sk: `V#${sk.startsWith(monthPrefix) ? sk.slice(monthPrefix.length) : sk}#${importId}` };
}
