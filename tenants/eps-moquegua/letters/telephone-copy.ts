import type { FiledForm } from "../../../shared/documents/letters.ts";
import type { Sheet } from "../../../shared/documents/sheet.ts";
import { personLine } from "./case-sheet.ts";
import { formBlocks } from "./claim-parts.ts";

/**
 * Returns the copy of a claim taken by telephone, which is sent to the claimant so that they can check what was
 * recorded (T25): the form of the claim, who typed it, and how to correct it.
 */
export function telephoneCopy(facts: FiledForm): Sheet {
  const { letterhead, forms, filing } = facts;
  const { code, typedBy } = filing.details;
  return {
    letterhead,
    title: "Copia de la recepción de tu reclamo por teléfono",
    code,
    madeAt: filing.recordedAt,
    blocks: [
      {
        text: `${personLine(facts)}: esto es lo que nos contaste por teléfono y lo que anotó ${typedBy ?? "la persona que te atendió"}. Revísalo.`,
      },
      {
        text: "Si algo no es lo que dijiste, o falta algo, avísanos y se corrige. No pierdes ningún día: el reclamo cuenta desde que llamaste.",
      },
      ...formBlocks(facts),
      { heading: "Base legal" },
      { text: `${forms.regulation}.` },
    ],
  };
}
