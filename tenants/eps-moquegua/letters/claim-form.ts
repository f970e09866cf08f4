import type { FiledForm } from "../../../shared/documents/letters.ts";
import type { Sheet } from "../../../shared/documents/sheet.ts";
import { declarationNames } from "../../../shared/documents/spanish-names.ts";
import { personLine } from "./case-sheet.ts";
import { formBlocks } from "./claim-parts.ts";

/**
 * Returns the form of a claim as it was filed (digest 1.3), for the case file: what the claimant wrote, the next steps,
 * and how they declared it. Unlike the cargo it has no claim key.
 */
export function claimForm(facts: FiledForm): Sheet {
  const { letterhead, forms, filing } = facts;
  const { code, form } = filing.details;
  const { declaration } = form;
  const signed = declaration ? `declaración ${declarationNames[declaration.how]}` : "sin firma ni declaración";
  return {
    letterhead,
    title: `Presentación de reclamo (${forms.claimForm})`,
    code,
    madeAt: filing.recordedAt,
    blocks: [
      ...formBlocks(facts),
      { heading: "Firma o lo que vale por ella" },
      { text: `${personLine(facts)}: ${signed}.` },
      { heading: "Base legal" },
      { text: `${forms.regulation}.` },
    ],
  };
}
