import type { RectificationFacts } from "../../../shared/documents/letters.ts";
import type { Sheet } from "../../../shared/documents/sheet.ts";
import { limaDay } from "../../../shared/domain/calendar-day.ts";
import { dateOf } from "../../../shared/domain/spanish-dates.ts";

/** The rectification of a material error, by the claim's code: what the resolution says and what it should. */
export function rectification(facts: RectificationFacts): Sheet {
  const { letterhead, city, signer, regulation, claimCode, number, issuedAt, says, should, rectifiedAt } = facts;
  return {
    letterhead,
    title: `Rectificación de la resolución N.° ${number}`,
    code: claimCode,
    madeAt: rectifiedAt,
    blocks: [
      { text: `${city}, ${dateOf(limaDay(rectifiedAt))}` },
      {
        text: `En la resolución N.° ${number}, del ${dateOf(limaDay(issuedAt))}, sobre el reclamo ${claimCode}, hay un error material. Se rectifica así:`,
      },
      {
        lines: [
          ["Dice", says],
          ["Debe decir", should],
        ],
      },
      { text: "Lo decidido y sus montos no cambian, y los plazos para impugnar la resolución son los mismos." },
      { heading: "Base legal" },
      { text: `${regulation}.` },
      { heading: "Firma" },
      { text: `${signer}. Vale con su firma: sin ella este documento es un proyecto.` },
    ],
  };
}
