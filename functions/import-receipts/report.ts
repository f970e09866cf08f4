/** What became of a row, in the report's words. Rows that were accepted or unchanged without remark are not in it. */
export const reportedOutcomes = {
  refused: "rechazada",
  warned: "observada",
  repeatedCopies: "repetida: copia exacta",
  repeatedOther: "repetida: misma clave, otro contenido",
  superseded: "reemplazada por una importación posterior",
} as const;
export type ReportedOutcome = keyof typeof reportedOutcomes;

/** The report's header: three columns of its own, then the file's, so that refused rows can be mended and sent again. */
export function reportHeader(header: readonly string[]): string {
  return csvLine(["linea", "resultado", "motivo", ...header]);
}

/** A row of the report. */
export function reportLine(line: number, outcome: ReportedOutcome, reason: string, cells: readonly string[]): string {
  return csvLine([String(line), reportedOutcomes[outcome], reason, ...cells]);
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(guardedFromFormulas).join(";")}\r\n`;
}

/** A cell that a spreadsheet shows and never runs. Amounts keep their sign. */
function guardedFromFormulas(cell: string): string {
  const harmless = /^[=+@\t\r]/.test(cell) || /^-(?!\d+(\.\d+)?$)/.test(cell) ? `'${cell}` : cell;
  return /[;"\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
