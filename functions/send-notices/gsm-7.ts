/** The alphabet of text messages (3GPP 23.038): one letter outside of it and a message holds 70 instead of 160. */
const basic =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/** Written with two places each. */
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

/** A text in the alphabet of text messages: `á` becomes `a` and quotation marks straight; what has no place there is `?`. */
export function inGsm7(text: string): string {
  return [...text.normalize("NFC")].map((letter) => (alphabet.has(letter) ? letter : plain(letter))).join("");
}

function plain(letter: string): string {
  const [bare = ""] = letter.normalize("NFD");
  return instead[letter] ?? (alphabet.has(bare) ? bare : "?");
}

/** The places a text takes of the 160 of one message. */
export function smsLength(text: string): number {
  return [...text].reduce((places, letter) => places + (extended.includes(letter) ? 2 : 1), 0);
}
