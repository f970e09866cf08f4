import type { Payment } from "../receipt/receipt.ts";
import { receiptKey } from "../receipt/receipt.ts";
import { type RowRead, rowReader, storedRow } from "./row-reader.ts";

/** File D, `pagos_AAAAMMDD.csv`: one row per payment, or per payment reversed (a negative amount). */
export const paymentColumns = [
  "codsuc",
  "nroinscripcion",
  "periodo",
  "serie",
  "correlativo",
  "fecha_pago",
  "importe",
  "medio",
  "nro_operacion",
] as const;

/** A payment with the billed month of its receipt, which its key in the table needs. */
export type PaymentRow = Payment & { readonly period: string; readonly branchCode: string; readonly means: string };

/**
 * Reads a row of file D, whose cells are in the order of `paymentColumns`. Returns the payment, or `ok: false` with the
 * problem of each cell that cannot be read. A negative amount reverses a payment.
 */
export function readPayment(cells: readonly string[]): RowRead<PaymentRow> {
  const row = rowReader(paymentColumns, cells);
  const branchCode = row.code("codsuc", /^\d{1,2}$/);
  const { supplyCode, period, number } = receiptKey({
    supplyCode: row.code("nroinscripcion", /^[0-9A-Za-z]{1,12}$/),
    period: row.month("periodo"),
    series: row.code("serie", /^[A-Z0-9]{3,4}$/),
    number: row.code("correlativo", /^\d{1,8}$/),
  });
  return row.done({
    branchCode,
    supplyCode,
    period,
    receiptNumber: number,
    paidOn: row.date("fecha_pago"),
    amount: row.money("importe"),
    means: row.text("medio", 30),
    reference: row.code("nro_operacion", /^[0-9A-Za-z-]{1,30}$/),
  });
}

/**
 * Returns the payment that a stored row of file D holds. Throws `Error` if `readPayment` refuses the row.
 * @param canonical the cells in the order of `paymentColumns`, joined by tabs
 */
export function paymentOfRow(canonical: string): PaymentRow {
  return storedRow("payment", canonical, readPayment);
}
