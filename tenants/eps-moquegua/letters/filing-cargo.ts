import type { FilingCargo } from "../../../shared/documents/letters.ts";
import { papersBlock } from "../../../shared/documents/papers-block.ts";
import type { Sheet } from "../../../shared/documents/sheet.ts";
import { longInstant } from "../../../shared/domain/spanish-dates.ts";
import { filingLines, saidBlocks } from "./filing-constancia.ts";

/** The cargo of a filing's reception: the clerk checked it, and when. It says nothing of what will be decided. */
export function filingCargo({ receivedAt, added, ...said }: FilingCargo): Sheet {
  const { letterhead, filing } = said;
  return {
    letterhead,
    title: "Cargo de recepción de documento",
    code: filing.number,
    madeAt: receivedAt,
    blocks: [
      { lines: [...filingLines(said), ["Recibido", longInstant(receivedAt)]] },
      ...saidBlocks("Lo que dice", filing.text),
      ...added.flatMap(({ at, text }) => saidBlocks(`Lo que se agregó el ${longInstant(at)}`, text)),
      { heading: "Archivos recibidos" },
      papersBlock(filing.papers),
      {
        text: "Este cargo prueba que una persona de la mesa de partes revisó tu documento y lo recibió. Los plazos se cuentan desde el día en que cuenta como presentado.",
      },
    ],
  };
}
