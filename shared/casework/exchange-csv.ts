import { guardedFromFormulas } from "../domain/formula-guard.ts";

function cell(value: string): string {
  const harmless = guardedFromFormulas(value);
  return /[;"\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A file for the commercial system (digest of receipts, 9): `;`, UTF-8, CRLF; the caller gives header and control row. */
export function exchangeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(";")}\r\n`).join("");
}

/** `S001-00045001` as the two columns of these files. */
export function numberColumns(receiptNumber: string): readonly [series: string, serial: string] {
  const [series = "", serial = ""] = receiptNumber.split("-");
  return [series, serial];
}
