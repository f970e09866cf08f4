import { normalizeDocument } from "../receipt/receipt.ts";

/**
 * How something can be found on the desk: a word of a person's name, their document, their telephone, a number of the
 * office or of a receipt, or the code of a supply.
 */
export const termKinds = ["word", "document", "telephone", "number", "receipt", "supply"] as const;
export type TermKind = (typeof termKinds)[number];

/**
 * A term under which something is found. The value of a number, a receipt and a supply has the last sign first, so that
 * the end of what is looked for is where the term begins.
 */
export interface SearchTerm {
  readonly kind: TermKind;
  readonly value: string;
}

/** Words of names that say nothing of whose they are. */
const particles = new Set(["DE", "DEL", "LA", "LAS", "LOS", "Y", "SAN", "SANTA"]);

/**
 * A name is found by its first words: each is an item written with what is filed, in one transaction of 100 at most.
 */
const mostWords = 8;

/** The fewest digits with which the end of a number is looked for. */
export const fewestDigits = 4;
/** The fewest letters with which the beginning of a word is looked for. */
export const fewestLetters = 2;

/**
 * Returns the first eight words of a name, in capitals and without accents (Ñ becomes N), each once. Words of one
 * letter and the particles `DE`, `DEL`, `LA`, `LAS`, `LOS`, `Y`, `SAN` and `SANTA` are left out and not counted.
 */
export function wordsOf(name: string): readonly string[] {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase();
  const words = plain.match(/[A-Z0-9]+/g) ?? [];
  return [...new Set(words)].filter((word) => word.length >= fewestLetters && !particles.has(word)).slice(0, mostWords);
}

/** Returns the letters A to Z and the digits of a text, in capitals, the last one first; an Ñ is left out. */
export function reversed(text: string): string {
  return [...normalizeDocument(text)].reverse().join("");
}

interface Found {
  readonly name?: string | undefined;
  readonly documentNumber?: string | undefined;
  readonly telephone?: string | undefined;
  /** A code of the office: `RE-2026-004192-0`. */
  readonly code?: string | undefined;
}

/**
 * Returns the search terms of something filed with the office: each word of the name (`wordsOf`), the document number,
 * the telephone, and the code from back to front, once with the check digit and once without. What is absent or empty
 * gives no term.
 */
export function filedTerms({
  name = "",
  documentNumber = "",
  telephone = "",
  code = "",
}: Found): readonly SearchTerm[] {
  const number = reversed(code);
  const terms: readonly SearchTerm[] = [
    ...wordsOf(name).map((value): SearchTerm => ({ kind: "word", value })),
    { kind: "document", value: normalizeDocument(documentNumber) },
    { kind: "telephone", value: telephoneDigits(telephone) },
    { kind: "number", value: number },
    { kind: "number", value: number.slice(1) },
  ];
  return terms.filter(({ value }) => value !== "");
}

/**
 * Returns the search terms of a supply of the register: each word of the holder's name (`wordsOf`), the holder's
 * document, and the supply code from back to front. What is absent or empty gives no term.
 */
export function registeredTerms(supply: {
  readonly supplyCode: string;
  readonly holderName: string;
  readonly holderDocNumber?: string | undefined;
}): readonly SearchTerm[] {
  const words = wordsOf(supply.holderName).map((value): SearchTerm => ({ kind: "word", value }));
  const terms: readonly SearchTerm[] = [
    ...words,
    { kind: "document", value: normalizeDocument(supply.holderDocNumber ?? "") },
    { kind: "supply", value: reversed(supply.supplyCode) },
  ];
  return terms.filter(({ value }) => value !== "");
}

/**
 * Returns the term by which a receipt is found: the letters and digits of its number, the last one first.
 * `S001-00045001` gives `10054000100S`.
 * @param number as `receiptKey` writes it (`S001-00045001`); any other form gives another term
 */
export function receiptTerm(number: string): SearchTerm {
  return { kind: "receipt", value: reversed(number) };
}

/**
 * Returns the digits of a telephone as typed, without Peru's 51 and then without a 0 at the beginning. A 51 is Peru's
 * after a «+», or before a mobile (nine digits) or a landline with its area code (eight).
 */
export function telephoneDigits(typed: string): string {
  const digits = typed.replace(/\D/g, "");
  const isPeru = typed.trim().startsWith("+") || /^51\d{8,9}$/.test(digits);
  return digits.replace(isPeru ? /^51/ : "", "").replace(/^0/, "");
}

/** Returns whether staff typed a person's name into the search: a text with a letter and without a digit. */
export function isNameTyped(typed: string): boolean {
  return /\p{L}/u.test(typed) && !/\d/.test(typed);
}

/**
 * Returns whether a search for `typed` may be made. A name (`isNameTyped`) needs one word of two letters or more that
 * is no particle. Anything else needs four digits or more.
 */
export function isSearchable(typed: string): boolean {
  if (isNameTyped(typed)) return wordsOf(typed).length > 0;
  return (typed.match(/\d/g) ?? []).length >= fewestDigits;
}

/** Why somebody is looked for by name, which finds more people than the one who asks. */
export const searchReasons = ["caller-has-no-number", "document-names-them", "case-work", "other"] as const;
export type SearchReason = (typeof searchReasons)[number];

/**
 * How staff looked: by a `name` or a `number`; or at a supply: `masked`, `full` once its caller gave a look-up
 * credential, or `of-claim` from a claim of that supply.
 */
export const searchWays = ["name", "number", "masked", "full", "of-claim"] as const;
export type SearchWay = (typeof searchWays)[number];

/** One look of staff, at a search or a supply: by whom and what was shown, without what was typed. */
export interface Search {
  readonly at: string;
  readonly requestId: string;
  /** The staff member. */
  readonly by: string;
  readonly how: SearchWay;
  /** Given for every search by name. */
  readonly reason?: SearchReason | undefined;
  /** What was shown, ten at most: `supply 00012345`, `claim RE-2026-004192-7`. */
  readonly shown: readonly string[];
}

/**
 * Returns the initials of the words of a name that `wordsOf` keeps: `Q. M. J.` for `Quispe Mamani, Juan`. Empty if no
 * word is kept.
 */
export function initialsOf(name: string): string {
  return wordsOf(name)
    .map((word) => `${word.charAt(0)}.`)
    .join(" ");
}
