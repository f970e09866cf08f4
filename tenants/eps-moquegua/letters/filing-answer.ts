import type { FilingAnswer } from "../../../shared/documents/letters.ts";
import { papersBlock } from "../../../shared/documents/papers-block.ts";
import type { Sheet } from "../../../shared/documents/sheet.ts";
import { longInstant } from "../../../shared/domain/spanish-dates.ts";
import { filingLines, saidBlocks } from "./filing-constancia.ts";

/** The answer to a filing: its day, who answers, in what words and with which files. */
export function filingAnswer({ answeredAt, answer, ...said }: FilingAnswer): Sheet {
  const { letterhead, filing } = said;
  return {
    letterhead,
    title: "Respuesta a un documento presentado",
    code: filing.number,
    madeAt: answeredAt,
    blocks: [
      { lines: [...filingLines(said), ["Respondido", longInstant(answeredAt)], ["Quién responde", answer.by]] },
      ...saidBlocks("La respuesta", answer.text),
      { heading: "Archivos con que se responde" },
      papersBlock(answer.papers),
      {
        text: "Este documento prueba qué se respondió, cuándo y con qué archivos: la huella SHA-256 de cada uno permite comprobar que no cambió.",
      },
    ],
  };
}
