/** A value of the PDF language (ISO 32000-1, 7.3). `from` and `to` are positions of a text in the file, in bytes. */
export type PdfValue =
  | { readonly kind: "null" }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "name"; readonly value: string }
  | { readonly kind: "text"; readonly bytes: Buffer; readonly hex: boolean; readonly from: number; readonly to: number }
  | { readonly kind: "array"; readonly items: readonly PdfValue[] }
  | PdfDictionary
  | PdfReference;
export type PdfDictionary = { readonly kind: "dictionary"; readonly entries: ReadonlyMap<string, PdfValue> };
export type PdfReference = { readonly kind: "reference"; readonly number: number; readonly generation: number };

/** An object of a file; `to` is the position after its `endobj`. */
export interface PdfObject {
  readonly number: number;
  readonly generation: number;
  readonly value: PdfValue;
  /** Whether a stream follows the value. */
  readonly isStream: boolean;
  readonly to: number;
}

/** Values nested deeper are refused: no file of the office or of a program that signs nests them so. */
const deepest = 40;
const white = /[\0\t\n\f\r ]/;
const regular = /[^\0\t\n\f\r ()<>[\]{}/%]/;

/**
 * Returns functions that read a PDF, each from a byte position: `skipped` returns the position after blanks and
 * comments, `wordAt` the word exactly there, or an empty one, `after` the position after a word. `integerAt` and
 * `valueAt` skip blanks and return [value, next position]; `objectAt` a whole object. The last four throw `SyntaxError`
 * if something else is there; `valueAt` and `objectAt` also for a repeated dictionary key or nesting over 40.
 */
