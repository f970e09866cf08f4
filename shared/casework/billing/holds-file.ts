import type { CalendarDay } from "../../domain/term/calendar-day.ts";
import type { ExchangedHold } from "../../storage/billing/holds.ts";
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
 * Returns the CSV file of a day's holds for the commercial system (`exchangeCsv`; digest of receipts, 9), named
 * `bloqueos_YYYYMMDD.csv`. It has a header, a row for each hold set or released, in the given order, and a control row
 * with the number of rows, of holds set and of holds released. Instants are in UTC. A day without holds has the header
 * and a control row of zeros.
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
