import type { OutageCertificate } from "../../../shared/documents/letters.ts";
import type { Sheet } from "../../../shared/documents/sheet.ts";
import { longInstant } from "../../../shared/domain/spanish-dates.ts";

/** Certifies that the document desk was down: a term whose last day it was moves to the next working day. */
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
          ["Qué registró", evidence],
        ],
      },
      {
        text: "Si tu plazo vencía en un día en que la mesa de partes no funcionó, pasa al día hábil siguiente. Indica este número al presentar tu documento.",
      },
    ],
  };
}
