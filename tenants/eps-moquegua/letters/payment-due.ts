import type { PaymentDue } from "../../../shared/documents/letters.ts";
import type { Sheet } from "../../../shared/documents/sheet.ts";
import { addCents, printedCents } from "../../../shared/domain/receipt/money.ts";
import { monthAndYear } from "../../../shared/domain/receipt/spanish-months.ts";
import { longDate } from "../../../shared/domain/term/spanish-dates.ts";
import { caseSheet } from "./case-sheet.ts";

/**
 * Returns the notice that the decision is firm (digest 3.10): since when, the amount to pay of each receipt and in all,
 * and that no interest is charged for the time of the hold.
 */
export function paymentDue(facts: PaymentDue): Sheet {
  const { entry, months, letterhead } = facts;
  return caseSheet(facts, "Ya debes pagar lo que se decidió", [
    {
      text: `La decisión sobre tu reclamo quedó firme el ${longDate(entry.details.since)}: pasó el plazo y no se presentó otro recurso. Lo que estaba retenido ya se puede cobrar.`,
    },
    {
      table: {
        head: ["Recibo", "Mes", "m³", "A pagar por el mes, S/", "Cómo quedó"],
        rows: [
          ...months.map(({ receiptNumber, period, m3, amount, corrected }) => [
            receiptNumber,
            monthAndYear(period),
            String(m3),
            printedCents(amount),
            corrected ? "corregido" : "como se facturó",
          ]),
          ["Total", "", "", printedCents(addCents(...months.map(({ amount }) => amount))), ""],
        ],
      },
    },
    {
      items: [
        "Si ya pagaste una parte, paga solo lo que falta: el saldo está en tu recibo y en la web.",
        "Por el tiempo que estuvo retenido no se te cobran intereses.",
        "Si no puedes pagar todo junto, pide un convenio para pagar en partes.",
      ],
    },
    { text: `Dudas: ${letterhead.telephone}, o gratis a SUNASS al ${letterhead.regulatorLine}.` },
  ]);
}
