/**
 * The alphabet of text messages (3GPP 23.038): with one letter outside it a message holds 70 characters instead of 160.
 */
const basic =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/** Letters that count as two characters each. */
const extended = "^{}\\[~]|€";
const alphabet: ReadonlySet<string> = new Set([...basic, ...extended]);

const instead: Readonly<Record<string, string>> = {
  "«": '"',
  "»": '"',
  "“": '"',
  "”": '"',
  "’": "'",
  "–": "-",
  "—": "-",
  "…": "...",
  "³": "3",
  "\u00a0": " ",
};

/**
 * Returns a text in the alphabet of text messages: `á` becomes `a`, quotation marks become straight, `…` becomes three
 * full stops, and a letter without a substitute becomes `?`. Letters of the alphabet, as `é` and `ñ`, stay.
 */
export function inGsm7(text: string): string {
  return [...text.normalize("NFC")].map((letter) => (alphabet.has(letter) ? letter : plain(letter))).join("");
}

function plain(letter: string): string {
  const [bare = ""] = letter.normalize("NFD");
  return instead[letter] ?? (alphabet.has(bare) ? bare : "?");
}

/**
 * Returns how many of a message's 160 characters a text takes: two for each of `^{}\[~]|€`, one for any other letter.
 * Does not check that the text is in the alphabet of text messages.
 */
export function smsLength(text: string): number {
  return [...text].reduce((length, letter) => length + (extended.includes(letter) ? 2 : 1), 0);
}