export function pdfReader(file: Buffer) {
  const at = (position: number): string => String.fromCharCode(file[position] ?? 0);

  /** Returns the position after white space and comments. */
  function skipped(from: number): number {
    let position = from;
    while (position < file.length) {
      if (at(position) === "%")
        while (position < file.length && at(position) !== "\n" && at(position) !== "\r") position += 1;
      else if (white.test(at(position))) position += 1;
      else break;
    }
    return position;
  }

  function wordAt(from: number): string {
    let to = from;
    while (to < file.length && regular.test(at(to))) to += 1;
    return file.toString("latin1", from, to);
  }

  /** Returns the position after a word that must stand next. */
  function after(word: string, from: number): number {
    const position = skipped(from);
    if (wordAt(position) !== word) throw new SyntaxError(`no ${word} at ${position}`);
    return position + word.length;
  }

  function integerAt(from: number): readonly [value: number, to: number] {
    const position = skipped(from);
    const word = wordAt(position);
    if (!/^\d{1,10}$/.test(word)) throw new SyntaxError(`no whole number at ${position}`);
    return [Number(word), position + word.length];
  }

  /** Returns the byte that an escape after a `\\` means, and how many bytes the escape takes. */
  function escapeAt(position: number): readonly [byte: number, length: number] {
    const [octal] = /^[0-7]{1,3}/.exec(file.toString("latin1", position, position + 3)) ?? [];
    if (octal !== undefined) return [Number.parseInt(octal, 8) % 256, octal.length];
    return [escaped[at(position)] ?? file[position] ?? 0, 1];
  }

  function literal(from: number): readonly [PdfValue, number] {
    const bytes: number[] = [];
    let depth = 1;
    let position = from + 1;
    while (depth > 0) {
      if (position >= file.length) throw new SyntaxError("a text without its end");
      const sign = at(position);
      const [byte, length] = sign === "\\" ? escapeAt(position + 1) : [file[position] ?? 0, 0];
      depth += nesting[sign] ?? 0;
      if (depth > 0) bytes.push(byte);
      position += 1 + length;
    }
    return [{ kind: "text", bytes: Buffer.from(bytes), hex: false, from, to: position }, position];
  }

  function hexadecimal(from: number): readonly [PdfValue, number] {
    const end = file.indexOf(">", from);
    const digits = file.toString("latin1", from + 1, Math.max(end, from + 1)).replaceAll(/[\0\t\n\f\r ]/g, "");
    if (end < 0 || !/^[0-9A-Fa-f]*$/.test(digits)) throw new SyntaxError(`no text in hexadecimal at ${from}`);
    const bytes = Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, "hex");
    return [{ kind: "text", bytes, hex: true, from, to: end + 1 }, end + 1];
  }

  function array(from: number, depth: number): readonly [PdfValue, number] {
    const items: PdfValue[] = [];
    let position = skipped(from + 1);
    while (at(position) !== "]") {
      const [item, to] = valueAt(position, depth + 1);
      items.push(item);
      position = skipped(to);
    }
    return [{ kind: "array", items }, position + 1];
  }

  function nameAt(from: number): readonly [name: string, to: number] {
    if (at(from) !== "/") throw new SyntaxError(`no name at ${from}`);
    const word = wordAt(from + 1);
    const name = word.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    return [name, from + 1 + word.length];
  }

  function dictionary(from: number, depth: number): readonly [PdfDictionary, number] {
    const entries = new Map<string, PdfValue>();
    let position = skipped(from + 2);
    while (at(position) !== ">") {
      const [name, afterName] = nameAt(position);
      // Programs differ in which of two entries they take.
      if (entries.has(name)) throw new SyntaxError(`/${name} twice in a dictionary at ${from}`);
      const [value, to] = valueAt(skipped(afterName), depth + 1);
      entries.set(name, value);
      position = skipped(to);
    }
    if (at(position + 1) !== ">") throw new SyntaxError(`a dictionary without its end at ${from}`);
    return [{ kind: "dictionary", entries }, position + 2];
  }

  function wordValue(from: number): readonly [PdfValue, number] {
    const word = wordAt(from);
    const to = from + word.length;
    if (word === "null") return [{ kind: "null" }, to];
    if (word === "true" || word === "false") return [{ kind: "boolean", value: word === "true" }, to];
    if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(word)) throw new SyntaxError(`no value at ${from}`);
    const [reference] = /^\d{1,10}[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/.exec(
      file.toString("latin1", from, from + 40),
    ) ?? [undefined];
    if (reference === undefined) return [{ kind: "number", value: Number(word) }, to];
    const [number = 0, generation = 0] = reference.split(/[\0\t\n\f\r ]+/).map(Number);
    return [{ kind: "reference", number, generation }, from + reference.length];
  }

  function valueAt(from: number, depth = 0): readonly [PdfValue, number] {
    if (depth > deepest) throw new SyntaxError("values too deep in each other");
    const position = skipped(from);
    const sign = at(position);
    if (position >= file.length) throw new SyntaxError("the file ends where a value must stand");
    if (sign === "(") return literal(position);
    if (sign === "[") return array(position, depth);
    if (sign === "/") {
      const [value, to] = nameAt(position);
      return [{ kind: "name", value }, to];
    }
    if (sign === "<") return at(position + 1) === "<" ? dictionary(position, depth) : hexadecimal(position);
    return wordValue(position);
  }

  /** Returns the position after a stream and its `endstream`. */
  function streamEnd(value: PdfValue, position: number, lengthOf: (reference: PdfReference) => number): number {
    const start = position + 6 + (at(position + 6) === "\r" ? 2 : 1);
    if (wordAt(position) !== "stream" || at(start - 1) !== "\n") throw new SyntaxError(`no endobj at ${position}`);
    const length = value.kind === "dictionary" ? value.entries.get("Length") : undefined;
    const stated = length?.kind === "number" ? length.value : -1;
    const bytes = length?.kind === "reference" ? lengthOf(length) : stated;
    if (!Number.isInteger(bytes) || bytes < 0) throw new SyntaxError(`a stream without a length at ${position}`);
    return after("endstream", start + bytes);
  }

  /** @param lengthOf returns the length of a stream that stands in another object */
  function objectAt(from: number, lengthOf: (reference: PdfReference) => number): PdfObject {
    const [number, afterNumber] = integerAt(from);
    const [generation, afterGeneration] = integerAt(afterNumber);
    const [value, afterValue] = valueAt(after("obj", afterGeneration));
    const position = skipped(afterValue);
    const isStream = wordAt(position) !== "endobj";
    const end = isStream ? streamEnd(value, position, lengthOf) : position;
    return { number, generation, value, isStream, to: after("endobj", end) };
  }

  return { skipped, wordAt, after, integerAt, valueAt, objectAt };
}
export type PdfReader = ReturnType<typeof pdfReader>;

const nesting: Readonly<Record<string, number>> = { "(": 1, ")": -1 };
const escaped: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/**
 * Returns a value as one text; equal values give equal texts. Dictionary entries are ordered by name, texts written in
 * hexadecimal, and references as `12 0 R` without following them. Undefined gives `null`.
 */
export function written(value: PdfValue | undefined): string {
  switch (value?.kind) {
    case undefined:
    case "null":
      return "null";
    case "text":
      return `<${value.bytes.toString("hex")}>`;
    case "array":
      return `[${value.items.map(written).join(" ")}]`;
    case "dictionary":
      return `<<${[...value.entries]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, entry]) => `/${name} ${written(entry)}`)
        .join(" ")}>>`;
    case "reference":
      return `${value.number} ${value.generation} R`;
    case "name":
      return `/${value.value}`;
    case "boolean":
    case "number":
      return String(value.value);
  }
}
