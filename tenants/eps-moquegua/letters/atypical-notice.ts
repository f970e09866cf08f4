import type { AtypicalNotice } from "../../../shared/documents/letters.ts";
import type { Line, Sheet } from "../../../shared/documents/sheet.ts";
import type { BillingControl } from "../../../shared/domain/reading/control-file.ts";
import { monthAndYear } from "../../../shared/domain/receipt/spanish-months.ts";
import { parseDay } from "../../../shared/domain/term/calendar-day.ts";
import { clockOf, longDate } from "../../../shared/domain/term/spanish-dates.ts";
import { caseSheet, personLine } from "./case-sheet.ts";

type Notice = NonNullable<BillingControl["notice"]>;

const meansNames: Readonly<Record<Notice["means"], string>> = {
  PERSONAL: "en persona",
  BAJO_PUERTA: "bajo la puerta",
  TELEFONO: "por teléfono",
  CORREO: "por correo",
  MENSAJE: "por mensaje de texto",
};

/**
 * Returns a copy of the notice of an atypical reading, given before the month was billed (digest 4, 7.4). It states the
 * reading, why it is atypical, the day and hours of its inspection, and how the notice was given. A value that is not
 * on record is «no figura».
 */
export function atypicalNotice(facts: AtypicalNotice): Sheet {
  const { entry, receipt, assignmentM3, terms, filing } = facts;
  const { period, notice, inspection } = entry.details;
  return caseSheet(facts, "Aviso de consumo atípico", [
    {
      text: "Copia del aviso que se dio antes de cobrar el mes, como está en nuestros registros. Un consumo atípico es uno mucho mayor que el de siempre.",
    },
    {
      lines: [
        ["Cliente", personLine(facts)],
        ["Suministro", filing.details.form.supplyCode],
        ["Dirección", [receipt.address, receipt.locality].join(", ")],
        ["Ciclo", receipt.billingCycle],
        ["Mes", monthAndYear(period)],
        ["Volumen registrado", `${receipt.measuredM3 ?? receipt.billedM3} m³`],
        ["Lectura actual", receipt.readingCurr === undefined ? "no figura" : `${receipt.readingCurr} m³`],
        ["Promedio histórico", receipt.averageM3 === undefined ? "no figura" : `${receipt.averageM3} m³`],
        ["Asignación de consumo", assignmentM3 === undefined ? "no figura" : `${assignmentM3} m³`],
      ],
    },
    {
      text: `El consumo es atípico cuando supera en más de ${terms.atypicalPercent} % el promedio histórico y llega por lo menos a ${terms.atypicalAssignments} asignaciones de consumo. Por eso se revisan las instalaciones antes de facturar.`,
    },
    { heading: "La inspección" },
    {
      lines: inspection
        ? [
            ["Día", dayWords(inspection.on)],
            ["Entre", inspection.hours],
          ]
        : [["Inspección", "no figura"]],
    },
    { heading: "Cómo se avisó" },
    { lines: noticeLines(notice) },
  ]);
}

function noticeLines(notice: Notice | undefined): readonly Line[] {
  if (!notice) return [["Aviso", "no figura"]];
  return [
    ["Día y hora", `${dayWords(notice.on)} a ${clockOf(notice.at)}`],
    ["Modo", meansNames[notice.means]],
    ["Lo recibió", notice.receiver ?? "no figura"],
  ];
}

function dayWords(date: string): string {
  const day = parseDay(date);
  return day ? longDate(day) : date;
}
