import { describe, expect, it } from "vitest";
import { paymentColumns, paymentOfRow, readPayment } from "../../../../shared/domain/billing/payment-file.ts";

const cells = ["01", "00012345", "2026-10", "S001", "45001", "10/11/2026", "50.2", "VENTANILLA", "OP-77"];
type Column = (typeof paymentColumns)[number];
const cellsWith = (changed: Partial<Record<Column, string>>): readonly string[] =>
  cells.map((cell, at) => changed[paymentColumns[at] ?? "codsuc"] ?? cell);

describe("file D", () => {
  it("reads a payment with its receipt's number", () => {
    expect(readPayment(cells)).toEqual({
      ok: true,
      value: {
        branchCode: "01",
        supplyCode: "00012345",
        period: "2026-10",
        receiptNumber: "S001-00045001",
        paidOn: "2026-11-10",
        amount: 5_020,
        means: "VENTANILLA",
        reference: "OP-77",
      },
      canonical: "01\t00012345\t2026-10\tS001\t45001\t2026-11-10\t50.20\tVENTANILLA\tOP-77",
    });
  });

  it("is kept in a canonical row, from which the same payment is read", () => {
    const read = readPayment(cells);
    if (!read.ok) throw new Error("the example is a payment");
    expect(paymentOfRow(read.canonical)).toEqual(read.value);
  });

  it("throws for a stored row that cannot be read, without its content in the message", () => {
    expect(() => paymentOfRow(cellsWith({ importe: "doce", serie: "" }).join("\t"))).toThrow(
      "a stored payment cannot be read: serie, importe",
    );
  });

  it.each<[Partial<Record<Column, string>>, readonly string[], string]>([
    [{ importe: "-50.20" }, [], "taken back"],
    [{ importe: "0.00" }, [], "of nothing"],
    [{ importe: "50,20" }, ["importe not-money"], "a decimal comma"],
    [{ fecha_pago: "31/11/2026" }, ["fecha_pago not-a-date"], "a day there is not"],
    [{ medio: "" }, ["medio missing"], "paid nowhere"],
    [{ medio: "=1" }, ["medio formula"], "a formula"],
    [{ nro_operacion: "OP#77" }, ["nro_operacion not-a-code"], "the mark of the table's keys"],
    [{ nro_operacion: "x".repeat(31) }, ["nro_operacion not-a-code"], "longer than any"],
    [{ codsuc: "123" }, ["codsuc not-a-code"], "a branch of three digits"],
    [{ codsuc: "a1" }, ["codsuc not-a-code"], "with a letter before"],
    [{ nroinscripcion: "1234567890123" }, ["nroinscripcion not-a-code"], "a supply of thirteen"],
    [{ nroinscripcion: "-12345" }, ["nroinscripcion not-a-code"], "with a sign before"],
    [{ serie: "S0011" }, ["serie not-a-code"], "a series of five"],
    [{ serie: "sS001" }, ["serie not-a-code"], "with a small letter before"],
    [{ correlativo: "123456789" }, ["correlativo not-a-code"], "nine digits"],
    [{ correlativo: "x45001" }, ["correlativo not-a-code"], "with a letter before"],
    [{ serie: "S1", correlativo: "" }, ["serie not-a-code", "correlativo missing"], "no receipt"],
    [{ nroinscripcion: "", periodo: "" }, ["nroinscripcion missing", "periodo missing"], "no supply and no month"],
  ])("%j: %j (%s)", (changed, problems) => {
    const read = readPayment(cellsWith(changed));
    expect(read.ok ? [] : read.problems.map(({ column, problem }) => `${column} ${problem}`)).toEqual(problems);
  });
});
