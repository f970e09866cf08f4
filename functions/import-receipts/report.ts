import { guardedFromFormulas } from "../../shared/domain/billing/formula-guard.ts";
/** The outcome of a row, as the report names it. Rows accepted or unchanged without a warning are not in the report. */
export const reportedOutcomes = {
  refused: "rechazada",
  warned: "observada",
  repeatedCopies: "repetida: copia exacta",
  repeatedOther: "repetida: misma clave, otro contenido",
  superseded: "reemplazada por una importación posterior",
} as const;
export type ReportedOutcome = keyof typeof reportedOutcomes;

/**
 * Returns the report's first line: three columns of its own (line, outcome, reason), then the file's, so refused rows
 * can be corrected and sent again. It ends with CRLF.
 */
export function reportHeader(header: readonly string[]): string {
  return csvLine(["linea", "resultado", "motivo", ...header]);
}

export function reportLine(line: number, outcome: ReportedOutcome, reason: string, cells: readonly string[]): string {
  return csvLine([String(line), reportedOutcomes[outcome], reason, ...cells]);
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(";")}\r\n`;
}

/** Returns a cell guarded from formulas, and quoted if it must be; a negative amount keeps its sign. */
function csvCell(cell: string): string {
  const guarded = /^-\d+(\.\d+)?$/.test(cell) ? cell : guardedFromFormulas(cell);
  return /[;"\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
