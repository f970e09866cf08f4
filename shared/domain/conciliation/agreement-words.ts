/** Codes of claims, receipts and documents: their digits are no figure of an agreement. */
const codes = /\b[A-Z]{1,4}\d*-[\dA-Z-]+/g;

/** What is carried out: a figure, a verb in the future that is no mere state, or a common act in any form. */
const commits = [
  /\d/,
  /(?<!\p{L})(?!ser|estar|quedar)\p{L}+(?:rá|rán|remos)(?!\p{L})/iu,
  /cobr|pag[aou]|factur|recalcul|desc(?:on|uen)t|rebaj|dev(?:ol|uel)v|devoluc|reembols|nota de crédito|cuota|fraccion/i,
  /retir|anul|exoner|condon|correg|corrij|correcc|actualiz|mitad|promedio|mes normal/i,
  /repar|arregl|cambi|instal|reubic|visit|inspec|contrast|verific|revis|reconect|repon|repos|limpi/i,
];

/**
 * Returns whether the words of an agreement say what is to be carried out: a figure (an amount, a volume, instalments,
 * a day), or what is done. False for words that say only that there is an agreement: a total one ends the claim and is
 * executed as its acta says (digest 3.5), so nobody could carry it out.
 */
export function saysWhatIsDone(agreed: string): boolean {
  const said = agreed.replaceAll(codes, "");
  return commits.some((pattern) => pattern.test(said));
}
