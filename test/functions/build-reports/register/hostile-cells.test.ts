import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import readExcelFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { registerCsv } from "../../../../functions/build-reports/register-csv.ts";
import { registerWorkbook } from "../../../../functions/build-reports/register-workbook.ts";
import { exchangeCsv } from "../../../../shared/casework/billing/exchange-csv.ts";
import { hostileCells } from "../hostile-cells.ts";

const columns = [
  { field: "code", name: "Código" },
  { field: "claimant-name", name: "Reclamante" },
  { field: "claimed-amount", name: "Importe" },
];
const rows = hostileCells.map((cell, at) => ({
  code: `RE-${at}`,
  "claimant-name": cell,
  "claimed-amount": at % 2 === 0 ? "-12.50" : "223.61",
}));

/** The first character a spreadsheet may act on: blanks and marks nobody sees are skipped, as some of them do. */
function actsOn(cell: string): boolean {
  return /^[\s\p{Z}\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫−⁼⁺⁻]/u.test(cell) || /^[\t\r\n]/.test(cell);
}

const readCsv = (text: string): string[][] => parse(text, { delimiter: ";", bom: true, relaxColumnCount: true });

it("the corpus acts where nothing is done about it: the check's own control", () => {
  const naive = `${rows.map((row) => `"${row["claimant-name"].replaceAll('"', '""')}"`).join("\r\n")}\r\n`;
  expect(readCsv(naive).filter(([cell = ""]) => actsOn(cell)).length).toBeGreaterThan(160);
});

describe("a register as CSV", () => {
  const text = registerCsv(columns, rows);
  const [head, ...read] = readCsv(text);

  it("opens in Excel of Peru: UTF-8 with its mark, semicolons, CRLF", () => {
    expect(text.startsWith("\uFEFF")).toBe(true);
    expect(text.endsWith("\r\n")).toBe(true);
    expect(head).toEqual(columns.map(({ name }) => name));
  });

  it("has a row for each and no cell that acts, whatever was written", () => {
    expect(read).toHaveLength(rows.length);
    expect(read.filter((cells) => cells.length !== columns.length)).toEqual([]);
    expect(read.filter(([, cell = ""]) => actsOn(cell))).toEqual([]);
  });

  it("gives back what was written, once an apostrophe in front is taken away", () => {
    expect(read.map(([, cell = ""]) => cell.replace(/^'/, ""))).toEqual(hostileCells.map((cell) => cell));
  });

  it("keeps our own figures numbers, negative ones too", () => {
    expect(read.map(([, , cell]) => cell)).toEqual(rows.map((row) => row["claimed-amount"]));
  });

  it("defuses a name of a column as well", () => {
    const [named] = readCsv(registerCsv([{ field: "code", name: "=1+1" }], []));
    expect(named).toEqual(["'=1+1"]);
  });

  it("defuses text that stands where a number should", () => {
    const [, cells] = readCsv(registerCsv(columns, [{ code: "a", "claimant-name": "b", "claimed-amount": "-1+cmd" }]));
    expect(cells?.[2]).toBe("'-1+cmd");
  });
});

it("the files of the exchange are guarded from formulas by the same rule", () => {
  const read = readCsv(exchangeCsv(hostileCells.map((cell) => [cell, "x"])));
  expect(read.filter(([cell = ""]) => actsOn(cell))).toEqual([]);
});

describe("the registers as a workbook", () => {
  const made = registerWorkbook([
    { name: "reclamos", columns, rows },
    { name: "vacía", columns, rows: [] },
  ]);

  it("reads back as what was written, a number where it is ours", async () => {
    const [sheet, empty] = await readExcelFile(Buffer.from(await made), { trim: false });
    const [head, ...read] = sheet?.data ?? [];
    expect(head).toEqual(columns.map(({ name }) => name));
    // XML reads a carriage return as a line break and holds no other control character; nothing else changes.
    const lines = (cell: unknown) =>
      String(cell)
        .replace(/\r\n?/g, "\n")
        .replace(/(?![\t\n])\p{Cc}/gu, "");
    expect(read.map(([, cell]) => lines(cell))).toEqual(hostileCells.map(lines));
    expect(read.map(([, , cell]) => cell)).toEqual(rows.map((row) => Number(row["claimed-amount"])));
    expect(empty?.data).toHaveLength(1);
  });

  it("types every text as text and holds no formula", async () => {
    const files = unzipSync(await made);
    const sheet = new TextDecoder().decode(files["xl/worksheets/sheet1.xml"]);
    expect(sheet).not.toMatch(/<f[ >/]/);
    const texts = [...sheet.matchAll(/<c r="B\d+"([^>]*)>/g)].map(([, attributes]) => attributes);
    expect(texts).toHaveLength(rows.length + 1);
    expect(texts.filter((attributes = "") => !/t="s"/.test(attributes))).toEqual([]);
    expect(Object.keys(files).filter((name) => /externalLink|vba|calcChain|connections/.test(name))).toEqual([]);
  });

  it("is the same bytes for the same rows", async () => {
    const again = await registerWorkbook([
      { name: "reclamos", columns, rows },
      { name: "vacía", columns, rows: [] },
    ]);
    expect(Buffer.from(again).equals(Buffer.from(await made))).toBe(true);
  });

  it("cuts what no cell takes, and says so", async () => {
    const long = await registerWorkbook([{ name: "r", columns, rows: [{ ...rows[0], code: "x".repeat(40_000) }] }]);
    const [sheet] = await readExcelFile(Buffer.from(long));
    const cell = String(sheet?.data[1]?.[0]);
    expect(cell).toHaveLength(32_767);
    expect(cell).toMatch(/… \(sigue en el CSV\)$/);
  });
});
