import type { BillingSummary } from "../../../shared/documents/letters.ts";
import type { Block, Sheet } from "../../../shared/documents/sheet.ts";
import { regimeNames } from "../../../shared/documents/spanish-names.ts";
import { printedCents } from "../../../shared/domain/receipt/money.ts";
import type { ReceiptStatus } from "../../../shared/domain/receipt/receipt.ts";
import { monthAndYear } from "../../../shared/domain/receipt/spanish-months.ts";
import { parseDay } from "../../../shared/domain/term/calendar-day.ts";
import { shortDate } from "../../../shared/domain/term/spanish-dates.ts";
import { caseSheet } from "./case-sheet.ts";

const paidNames: Readonly<Record<ReceiptStatus, string>> = {
  PENDING: "no",
  PARTIAL: "en parte",
  PAID: "sí",
  IN_CLAIM: "en reclamo",
  REBILLED: "refacturado",
  CANCELLED: "anulado",
};

/**
 * Returns the table of the months billed to the supply (Formato 3), in the order given: regime, readings with their
 * days, m³, amount, and whether it was paid. If there are no months, a sentence says so.
 */
export function billingSummary(facts: BillingSummary): Sheet {
  return caseSheet(facts, `Resumen histórico de facturación (${facts.forms.billingForm})`, [
    { text: "Lo que se facturó al suministro, del mes más reciente al más antiguo, según el sistema comercial." },
    summaryTable(facts.months),
  ]);
}

function summaryTable(months: BillingSummary["months"]): Block {
  if (months.length === 0) return { text: "No figura ningún mes cobrado." };
  return {
    table: {
      head: ["Mes", "Régimen", "Lectura anterior", "Lectura actual", "m³", "S/ del mes", "Pagado"],
      rows: months.map(({ receipt, status }) => [
        monthAndYear(receipt.period),
        regimeNames[receipt.billingType],
        reading(receipt.readingPrev, receipt.readingPrevDate),
        reading(receipt.readingCurr, receipt.readingCurrDate),
        String(receipt.billedM3),
        printedCents(receipt.monthTotal),
        paidNames[status],
      ]),
    },
  };
}

function reading(value: number | undefined, date: string | undefined): string {
  const day = date === undefined ? undefined : parseDay(date);
  return value === undefined ? "-" : [value, day && `(${shortDate(day)})`].filter(Boolean).join(" ");
}
