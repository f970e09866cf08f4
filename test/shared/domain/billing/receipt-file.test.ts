import { describe, expect, it } from "vitest";
import { checkRow, readReceipt, receiptColumns, receiptOfRow } from "../../../../shared/domain/billing/receipt-file.ts";
import { cents } from "../../../../shared/domain/receipt/money.ts";
import type { Receipt } from "../../../../shared/domain/receipt/receipt.ts";
import { tariffLists } from "../../../../tenants/eps-moquegua/tariffs.ts";
import { examples, soles } from "../receipt/receipt-examples.ts";

/** The cells of the domain's first example. */
const measured =
  "01;00012345;01-01-03-045-0120-00;1;00000001;CLIENTE DE PRUEBA UNO;CALLE FICTICIA 101;CERCADO;180101;DOMESTICO;N;1;A/D;FX21000123;01;2026-10;S001;00045001;2026-10-31;2026-11-16;2026-11-23;2026-09-20;2026-10-20;1234;1252;18;L;18;17;;29.92;8.52;4.10;0.00;42.54;7.66;50.20;0.00;0.00;0.00;0.00;0.00;50.20;0;HUARAL-2025-A1".split(
    ";",
  );
type Column = (typeof receiptColumns)[number];
const cellsWith = (cells: Partial<Record<Column, string>>): readonly string[] =>
  [...measured, ""].map((cell, at) => cells[receiptColumns[at] ?? "codsuc"] ?? cell);
const problemsOf = (cells: Partial<Record<Column, string>>): readonly string[] => {
  const read = readReceipt(cellsWith(cells));
  return read.ok ? [] : read.problems.map(({ column, problem }) => `${column} ${problem}`);
};

describe("file A", () => {
  it("has 46 columns, each once", () => {
    expect(receiptColumns).toHaveLength(46);
    expect(new Set(receiptColumns).size).toBe(46);
  });

  it.each([
    ["K7M492QP", "K7M492QP"],
    ["", undefined],
  ])("may print a key: %j", (clave_recibo, printedKey) => {
    expect(readReceipt(cellsWith({ clave_recibo }))).toMatchObject({ ok: true, value: { printedKey } });
  });

  it("without a key is the canonical row of before there were keys, so that a file delivered again changes nothing", () => {
    const { canonical = "" } = { ...readReceipt(cellsWith({ clave_recibo: "" })) } as { canonical?: string };
    expect(canonical.split("\t")).toHaveLength(45);
    expect(receiptOfRow(canonical).printedKey).toBeUndefined();
  });

  it.each(["1234567", "K7M4-92QP", "k7m492qp", "ÑANDUZAPALLO"])(
    "refuses a key that is no secret or no code: %s",
    (key) => {
      expect(problemsOf({ clave_recibo: key })).toEqual(["clave_recibo not-a-code"]);
    },
  );

  it("reads a whole receipt", () => {
    const read = readReceipt(measured);
    expect(read).toMatchObject({ ok: true, value: { ...examples.measured, holderName: "CLIENTE DE PRUEBA UNO" } });
    expect(read.ok && read.value).toMatchObject({
      cadastralCode: "01-01-03-045-0120-00",
      holderDocType: "1",
      holderDocNumber: "00000001",
      meterNumber: "FX21000123",
      readingNote: undefined,
    });
  });

  it("is kept in a canonical row, from which the same receipt is read", () => {
    const read = readReceipt(measured);
    if (!read.ok) throw new Error("the example is a receipt");
    expect(read.canonical).toBe(measured.join("\t"));
    expect(receiptOfRow(read.canonical)).toEqual(read.value);
  });

  it("throws for a stored row that cannot be read, without its content in the message", () => {
    const row = cellsWith({ imp_agua: "doce", propietario: "" }).join("\t");
    expect(() => receiptOfRow(row)).toThrow("a stored receipt cannot be read: propietario, imp_agua");
  });

  it.each<[Partial<Record<Column, string>>, readonly string[], string]>([
    [{}, [], "as delivered"],
    [{ lectura_actual: "" }, ["lectura_actual missing"], "billed by a reading that is not there"],
    [{ consumo_leido_m3: "" }, ["consumo_leido_m3 missing"], "nor its difference"],
    [
      { consumo_leido_m3: "17", consumo_facturado_m3: "17" },
      ["consumo_leido_m3 not-the-difference"],
      "1252 − 1234 is 18",
    ],
    [{ consumo_facturado_m3: "17" }, ["consumo_facturado_m3 not-the-difference"], "billed is what was read"],
    [{ lectura_anterior: "", consumo_leido_m3: "18" }, [], "a new meter: nothing to compare with"],
    [{ lectura_anterior: "9990", lectura_actual: "8" }, [], "a meter that went round: nothing to compare with"],
    [{ tipo_facturacion: "P", lectura_actual: "", consumo_leido_m3: "" }, [], "an average"],
    [{ tipo_facturacion: "P", consumo_leido_m3: "" }, ["lectura_actual not-expected"], "an average with a reading"],
    [{ tipo_facturacion: "A" }, ["lectura_actual not-expected"], "an assignment with one"],
    [{ subsidiado: "S" }, [], "a home with the subsidy"],
    [{ subsidiado: "S", categoria: "SOCIAL" }, ["subsidiado only-domestic"], "nobody else has it"],
    [{ codsuc: "123" }, ["codsuc not-a-code"], "a branch of three digits"],
    [{ codsuc: "a1" }, ["codsuc not-a-code"], "with a letter before"],
    [{ nroinscripcion: "1234567890123" }, ["nroinscripcion not-a-code"], "a supply of thirteen"],
    [{ nroinscripcion: "-12345" }, ["nroinscripcion not-a-code"], "with a sign before"],
    [{ ubigeo: "1801011" }, ["ubigeo not-a-code"], "seven digits"],
    [{ ubigeo: "x180101" }, ["ubigeo not-a-code"], "with a letter before"],
    [{ serie: "S0011" }, ["serie not-a-code"], "a series of five"],
    [{ serie: "sS001" }, ["serie not-a-code"], "with a small letter before"],
    [{ correlativo: "123456789" }, ["correlativo not-a-code"], "nine digits"],
    [{ correlativo: "x45001" }, ["correlativo not-a-code"], "with a letter before"],
    [{ lectura_anterior: "1252", lectura_actual: "1252" }, ["consumo_leido_m3 not-the-difference"], "the same reading"],
    [{ fecha_vencimiento: "2026-10-31" }, ["fecha_vencimiento not-after"], "due when issued"],
    [{ fecha_vencimiento: "2026-11-01" }, [], "due the day after"],
    [{ fecha_corte: "2026-11-16" }, ["fecha_corte not-after"], "cut when due"],
    [{ fecha_corte: "2026-11-17" }, [], "cut the day after"],
    [{ lectura_actual: "x" }, ["lectura_actual not-whole"], "what cannot be read contradicts nothing"],
    [{ categoria: "X", subsidiado: "S" }, ["categoria not-one-of"], "nor does an unknown category"],
    [
      { fecha_emision: "x", fecha_vencimiento: "x" },
      ["fecha_emision not-a-date", "fecha_vencimiento not-a-date"],
      "nor dates",
    ],
  ])("%j: %j (%s)", (cells, problems) => {
    expect(problemsOf(cells)).toEqual(problems);
  });
});

