import type { LetterOn } from "../../../shared/documents/letters.ts";
import type { Sheet } from "../../../shared/documents/sheet.ts";
import { caseSheet } from "./case-sheet.ts";

/**
 * Returns the observation of a claim, which is made once (digest 1.5): what the claim lacks, the working days to
 * complete it, how, and what follows if it is not completed.
 */
export function observation(facts: LetterOn<"defect-observed">): Sheet {
  const { entry, terms, letterhead } = facts;
  return caseSheet(facts, "Observación de tu reclamo", [
    { text: "Tu reclamo está recibido. Para seguir con él falta esto:" },
    { items: entry.details.defects },
    { heading: "Cuánto tiempo tienes" },
    {
      text: `${days(terms.remedy)}, contados desde el día siguiente de que esta observación te llega. Mientras tanto los plazos del reclamo se detienen.`,
    },
    { heading: "Cómo completarlo" },
    {
      text: `Por la web con la clave de tu reclamo, por la mesa de partes, por teléfono al ${letterhead.telephone} o en la oficina. Es gratis.`,
    },
    {
      text: "Si lo completas a tiempo, tu reclamo cuenta desde el día en que lo presentaste. Si no, queda como no presentado y puedes presentarlo otra vez mientras tengas plazo.",
    },
  ]);
}

function days(count: number): string {
  return count === 1 ? "1 día hábil" : `${count} días hábiles`;
}
