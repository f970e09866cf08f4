import type { OutageCertificate } from "../../../shared/documents/letters.ts";
import type { Sheet } from "../../../shared/documents/sheet.ts";
import { longInstant } from "../../../shared/domain/term/spanish-dates.ts";

/**
 * Returns the certificate that the document desk was down: from when to when, and what the monitor recorded. It also
 * states the rule: a term whose last day is a day of the outage ends on the next working day.
 */
export function outageCertificate({ letterhead, outage }: OutageCertificate): Sheet {
  const { number, from, to, source, evidence, recordedAt } = outage;
  return {
    letterhead,
    title: "Certificado de caída de la mesa de partes virtual",
    code: number,
    madeAt: recordedAt,
    blocks: [
      {
        lines: [
          ["Número", number],
          ["No funcionó desde", longInstant(from)],
          ["Volvió a funcionar", longInstant(to)],
          ["Quién lo vio", `El monitor automático «${source}»`],
          ["Qué registró, como lo escribió", evidence],
        ],
      },
      {
        text: "Si tu plazo vencía en un día en que la mesa de partes no funcionó, pasa al día hábil siguiente. Indica este número al presentar tu documento.",
      },
    ],
  };
}
