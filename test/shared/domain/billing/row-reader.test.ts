import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type RowRead, type RowReader, rowReader } from "../../../../shared/domain/billing/row-reader.ts";

/** Reads one cell and returns its value and canonical text, or its problems. */
function reading<Value>(read: (row: RowReader<"cell">) => Value) {
  return (text: string): readonly [Value, string] | readonly string[] => {
    const row = rowReader(["cell"], [text]);
    const value = read(row);
    const done: RowRead<Value> = row.done(value);
    return done.ok ? [done.value, done.canonical] : done.problems.map(({ problem }) => problem);
  };
}

describe("a text", () => {
  const read = reading((row) => row.text("cell", 10));
  it.each<[string, readonly unknown[], string]>([
    ["CERCADO", ["CERCADO", "CERCADO"], "as it is"],
    ["  CHEN \t CHEN ", ["CHEN CHEN", "CHEN CHEN"], "blanks collapse"],
    ["CHEN\u00A0CHEN", ["CHEN CHEN", "CHEN CHEN"], "a blank that does not break is a blank"],
    ["ÑANDÚ", ["ÑANDÚ", "ÑANDÚ"], "letters stay"],
    ["", ["missing"], "nothing"],
    [" \n ", ["missing"], "blanks are nothing"],
    ["A\r\nB\u2028C\u0007D", ["A B C D", "A B C D"], "breaks and controls are blanks"],
    ["\u202eCHEN\u200b", ["CHEN", "CHEN"], "signs that are not seen are left out"],
    ["12345678901", ["too-long"], "one letter too many"],
    ["=1+1", ["formula"], "an equals sign"],
    ["+1", ["formula"], "a plus"],
    ["@a", ["formula"], "an at sign"],
    ["-a", ["formula"], "a minus"],
    [" =1", ["formula"], "blanks do not hide it"],
    ["- a", ["- a", "- a"], "a dash before a blank is a dash"],
    ["-", ["-", "-"], "and so is a lone one"],
    ["a=b", ["a=b", "a=b"], "inside it is a letter"],
    ["=12345678901", ["formula", "too-long"], "everything that is wrong"],
  ])("%j: %j (%s)", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it("that is optional is absent if empty, and checked as usual otherwise", () => {
    const optional = reading((row) => row.optionalText("cell", 3));
    expect(optional(" ")).toEqual([undefined, ""]);
    expect(optional("abc")).toEqual(["abc", "abc"]);
    expect(optional("abcd")).toEqual(["too-long"]);
  });
});

describe("a code", () => {
  const read = reading((row) => row.code("cell", /^\d{6}$/));
  it.each<[string, readonly string[], string]>([
    ["010101", ["010101", "010101"], "zeros before it are part of it"],
    [" 010101 ", ["010101", "010101"], "blanks around it are not"],
    ["10101", ["not-a-code"], "without its zero it is another"],
    ["01 01 01", ["not-a-code"], "blanks inside are"],
    ["٠١٠١٠١", ["not-a-code"], "digits of another script are no digits"],
    ["", ["missing"], "nothing"],
  ])("%j: %j (%s)", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("one of a few words", () => {
  const read = reading((row) => row.oneOf("cell", ["A/D", "A", "D"]));
  it.each<[string, readonly string[]]>([
    ["A/D", ["A/D", "A/D"]],
    ["a/d", ["A/D", "A/D"]],
    ["A / D", ["not-one-of"]],
    ["AD", ["not-one-of"]],
    ["", ["missing"]],
  ])("%j: %j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each<[string, readonly unknown[]]>([
    ["S", [true, "S"]],
    ["n", [false, "N"]],
    ["1", ["not-one-of"]],
    ["true", ["not-one-of"]],
  ])("yes or no: %j: %j", (text, expected) => {
    expect(reading((row) => row.flag("cell"))(text)).toEqual(expected);
  });

  it("throws without words to choose from", () => {
    expect(() => reading((row) => row.oneOf("cell", []))("a")).toThrow(RangeError);
  });
});

describe("a whole number", () => {
  const read = reading((row) => row.whole("cell", 1));
  it.each<[string, readonly unknown[], string]>([
    ["18", [18, "18"], "a number"],
    ["0018", [18, "18"], "zeros before it are not part of it"],
    ["9999999", [9_999_999, "9999999"], "the largest"],
    ["10000000", ["not-whole"], "one more"],
    ["0", ["not-whole"], "less than the least"],
    ["-1", ["not-whole"], "a sign"],
    ["+1", ["not-whole"], "any sign"],
    ["1.0", ["not-whole"], "decimals"],
    ["1,000", ["not-whole"], "a thousands comma"],
    ["1 000", ["not-whole"], "a thousands blank"],
    ["1e3", ["not-whole"], "a power"],
    ["0x1F", ["not-whole"], "another base"],
    ["18 m³", ["not-whole"], "a unit"],
    ["NA", ["not-whole"], "no number"],
    ["", ["missing"], "nothing"],
  ])("%j: %j (%s)", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it("that is optional may be zero", () => {
    const optional = reading((row) => row.optionalWhole("cell"));
    expect(optional("")).toEqual([undefined, ""]);
    expect(optional("0")).toEqual([0, "0"]);
    expect(optional("x")).toEqual(["not-whole"]);
  });
});

describe("money", () => {
  it.each<[string, readonly unknown[], string]>([
    ["29.92", [2_992, "29.92"], "two decimals"],
    ["29.9", [2_990, "29.90"], "one"],
    ["29", [2_900, "29.00"], "none"],
    ["-0.42", [-42, "-0.42"], "less than nothing"],
    ["-0.00", [0, "0.00"], "nothing has no sign"],
    ["29,92", ["not-money"], "a decimal comma"],
    ["1,029.92", ["not-money"], "a thousands comma"],
    ["29.925", ["not-money"], "a third decimal"],
    [".92", ["not-money"], "no whole part"],
    ["S/29.92", ["not-money"], "a currency"],
    ["", ["missing"], "nothing: zero is 0.00"],
  ])("%j: %j (%s)", (text, expected) => {
    expect(reading((row) => row.money("cell"))(text)).toEqual(expected);
  });
});

describe("a date", () => {
  const read = reading((row) => row.date("cell"));
  it.each<[string, readonly string[], string]>([
    ["2026-10-31", ["2026-10-31", "2026-10-31"], "as ISO writes it"],
    ["31/10/2026", ["2026-10-31", "2026-10-31"], "as Peru does"],
    ["20261031", ["2026-10-31", "2026-10-31"], "without marks"],
    ["29/02/2028", ["2028-02-29", "2028-02-29"], "a leap year's day"],
    ["29/02/2026", ["not-a-date"], "which 2026 has not"],
    ["31/11/2026", ["not-a-date"], "November has thirty"],
    ["00/10/2026", ["not-a-date"], "days start at one"],
    ["10/31/2026", ["not-a-date"], "the month is second"],
    ["1/10/2026", ["not-a-date"], "two digits each"],
    ["31-10-2026", ["not-a-date"], "dashes are ISO's"],
    ["31/10/26", ["not-a-date"], "a year has four digits"],
    ["2026-10-31T00:00", ["not-a-date"], "no hour"],
    ["x31/10/2026", ["not-a-date"], "a letter before"],
    ["31/10/2026x", ["not-a-date"], "a letter after"],
    ["x20261031", ["not-a-date"], "nor before eight digits"],
    ["20261031x", ["not-a-date"], "nor after them"],
    ["", ["missing"], "nothing"],
  ])("%j: %j (%s)", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it("that is optional is absent if empty", () => {
    const optional = reading((row) => row.optionalDate("cell"));
    expect(optional("")).toEqual([undefined, ""]);
    expect(optional("31/10/2026")).toEqual(["2026-10-31", "2026-10-31"]);
    expect(optional("ayer")).toEqual(["not-a-date"]);
  });

  it.each<[string, readonly string[]]>([
    ["2026-10", ["2026-10", "2026-10"]],
    ["2026-00", ["not-a-month"]],
    ["2026-13", ["not-a-month"]],
    ["2026-1", ["not-a-month"]],
    ["x2026-10", ["not-a-month"]],
    ["2026-10x", ["not-a-month"]],
    ["10/2026", ["not-a-month"]],
    ["", ["missing"]],
  ])("a month: %j: %j", (text, expected) => {
    expect(reading((row) => row.month("cell"))(text)).toEqual(expected);
  });
});

describe("a row", () => {
  const columns = ["a", "b", "c"] as const;

  it("is canonical in the order of its columns, whatever order they are read in", () => {
    const row = rowReader(columns, [" 1 ", "", "x  y"]);
    const value = { c: row.text("c", 9), a: row.whole("a", 0), b: row.optionalText("b", 9) };
    expect(row.done(value)).toEqual({ ok: true, value: { c: "x y", a: 1, b: undefined }, canonical: "1\t\tx y" });
  });

  it("reports every problem, each with its column", () => {
    const row = rowReader(columns, ["x", "", "y"]);
    row.whole("a", 0);
    row.text("b", 9);
    row.money("c");
    expect(row.done(undefined)).toEqual({
      ok: false,
      problems: [
        { column: "a", problem: "not-whole" },
        { column: "b", problem: "missing" },
        { column: "c", problem: "not-money" },
      ],
    });
  });

  it("reads missing cells as empty", () => {
    const row = rowReader(columns, ["1"]);
    expect([row.whole("a", 0), row.optionalText("c", 9)]).toEqual([1, undefined]);
    expect(row.done(null)).toMatchObject({ ok: true, canonical: "1\t\t" });
  });

  it("reads its own canonical form as the same value", () => {
    const reads: readonly ((row: RowReader<"cell">) => unknown)[] = [
      (row) => row.optionalText("cell", 40),
      (row) => row.optionalWhole("cell"),
      (row) => row.money("cell"),
      (row) => row.optionalDate("cell"),
      (row) => row.oneOf("cell", ["A/D", "A", "D"]),
    ];
    const cell = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 12 }),
      fc.stringMatching(/^ ?[-+]?0{0,2}\d{1,4}(\.\d{1,2})? ?$/),
      fc.stringMatching(/^(0[1-9]|[12]\d|30)\/(0[1-9]|1[0-2])\/20\d\d$/),
      fc.constantFrom("a/d", "D ", "a"),
    );
    fc.assert(
      fc.property(cell, fc.constantFrom(...reads), (text, read) => {
        const row = rowReader(["cell"], [text]);
        const first = row.done(read(row));
        if (!first.ok) return;
        const again = rowReader(["cell"], [first.canonical]);
        expect(again.done(read(again))).toEqual(first);
      }),
      { numRuns: 2_000, seed: 20_261_124 },
    );
  });
});
