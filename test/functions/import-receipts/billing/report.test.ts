import { createHash } from "node:crypto";
import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { reasonOf } from "../../../../functions/import-receipts/reasons.ts";
import { reportHeader, reportLine } from "../../../../functions/import-receipts/report.ts";
import { cellProblems } from "../../../../shared/domain/billing/row-reader.ts";
import { captureLog } from "../../log-lines.ts";
import { importWorld } from "../import-world.ts";
import { changed, fileOf, header, numbered, sampleRows } from "../sample-file.ts";

beforeEach(() => {
  captureLog();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const [measured] = sampleRows;

describe("the report of an import", () => {
  it("has the rows to look at, in their order, each with line, outcome, reason and its own cells", async () => {
    const world = importWorld({ rowsPerRange: 2 });
    const wrong = changed(measured, { propietario: '"DE PRUEBA; ""EL CAÑO"""', imp_agua: "x" });
    const rows = [measured, wrong, measured, numbered(1, { cod_tarifa: "HUARAL-2031-A7" }), numbered(2), "sobra;algo"];
    const record = await world.import(fileOf(rows));
    const text = world.report("i1").join("\r\n");
    expect(parse(text, { delimiter: ";", relax_column_count: true })).toEqual([
      ["linea", "resultado", "motivo", ...header.split(";")],
      [
        "3",
        "rechazada",
        "imp_agua no es un importe con punto decimal y sin separador de miles",
        ...changed(measured, { propietario: "@", imp_agua: "x" })
          .split(";")
          .map((cell) => (cell === "@" ? 'DE PRUEBA; "EL CAÑO"' : cell)),
      ],
      ["4", "repetida: copia exacta", "cuenta la línea 2", ...measured.split(";")],
      [
        "5",
        "observada",
        "cod_tarifa no es uno de los valores que se conocen",
        ...numbered(1, { cod_tarifa: "HUARAL-2031-A7" }).split(";"),
      ],
      ["7", "rechazada", "la fila no tiene tantas celdas como la cabecera (se esperaba 46)", "sobra", "algo"],
    ]);
    expect(record).toMatchObject({ accepted: 3, refused: 2, repeatedCopies: 1, warned: 1 });
  });

  it("is the one whose SHA-256 the register holds, byte-order mark included", async () => {
    const world = importWorld();
    const { reportSha256 } = await world.import(fileOf([numbered(1, { igv: "Ñ" })]));
    const [, text = ""] = world.bucket.reportFiles().find(([key]) => key === "i1/report.csv") ?? [];
    expect(text.startsWith("\uFEFFlinea;resultado;motivo;codsuc")).toBe(true);
    expect(createHash("sha256").update(text).digest("hex")).toBe(reportSha256);
  });

  it("is its header alone when there is nothing to look at", async () => {
    const world = importWorld();
    await world.import(fileOf(sampleRows));
    expect(world.report("i1")).toEqual([`linea;resultado;motivo;${header}`]);
  });

  it("names the columns in the order of the file", async () => {
    const world = importWorld();
    const columns = header.split(";").reverse().join(";").toUpperCase();
    await world.import(`${columns}\n${measured.split(";").reverse().join(";").replace("50.20", "1.00")}\n`);
    expect(world.report("i1")).toEqual([
      `linea;resultado;motivo;${columns.toLowerCase()}`,
      expect.stringMatching(/^2;rechazada;.*;HUARAL-2025-A1;0;1\.00;0\.00;/),
    ]);
  });
});

describe("a cell of the report", () => {
  it.each([
    ["=1+1", "'=1+1", "a formula"],
    ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0", "a formula that runs a program"],
    ["+51 999", "'+51 999", "a plus"],
    ["@SUM(A1)", "'@SUM(A1)", "an at sign"],
    ["-2+3", "'-2+3", "a minus"],
    ["-", "'-", "a lone minus"],
    ["-5.00", "-5.00", "an amount keeps its sign"],
    ["-5", "-5", "a whole one too"],
    ["-5,00", "'-5,00", "what is not quite an amount does not"],
    ["\t=1", "'\t=1", "a tab that hides a formula"],
    ["\r=1", `"'\r=1"`, "a carriage return that hides one"],
    ['=1;"2', `"'=1;""2"`, "a formula with a separator and a quote"],
    ["CLIENTE; DOS", '"CLIENTE; DOS"', "a separator"],
    ['EL "CAÑO"', '"EL ""CAÑO"""', "quotes"],
    ["", "", "nothing"],
    ["12", "12", "a number"],
    ["a=b", "a=b", "an equals sign inside"],
  ])("%j is written %j (%s)", (cell, written) => {
    expect(reportLine(7, "refused", "motivo", [cell])).toBe(`7;rechazada;motivo;${written}\r\n`);
    expect(reportHeader([cell])).toBe(`linea;resultado;motivo;${written}\r\n`);
  });
});

describe("reasons", () => {
  it.each(cellProblems)("%s is a sentence after its column", (problem) => {
    expect(reasonOf([{ column: "igv", problem }])).toMatch(/^igv [a-záéíóúñ][a-záéíóúñA-Z0-9 ,:()/-]+$/);
  });

  it("stand one after the other, each with what was expected", () => {
    expect(
      reasonOf([
        { column: "igv", problem: "off-the-list", expected: "7.66" },
        { column: "codsuc", problem: "missing" },
      ]),
    ).toBe("igv no coincide con la lista de tarifas (se esperaba 7.66); codsuc falta");
  });
});
