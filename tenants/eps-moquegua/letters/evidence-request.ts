import type { LetterOn } from "../../../shared/documents/letters.ts";
import type { Sheet } from "../../../shared/documents/sheet.ts";
import { longDate } from "../../../shared/domain/term/spanish-dates.ts";
import { caseSheet, termEnd, typedBlocks } from "./case-sheet.ts";

/**
 * Returns the request for the new evidence that a reconsideration lacks, which is made once (digest 3.7): what is asked
 * for, the working days to bring it, and what follows with and without it. The last day is stated only if the entry
 * started the clock of that term (T04).
 */
export function evidenceRequest(facts: LetterOn<"new-evidence-asked">): Sheet {
  const { entry, terms, letterhead, forms } = facts;
  const until = termEnd(entry, "T04");
  return caseSheet(facts, "Pedido de una prueba nueva", [
    {
      text: `Presentaste una reconsideración (${forms.reconsiderationForm}). La ley pide que traiga un documento que no estaba en tu expediente, y no lo trae.`,
    },
    ...typedBlocks("Qué se te pide", entry.details.text),
    { heading: "Hasta cuándo traerlo" },
    {
      lines: [
        ["Plazo", `${terms.remedy} días hábiles desde el día siguiente de este aviso`],
        ...(until ? [["Último día", longDate(until)] as const] : []),
      ],
    },
    { heading: "Cómo traerlo" },
    {
      text: `Por la web en tu reclamo, por la mesa de partes o en la oficina. Si tienes dudas, llama al ${letterhead.telephone}. Es gratis.`,
    },
    { heading: "Qué pasa después" },
    {
      items: [
        "Si lo traes, la empresa decide tu reconsideración con él.",
        "Si no lo traes, la empresa la decide sin él y puede declararla improcedente. No se te vuelve a pedir.",
        `Contra lo que decida puedes apelar (${forms.appealForm}) en ${terms.recourse} días hábiles. La apelación no necesita pruebas nuevas.`,
        "Este pedido no alarga el plazo de la empresa para decidir.",
      ],
    },
  ]);
}
