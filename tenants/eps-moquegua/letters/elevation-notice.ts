import type { LetterOn } from "../../../shared/documents/letters.ts";
import type { Sheet } from "../../../shared/documents/sheet.ts";
import { lastEntry } from "../../../shared/domain/case/case-events.ts";
import { limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { longDate } from "../../../shared/domain/term/spanish-dates.ts";
import { caseSheet, termEnd } from "./case-sheet.ts";

/**
 * Returns the notice to the claimant that the tribunal received their file: when, in how many working days the
 * tribunal decides, and that the claimed receipts need not be paid meanwhile.
 */
export function elevationNotice(facts: LetterOn<"file-elevated">): Sheet {
  const { entry, events, terms, letterhead } = facts;
  const appeal = lastEntry(events, "appeal-filed");
  const until = termEnd(entry, "T17");
  return caseSheet(facts, "Tu apelación ya está en el tribunal", [
    {
      text: `El Tribunal Administrativo de Solución de Reclamos de SUNASS (TRASS) recibió tu expediente el ${longDate(limaDay(entry.effectiveAt))}. El tribunal decide, no nosotros.`,
    },
    {
      lines: [
        ["Referencia", entry.details.reference],
        ...(appeal ? [["Tu apelación", appeal.details.submissionNumber] as const] : []),
        ["El tribunal decide en", `${terms.tribunalDecides} días hábiles desde ese día`],
        ...(until ? [["Su plazo para decidir y avisarte va hasta el", longDate(until)] as const] : []),
      ],
    },
    {
      items: [
        "Mientras el tribunal decide, no se te exige el pago de lo reclamado ni se corta el servicio por esos recibos.",
        "Si el tribunal no decide en su plazo, puedes darlo por denegado y acudir al juez, o seguir esperando.",
        "Puedes ver tu expediente completo en la web, con la clave de tu reclamo.",
      ],
    },
    { text: `Si tienes dudas, llama gratis a SUNASS al ${letterhead.regulatorLine}.` },
  ]);
}
