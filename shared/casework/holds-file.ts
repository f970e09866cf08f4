import type { CalendarDay } from "../domain/calendar-day.ts";
import type { ExchangedHold } from "../storage/holds.ts";
import { exchangeCsv, numberColumns } from "./exchange-csv.ts";

const columns = [
  "nroinscripcion",
  "periodo",
  "serie",
  "correlativo",
  "version",
  "accion",
  "fecha_hora",
  "cod_reclamo",
] as const;

const actions = { set: "BLOQUEAR", released: "LIBERAR" } as const;

function rowOf({ supplyCode, period, receiptNumber, version, action, at, code }: ExchangedHold): readonly string[] {
  return [supplyCode, period, ...numberColumns(receiptNumber), String(version), actions[action], at, code];
}

/**
 * The file of a day for the commercial system (digest of receipts, 9): holds set and released, one a row, by receipt and
 * version, in the order they happened. `;`, header, UTF-8, CRLF, instants in UTC; the last row says how many came before
 * it, how many of them set and how many released, which tells a cut transfer.
 */
export function holdsFile(day: CalendarDay, holds: readonly ExchangedHold[]): { fileName: string; csv: string } {
  const counted = (action: ExchangedHold["action"]): string =>
    String(holds.filter((hold) => hold.action === action).length);
  const rows = [
    columns,
    ...holds.map(rowOf),
    ["CONTROL", String(holds.length), "BLOQUEAR", counted("set"), "LIBERAR", counted("released"), "", ""],
  ];
  return {
    fileName: `bloqueos_${day.replaceAll("-", "")}.csv`,
    csv: exchangeCsv(rows),
  };
}
