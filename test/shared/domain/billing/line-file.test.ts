import { describe, expect, it } from "vitest";
import { checkLine, lineColumns, lineOfRow, readLine } from "../../../../shared/domain/billing/line-file.ts";

const cells = ["01", "S001", "45001", "3", "AGUA", "AGUA POTABLE >16", "2", "2.6000", "5.2", "S"];
type Column = (typeof lineColumns)[number];
const cellsWith = (changed: Partial<Record<Column, string>>): readonly string[] =>
  cells.map((cell, at) => changed[lineColumns[at] ?? "codsuc"] ?? cell);

describe("file B", () => {
  const line = {
    order: 3,
    conceptCode: "AGUA",
    label: "AGUA POTABLE >16",
    baseM3: 2,
    unitPrice: 26_000,
    amount: 520,
    taxed: true,
  };

  it("reads a line with its receipt's number", () => {
    expect(readLine(cells)).toEqual({
      ok: true,
      value: { branchCode: "01", receiptNumber: "S001-00045001", ...line },
      canonical: "01\tS001\t45001\t3\tAGUA\tAGUA POTABLE >16\t2\t2.60\t5.20\tS",
    });
  });

  it("is kept in a canonical row, from which the same line is read", () => {
    const read = readLine(cells);
    if (!read.ok) throw new Error("the example is a line");
    expect(lineOfRow(read.canonical)).toEqual(line);
  });

  it("throws for a stored row that cannot be read, without its content in the message", () => {
    expect(() => lineOfRow(cellsWith({ importe: "doce", serie: "" }).join("\t"))).toThrow(
      "a stored line cannot be read: serie, importe",
    );
  });

  it.each<[Partial<Record<Column, string>>, readonly string[], string]>([
    [{ base_m3: "", tarifa: "" }, [], "a line without a volume"],
    [{ importe: "-5.20" }, [], "water given back"],
    [{ cod_concepto: "colateral" }, [], "in small letters"],
    [{ cod_concepto: "NOTA_CREDITO", importe: "-12.00" }, [], "a credit note takes off"],
    [{ cod_concepto: "NOTA_CREDITO", importe: "12.00" }, ["importe not-negative"], "and never adds"],
    [{ cod_concepto: "SALDO_FAVOR", importe: "0.01" }, ["importe not-negative"], "nor does a balance in favour"],
    [{ cod_concepto: "OTROS" }, ["cod_concepto not-one-of"], "an unknown concept"],
    [{ orden: "0" }, ["orden not-whole"], "the first line is 1"],
    [{ orden: "" }, ["orden missing"], "no order"],
    [{ tarifa: "1,46" }, ["tarifa not-a-price"], "a decimal comma"],
    [{ tarifa: "1.46001" }, ["tarifa not-a-price"], "a fifth decimal"],
    [{ tarifa: "-1.46" }, ["tarifa not-a-price"], "a price is never negative"],
    [{ base_m3: "2 m3" }, ["base_m3 not-whole"], "a unit inside the number"],
    [{ importe: "1,005.20" }, ["importe not-money"], "a thousands comma"],
    [{ afecto_igv: "SI" }, ["afecto_igv not-one-of"], "S or N"],
    [{ descripcion: "=1+1" }, ["descripcion formula"], "a formula"],
    [{ codsuc: "123" }, ["codsuc not-a-code"], "a branch of three digits"],
    [{ codsuc: "a1" }, ["codsuc not-a-code"], "with a letter before"],
    [{ serie: "S0011" }, ["serie not-a-code"], "a series of five"],
    [{ serie: "sS001" }, ["serie not-a-code"], "with a small letter before"],
    [{ correlativo: "123456789" }, ["correlativo not-a-code"], "nine digits"],
    [{ correlativo: "x45001" }, ["correlativo not-a-code"], "with a letter before"],
    [{ cod_concepto: "SALDO_FAVOR", importe: "0.00" }, [], "a balance of nothing"],
    [{ serie: "S1", correlativo: "" }, ["serie not-a-code", "correlativo missing"], "no receipt"],
  ])("%j: %j (%s)", (changed, problems) => {
    const read = readLine(cellsWith(changed));
    expect(read.ok ? [] : read.problems.map(({ column, problem }) => `${column} ${problem}`)).toEqual(problems);
  });

  it.each<[Partial<Record<Column, string>>, string | undefined, string]>([
    [{}, undefined, "2 × 2.60 is 5.20"],
    [{ importe: "5.21" }, undefined, "a céntimo off is rounding"],
    [{ importe: "5.22" }, "5.20", "two are not"],
    [{ base_m3: "", importe: "9.99" }, undefined, "nor without a volume"],
    [{ tarifa: "", importe: "9.99" }, undefined, "without a price there is nothing to compute"],
  ])("%j against the computed amount ($2)", (changed, expected) => {
    const read = readLine(cellsWith(changed));
    if (!read.ok) throw new Error("the example is a line");
    expect(checkLine(read.value)).toEqual(
      expected === undefined ? [] : [{ column: "importe", problem: "off-the-product", expected }],
    );
  });
});
