import { guardedFromFormulas } from "../../domain/billing/formula-guard.ts";

function cell(value: string): string {
  const guarded = guardedFromFormulas(value);
  return /[;"\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/**
 * Returns the rows as CSV for the commercial system (digest of receipts, 9): `;` between cells, CRLF after each row. A
 * cell with `;`, quotes or a line break is in double quotes, with its own quotes doubled. Cells are guarded from
 * formulas. Adds no row, such as a header; without rows the file is empty.
 */
export function exchangeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(";")}\r\n`).join("");
}

/**
 * Returns a receipt number such as `S001-00045001` as its two columns, series and serial; the serial is empty without a
 * hyphen.
 */
export function numberColumns(receiptNumber: string): readonly [series: string, serial: string] {
  const [series = "", serial = ""] = receiptNumber.split("-");
  return [series, serial];
}
