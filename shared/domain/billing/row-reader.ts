import { type Cents, cents, formatCents, formatPrice, type Price, parseCents, parsePrice } from "../receipt/money.ts";
import { oneLine } from "../seen-text.ts";
import { parseDay } from "../term/calendar-day.ts";

/** What can be wrong with a cell of an imported row; the contract has a Spanish sentence for each. */
export const cellProblems = [
  "ragged",
  "missing",
  "too-long",
  "not-a-code",
  "not-one-of",
  "not-whole",
  "not-money",
  "not-a-date",
  "not-a-month",
  "not-an-hour",
  "not-hours",
  "not-a-price",
  "formula",
  "not-expected",
  "out-of-place",
  "not-negative",
  "off-the-product",
  "not-the-difference",
  "not-after",
  "only-domestic",
  "off-the-list",
  "off-the-sum",
  "to-come",
] as const;
export type CellProblem = (typeof cellProblems)[number];

/** A cell, what is wrong with it, and the expected value if it is known. */
export interface RowProblem {
  readonly column: string;
  readonly problem: CellProblem;
  readonly expected?: string;
}

/** A row read to its end, with every problem it has, not only the first. */
export type RowRead<Record> =
  | { readonly ok: true; readonly value: Record; readonly canonical: string }
  | { readonly ok: false; readonly problems: readonly RowProblem[] };

/** Separates the cells of a canonical row. No cell has a tab, as blanks are collapsed on reading. */
const cellSeparator = "\t";

/**
 * Reads the cells of one row by column name and collects every problem; an empty required cell is `missing`. `done`
 * returns the value with its canonical row, the same for values written differently ("31/10/2026", "2026-10-31"), or
 * `ok: false` with the problems if there is any.
 */
export interface RowReader<Column extends string> {
  /** Reads 1 to `max` characters; reports `too-long`, or `formula` if a spreadsheet could run the text. */
  text(column: Column, max: number): string;
  optionalText(column: Column, max: number): string | undefined;
  /** Reads a text that matches `pattern`; reports `problem` for any other. */
  code(column: Column, pattern: RegExp, problem?: CellProblem): string;
  oneOf<const Word extends string>(column: Column, words: readonly Word[]): Word;
  /** Reads `S` as true and `N` as false. */
  flag(column: Column): boolean;
  /** Reads a whole number from `least` to 9,999,999. */
  whole(column: Column, least: number): number;
  optionalWhole(column: Column): number | undefined;
  /** Reads soles with a decimal point, such as `-29.92`. */
  money(column: Column): Cents;
  /** Reads `2026-10-31`, `31/10/2026` or `20261031`; returns `YYYY-MM-DD`. */
  date(column: Column): string;
  optionalDate(column: Column): string | undefined;
  optionalPrice(column: Column): Price | undefined;
  /** Reads `YYYY-MM`. */
  month(column: Column): string;
  /** Reads a cell with `read`; undefined if it is empty. */
  optional<Value>(column: Column, read: () => Value): Value | undefined;
  done<Record>(value: Record): RowRead<Record>;
}

/**
 * Reads a stored canonical row, its cells joined by tabs, with `read`, the reader of its file. Throws `Error` if `read`
 * finds problems; the message names their columns, but no content.
 * @param what the kind of row, for the message
 */
export function storedRow<Record>(
  what: string,
  canonical: string,
  read: (cells: readonly string[]) => RowRead<Record>,
): Record {
  const row = read(canonical.split(cellSeparator));
  if (!row.ok)
    throw new Error(`a stored ${what} cannot be read: ${row.problems.map((each) => each.column).join(", ")}`);
  return row.value;
}

const largestVolume = 9_999_999;

/**
 * Returns a reader of one row, whose cells are in the order of `columns`. It reads missing cells as empty, ignores
 * cells beyond the columns, and trims and collapses blanks. A method that finds a problem returns a default value, and
 * `done` then refuses the row. `oneOf` expects `words` in capitals and accepts a cell in any case; it throws
 * `RangeError` if `words` is empty.
 */
