/**
 * Keys of the billing table. A supply's partition is read newest month first by one query: a receipt and the payments of
 * that receipt stand together.
 *
 * | pk | sk | what |
 * | --- | --- | --- |
 * | `S#00012345` | `M#2026-10#S001-00045001` | a receipt |
 * | `S#00012345` | `M#2026-10#S001-00045001#P#op-77` | a payment of it |
 * | `S#00012345` | `V#2026-10#S001-00045001#{importId}` | the content a later import replaced |
 * | `G#00012345#2026-11-24T15` | `G` | guesses at the supply in that hour |
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

/** Where the content that an import wrote is kept once a later one replaces it. */
export function replacedKeyOf({ pk, sk }: Key, importId: string): Key {
  return { pk, sk: `V#${sk.slice(monthPrefix.length)}#${importId}` };
}
