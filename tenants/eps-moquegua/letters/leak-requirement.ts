import type { LetterOn } from "../../../shared/documents/letters.ts";
import type { Sheet } from "../../../shared/documents/sheet.ts";
import { longDate } from "../../../shared/domain/term/spanish-dates.ts";
import { caseSheet, termEnd, typedBlocks } from "./case-sheet.ts";

/**
 * Returns the requirement to repair a leak that cannot be seen (digest 7.4): what was found, the last day to repair it,
 * that the office inspects again, and how the month is billed with and without the repair. The last day is stated only
 * if the entry started that term (T23).
 */
export function leakRequirement(facts: LetterOn<"leak-repair-required">): Sheet {
  const { entry, terms } = facts;
  const until = termEnd(entry, "T23");
  return caseSheet(facts, "Pedido de reparar una fuga", [
    {
      text: "La inspección encontró una fuga que no se ve: con todo cerrado, el medidor siguió marcando.",
    },
    ...typedBlocks("Qué se encontró", entry.details.text),
    { heading: "Hasta cuándo repararla" },
    {
      lines: [
        ["Plazo", `${terms.repairCalendarDays} días calendario desde el aviso`],
        ...(until ? [["Último día", longDate(until)] as const] : []),
      ],
    },
    { heading: "Qué pasa después" },
    {
      items: [
        "Volvemos a verificar. No hace falta que llames: si reparas antes, avísanos y vamos antes.",
        "Si la fuga está reparada en ese plazo, ese consumo se puede cobrar por lo que usas normalmente (tu promedio histórico). La ley limita los meses que se cobran así.",
        "Si la fuga sigue, el mes queda cobrado por lo que marcó el medidor.",
      ],
    },
    {
      text: "La reparación dentro de tu casa o local la haces tú, con quien elijas. Guarda la boleta y toma fotos: sirven de prueba.",
    },
  ]);
}