export function rowReader<Column extends string>(
  columns: readonly Column[],
  cells: readonly string[],
): RowReader<Column> {
  const places = placesOf(columns);
  const canonical = columns.map(() => "");
  const problems: RowProblem[] = [];

  const problem = (column: Column, kind: CellProblem): void => {
    problems.push({ column, problem: kind });
  };
  const keep = <Value>(column: Column, text: string, value: Value): Value => {
    canonical[places.get(column) ?? -1] = text;
    return value;
  };
  const given = (column: Column): string => oneLine(cells[places.get(column) ?? -1] ?? "");
  /** Returns the value of a required cell, or `otherwise` after noting its problem. */
  const required = <Value>(
    column: Column,
    kind: CellProblem,
    otherwise: Value,
    read: (text: string) => Value | undefined,
  ): Value => {
    const text = given(column);
    const value = text === "" ? undefined : read(text);
    if (value === undefined) problem(column, text === "" ? "missing" : kind);
    return value ?? otherwise;
  };
  const optional = <Value>(column: Column, read: () => Value): Value | undefined =>
    given(column) === "" ? keep(column, "", undefined) : read();

  const reader: RowReader<Column> = {
    text: (column, max) =>
      required(column, "too-long", "", (text) => {
        if (isFormula(text)) problem(column, "formula");
        return text.length <= max ? keep(column, text, text) : undefined;
      }),
    optionalText: (column, max) => optional(column, () => reader.text(column, max)),
    code: (column, pattern, kind = "not-a-code") =>
      required(column, kind, "", (text) => (pattern.test(text) ? keep(column, text, text) : undefined)),
    oneOf: (column, words) => {
      const [first] = words;
      if (first === undefined) throw new RangeError("no words to choose from");
      return required(column, "not-one-of", first, (text) => {
        const word = words.find((each) => each === text.toUpperCase());
        return word === undefined ? undefined : keep(column, word, word);
      });
    },
    flag: (column) => reader.oneOf(column, ["S", "N"]) === "S",
    whole: (column, least) =>
      required(column, "not-whole", least, (text) => {
        const value = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN;
        return value >= least && value <= largestVolume ? keep(column, String(value), value) : undefined;
      }),
    optionalWhole: (column) => optional(column, () => reader.whole(column, 0)),
    money: (column) =>
      required(column, "not-money", cents(0), (text) => {
        const amount = parseCents(text);
        return amount === undefined ? undefined : keep(column, formatCents(amount), amount);
      }),
    date: (column) =>
      required(column, "not-a-date", "", (text) => {
        const date = isoDate(text);
        return date === undefined ? undefined : keep(column, date, date);
      }),
    optionalDate: (column) => optional(column, () => reader.date(column)),
    optionalPrice: (column) =>
      optional(column, () =>
        required<Price | undefined>(column, "not-a-price", undefined, (text) => {
          const price = parsePrice(text);
          return price === undefined ? undefined : keep(column, formatPrice(price), price);
        }),
      ),
    optional,
    month: (column) =>
      required(column, "not-a-month", "", (text) =>
        /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? keep(column, text, text) : undefined,
      ),
    done: (value) =>
      problems.length > 0 ? { ok: false, problems } : { ok: true, value, canonical: canonical.join(cellSeparator) },
  };
  return reader;
}

/** Where each column stands, of the columns of each file: a look-up reads a file's row a dozen times. */
const known = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

function placesOf(columns: readonly string[]): ReadonlyMap<string, number> {
  const places = known.get(columns) ?? new Map(columns.map((column, at) => [column, at]));
  known.set(columns, places);
  return places;
}

/**
 * Returns whether a spreadsheet could run a text. The files are exported again as CSV, and a name must never be run.
 */
function isFormula(text: string): boolean {
  return /^[=@+]/.test(text) || /^-\S/.test(text);
}

/** Reads `2026-10-31`, `31/10/2026` or `20261031`; `undefined` for anything else and for days that do not exist. */
function isoDate(text: string): string | undefined {
  return (
    parseDay(text) ??
    parseDay(text.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3")) ??
    parseDay(text.replace(/^(\d{2})\/(\d{2})\/(\d{4})$/, "$3-$2-$1"))
  );
}
