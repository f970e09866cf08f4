import type { ComplianceLetter, CorrectedMonth } from "../../../shared/documents/letters.ts";
import type { Block, Sheet } from "../../../shared/documents/sheet.ts";
import { printedCents } from "../../../shared/domain/receipt/money.ts";
import { monthAndYear } from "../../../shared/domain/receipt/spanish-months.ts";
import { limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { longDate } from "../../../shared/domain/term/spanish-dates.ts";
import { caseSheet, typedBlocks } from "./case-sheet.ts";

/**
 * Returns the letter that says that what was decided, agreed or granted by silence was carried out (digest 7.6): when,
 * what was done, and each corrected receipt before and after. Without figures on record it refers to what was done.
 */
export function complianceLetter(facts: ComplianceLetter): Sheet {
  const { entry, months, letterhead } = facts;
  return caseSheet(facts, "Carta de cumplimiento", [
    { text: `Ya se cumplió lo que quedó en tu reclamo, el ${longDate(limaDay(entry.effectiveAt))}.` },
    ...typedBlocks("Qué se hizo", entry.details.summary),
    { lines: [["Referencia", entry.details.reference]] },
    ...(months.length > 0
      ? [{ heading: "Tu recibo nuevo" }, ...months.flatMap(monthBlocks)]
      : [{ text: "Si cambia el monto de un recibo, lo dice «Qué se hizo»." }]),
    { text: "Los conceptos que no se reclamaron no cambian." },
    {
      text: `Si algo no es como quedó, avísanos al ${letterhead.telephone} o llama gratis a SUNASS al ${letterhead.regulatorLine}.`,
    },
  ]);
}

function monthBlocks({ receiptNumber, period, billed, left, concepts, words }: CorrectedMonth): readonly Block[] {
  return [
    {
      text: `Recibo ${receiptNumber}, de ${monthAndYear(period)}: de ${billed.m3} m³ y S/ ${printedCents(billed.amount)} pasa a ${left.m3} m³ y S/ ${printedCents(left.amount)}.`,
    },
    ...(concepts.length > 0 ? [conceptsTable(concepts, billed.amount, left.amount)] : []),
    ...words.map((text) => ({ text })),
  ];
}

function conceptsTable(
  concepts: CorrectedMonth["concepts"],
  billed: CorrectedMonth["billed"]["amount"],
  left: CorrectedMonth["left"]["amount"],
): Block {
  return {
    table: {
      head: ["Concepto", "Antes, S/", "Ahora, S/"],
      rows: [
        ...concepts.map(({ name, before, after }) => [name, printedCents(before), printedCents(after)]),
        ["Total del mes", printedCents(billed), printedCents(left)],
      ],
    },
  };
}
