import { howToAttend } from "../../../shared/documents/hearing-words.ts";
import type { ConciliationSummons } from "../../../shared/documents/letters.ts";
import type { Sheet } from "../../../shared/documents/sheet.ts";
import { hearingModeNames } from "../../../shared/documents/spanish-names.ts";
import { clockOf, longDate } from "../../../shared/domain/term/spanish-dates.ts";
import { caseSheet, claimedLines } from "./case-sheet.ts";

/**
 * Returns the summons to a hearing (digest 3.5): day, hour and mode, how to take part, how long the office waits, and
 * how the hearing may end. If the hearing was moved, or its mode or link changed, it says that it replaces the summons
 * before.
 */
export function conciliationSummons(facts: ConciliationSummons): Sheet {
  const { letterhead, hearing, terms, entry } = facts;
  return caseSheet(facts, "Citación a reunión de conciliación", [
    ...(entry.type === "hearing-moved"
      ? [{ text: "La reunión cambió de fecha. Esta citación reemplaza a la anterior." }]
      : []),
    ...(entry.type === "hearing-mode-chosen" || entry.type === "hearing-link-set"
      ? [{ text: "Cambió cómo participas en la reunión. Esta citación reemplaza a la anterior." }]
      : []),
    {
      text: `Te citamos a una reunión para buscar un acuerdo sobre tu reclamo. Por ${letterhead.name} participa una persona que puede acordar.`,
    },
    {
      lines: [
        ["Día", longDate(hearing.on)],
        ["Hora", `a ${clockOf(hearing.at)}`],
        ["Cómo", `${capital(hearingModeNames[hearing.mode])}. ${howToAttend(hearing)}`],
        ["Espera", `${terms.toleranceMinutes} minutos desde la hora citada`],
        ...claimedLines(facts),
      ],
    },
    { heading: "Qué puede pasar" },
    {
      items: [
        "Acuerdo total: el reclamo termina y se cumple lo acordado.",
        "Acuerdo parcial: se cumple lo acordado y se decide lo demás.",
        "No hay acuerdo, o alguien no asiste: el reclamo sigue y se decide con una resolución.",
      ],
    },
    {
      text: "No estás obligado a aceptar ninguna propuesta. Lo que se ofrece y no se acepta no se usa para decidir. Es gratis y no necesitas abogado.",
    },
    { text: "Si va otra persona por ti, debe llevar un poder que diga que puede conciliar." },
  ]);
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
