import { parseDay } from "./calendar-day.ts";
import { type Cents, cents, formatCents, formatPrice, type Price, parseCents, parsePrice } from "./money.ts";

/** What can be wrong with a cell of an imported row; each has its Spanish sentence in the contract's words. */
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

/** A cell, what is wrong with it, and what was expected where that can be told. */
export interface RowProblem {
  readonly column: string;
  readonly problem: CellProblem;
  readonly expected?: string;
}

/** A row read to its end: every problem it has, not only the first. */
export type RowRead<Record> =
  | { readonly ok: true; readonly value: Record; readonly canonical: string }
  | { readonly ok: false; readonly problems: readonly RowProblem[] };

/** Cells of a canonical row: none can hold a tab, since blanks are collapsed on reading. */
const cellSeparator = "\t";

/**
 * Reads the cells of one row by column name, collecting problems and the canonical text of each cell, so that two rows
 * that say the same in other words ("31/10/2026", "2026-10-31") are equal.
 */
export interface RowReader<Column extends string> {
  text(column: Column, max: number): string;
  optionalText(column: Column, max: number): string | undefined;
  /** A text of this form; `problem` is what is told of another. */
  code(column: Column, pattern: RegExp, problem?: CellProblem): string;
  oneOf<const Word extends string>(column: Column, words: readonly Word[]): Word;
  flag(column: Column): boolean;
  whole(column: Column, least: number): number;
  optionalWhole(column: Column): number | undefined;
  money(column: Column): Cents;
  date(column: Column): string;
  optionalDate(column: Column): string | undefined;
  optionalPrice(column: Column): Price | undefined;
  month(column: Column): string;
  /** What `read` makes of a cell that may be empty. */
  optional<Value>(column: Column, read: () => Value): Value | undefined;
  done<Record>(value: Record): RowRead<Record>;
}

/**
 * Reads what was stored of a row, its canonical text, by the rules of its file.
 * @param what the row is of, in the words of the error
 * @throws naming each column that cannot be read.
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

/** Starts reading a row whose cells stand in the order of `columns`. */
export function rowReader<Column extends string>(
  columns: readonly Column[],
  cells: readonly string[],
): RowReader<Column> {
  const given = new Map(columns.map((column, at) => [column, (cells[at] ?? "").trim().replace(/\s+/g, " ")] as const));
  const canonical = new Map<Column, string>();
  const problems: RowProblem[] = [];

  const problem = (column: Column, kind: CellProblem): void => {
    problems.push({ column, problem: kind });
  };
  const keep = <Value>(column: Column, text: string, value: Value): Value => {
    canonical.set(column, text);
    return value;
  };
  /** The value of a required cell, or `otherwise` with its problem noted. */
  const required = <Value>(
    column: Column,
    kind: CellProblem,
    otherwise: Value,
    read: (text: string) => Value | undefined,
  ): Value => {
    const text = given.get(column) ?? "";
    const value = text === "" ? undefined : read(text);
    if (value === undefined) problem(column, text === "" ? "missing" : kind);
    return value ?? otherwise;
  };
  const optional = <Value>(column: Column, read: () => Value): Value | undefined =>
    (given.get(column) ?? "") === "" ? keep(column, "", undefined) : read();

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
      problems.length > 0
        ? { ok: false, problems }
        : { ok: true, value, canonical: columns.map((column) => canonical.get(column) ?? "").join(cellSeparator) },
  };
  return reader;
}

/** A text that a spreadsheet would run: the files come back out as CSV, and a name is never an instruction. */
function isFormula(text: string): boolean {
  return /^[=@+]/.test(text) || /^-\S/.test(text);
}

/** Reads `2026-10-31`, `31/10/2026` or `20261031`; `undefined` for anything else and for days that do not exist. */
function isoDate(text: string): string | undefined {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) ?? [];
  const iso = day === undefined ? text.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3") : `${year}-${month}-${day}`;
  return parseDay(iso);
}
