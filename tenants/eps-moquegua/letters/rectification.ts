import type { RectificationFacts } from "../../../shared/documents/letters.ts";
import type { Sheet } from "../../../shared/documents/sheet.ts";
import { dateOf } from "../../../shared/domain/receipt/spanish-months.ts";
import { limaDay } from "../../../shared/domain/term/calendar-day.ts";

/**
 * Returns the resolution that rectifies a material error of a signed resolution: what that resolution says, what it
 * should say, and that neither its sense nor its amounts nor its terms change.
 */
export function rectification(facts: RectificationFacts): Sheet {
  const { letterhead, city, signer, regulation, claimCode, number, of, issuedAt, says, should, rectifiedAt } = facts;
  return {
    letterhead,
    title: `Resolución N.° ${number}: rectificación`,
    code: `${number} · ${claimCode}`,
    madeAt: rectifiedAt,
    blocks: [
      { text: `${city}, ${dateOf(limaDay(rectifiedAt))}` },
      {
        text: `En la resolución N.° ${of}, del ${dateOf(limaDay(issuedAt))}, sobre el reclamo ${claimCode}, hay un error material. Se rectifica así:`,
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
