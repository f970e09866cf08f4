import { type Cents, formatCents, timesHalfUp } from "../receipt/money.ts";
import { conceptCodes, type ReceiptLine, receiptKey } from "../receipt/receipt.ts";
import { type RowProblem, type RowRead, rowReader, storedRow } from "./row-reader.ts";

/** File B, `conceptos_AAAAMM.csv`: one row per line of a receipt (receipts and tariffs, section 9). */
export const lineColumns = [
  "codsuc",
  "serie",
  "correlativo",
  "orden",
  "cod_concepto",
  "descripcion",
  "base_m3",
  "tarifa",
  "importe",
  "afecto_igv",
] as const;

/** A line with its receipt's number; the file has neither supply nor month. */
type LineRow = ReceiptLine & { readonly branchCode: string; readonly receiptNumber: string };

const subtracted: readonly string[] = ["SALDO_FAVOR", "NOTA_CREDITO"];

/**
 * Reads a row of file B, whose cells are in the order of `lineColumns`. Returns the line, or `ok: false` with the
 * problem of each cell that cannot be read. If every cell can be read, refuses the row as `not-negative` if its concept
 * is `SALDO_FAVOR` or `NOTA_CREDITO` and its amount is over zero.
 */
export function readLine(cells: readonly string[]): RowRead<LineRow> {
  const row = rowReader(lineColumns, cells);
  const branchCode = row.code("codsuc", /^\d{1,2}$/);
  const { number } = receiptKey({
    supplyCode: "",
    period: "",
    series: row.code("serie", /^[A-Z0-9]{3,4}$/),
    number: row.code("correlativo", /^\d{1,8}$/),
  });
  const read = row.done<LineRow>({
    branchCode,
    receiptNumber: number,
    order: row.whole("orden", 1),
    conceptCode: row.oneOf("cod_concepto", conceptCodes),
    label: row.text("descripcion", 80),
    baseM3: row.optionalWhole("base_m3"),
    unitPrice: row.optionalPrice("tarifa"),
    amount: row.money("importe"),
    taxed: row.flag("afecto_igv"),
  });
  const wrong = read.ok && subtracted.includes(read.value.conceptCode) && read.value.amount > 0;
  return wrong ? { ok: false, problems: [{ column: "importe", problem: "not-negative" }] } : read;
}

/**
 * Returns one warning, `off-the-product` with the product expected, if a line's amount is more than a céntimo off its
 * volume times its price (rounded half up). Otherwise returns an empty list, also if volume or price is missing.
 */
export function checkLine({ baseM3, unitPrice, amount }: ReceiptLine): readonly RowProblem[] {
  const computed: Cents = baseM3 === undefined || unitPrice === undefined ? amount : timesHalfUp(unitPrice, baseM3);
  return Math.abs(computed - amount) > 1
    ? [{ column: "importe", problem: "off-the-product", expected: formatCents(computed) }]
    : [];
}

/**
 * Returns the receipt line that a stored row of file B holds. Throws `Error` if `readLine` refuses the row.
 * @param canonical the cells in the order of `lineColumns`, joined by tabs
 */
export function lineOfRow(canonical: string): ReceiptLine {
  const { branchCode: _, receiptNumber: __, ...line } = storedRow("line", canonical, readLine);
  return line;
}