describe("the money of a row", () => {
  const check = (fields: Partial<Receipt>) => checkRow({ ...examples.measured, ...fields }, tariffLists.value);

  it.each<[Partial<Receipt>, readonly string[], readonly string[], string]>([
    [{}, [], [], "as the list and the sums have it"],
    [
      { tariffCode: "HUARAL-2031-A7", totalDue: soles("1.00") },
      [],
      ["cod_tarifa not-one-of"],
      "a list that is not loaded checks nothing",
    ],
    [{ totalDue: soles("50.21") }, ["total_pagar off-the-sum 50.20"], [], "a total that is not the sum"],
    [
      { subtotal: soles("42.55") },
      ["subtotal off-the-sum 42.54", "total_mes off-the-sum 50.21"],
      [],
      "a subtotal that is not",
    ],
    [
      { taxAmount: soles("7.68"), monthTotal: soles("50.22"), totalDue: soles("50.22") },
      [],
      ["igv off-the-list 7.66"],
      "two céntimos of tax too many",
    ],
    [{ taxAmount: soles("7.67"), monthTotal: soles("50.21"), totalDue: soles("50.21") }, [], [], "one is rounding"],
    [
      { rounding: cents(-10), totalDue: soles("50.10") },
      [],
      ["redondeo off-the-list 0.00"],
      "ten céntimos of rounding",
    ],
  ])("%j: errors %j, warnings %j (%s)", (fields, errors, warnings) => {
    const columnsOf = (problems: ReturnType<typeof check>["errors"]) =>
      problems.map(({ column, problem, expected }) => [column, problem, expected].filter(Boolean).join(" "));
    const { errors: found, warnings: remarked } = check(fields);
    expect(columnsOf(found)).toEqual(errors);
    expect(columnsOf(remarked)).toEqual(warnings);
  });
});
