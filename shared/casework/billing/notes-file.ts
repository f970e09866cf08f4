import { type Adjustment, adjustmentKinds } from "../../domain/billing/adjustments.ts";
import { formatCents } from "../../domain/receipt/money.ts";
import type { CalendarDay } from "../../domain/term/calendar-day.ts";
import type { AdjustedReceipt } from "../../storage/billing/adjustments.ts";
import { exchangeCsv, numberColumns } from "./exchange-csv.ts";

const columns = [
  "nroinscripcion",
  "periodo",
  "serie",
  "correlativo",
  "version",
  "tipo",
  "concepto",
  "m3_anterior",
  "m3_nuevo",
  "importe_anterior",
  "importe_nuevo",
  "base",
  "igv",
  "importe",
  "desde",
  "fecha_hora",
  "cod_reclamo",
] as const;

const kindNames: Readonly<Record<Adjustment["kind"], string>> = {
  rebill: "REFACTURAR",
  "credit-note": "NOTA_CREDITO",
  refund: "DEVOLVER",
  "payable-from": "EXIGIBLE_DESDE",
};

/**
 * The cells of a note from `tipo` to `desde`. A re-billing has a row for its total and one for each concept; an amount
 * paid in parts has one for each.
 */
function cellsOf(note: Adjustment): readonly (readonly string[])[] {
  const kind = kindNames[note.kind];
  switch (note.kind) {
    case "rebill": {
      const { before, after, concepts } = note;
      const volumes = [String(before.m3), String(after.m3)];
      return [
        [kind, "TOTAL", ...volumes, formatCents(before.amount), formatCents(after.amount), "", "", "", ""],
        ...concepts.map((one) => [
          kind,
          one.concept,
          ...volumes,
          formatCents(one.before),
          formatCents(one.after),
          "",
          "",
          "",
          "",
        ]),
      ];
    }
    case "credit-note":
      return [[kind, "", "", "", "", "", formatCents(note.base), formatCents(note.tax), formatCents(note.amount), ""]];
    case "refund":
      return [[kind, "", "", "", "", "", "", "", formatCents(note.amount), ""]];
    case "payable-from": {
      const parts = note.instalments ?? [note.amount];
      return parts.map((part, at) => {
        const which = note.instalments ? `CUOTA ${at + 1} DE ${parts.length}` : "";
        return [kind, which, "", "", "", "", "", "", formatCents(part), note.from];
      });
    }
  }
}

function rowsOf({ supplyCode, period, receiptNumber, version, at, code, notes }: AdjustedReceipt) {
  const receipt = [supplyCode, period, ...numberColumns(receiptNumber), String(version)];
  return notes.flatMap(cellsOf).map((cells) => [...receipt, ...cells, at, code]);
}

/**
 * Returns the CSV file of a day's adjustments for the commercial system (`exchangeCsv`; digest of receipts, 9), named
 * `notas_YYYYMMDD.csv`. After a header come the notes in the given order. A re-billing has a row for its total and one
 * for each concept, a `payable-from` has one for each instalment, and any other note has one. The last row has the
 * number of rows and of notes of each kind; on a day without adjustments these are zeros.
 */
export function notesFile(day: CalendarDay, receipts: readonly AdjustedReceipt[]): { fileName: string; csv: string } {
  const rows = receipts.flatMap(rowsOf);
  const notes = receipts.flatMap((receipt) => receipt.notes);
  const counts = adjustmentKinds.flatMap((kind) => [
    kindNames[kind],
    String(notes.filter((note) => note.kind === kind).length),
  ]);
  const control = ["CONTROL", String(rows.length), ...counts];
  return {
    fileName: `notas_${day.replaceAll("-", "")}.csv`,
    csv: exchangeCsv([columns, ...rows, [...control, ...columns.slice(control.length).map(() => "")]]),
  };
}
