import { attachmentsBlock } from "../../../shared/documents/attachments-block.ts";
import type { SubmissionCargo } from "../../../shared/documents/letters.ts";
import type { Sheet } from "../../../shared/documents/sheet.ts";
import { longInstant } from "../../../shared/domain/term/spanish-dates.ts";
import { saidBlocks, submissionLines } from "./submission-constancia.ts";

/**
 * Returns the cargo of a submission: that the clerk checked and received it, when, with which text and files, and the
 * texts added since. It does not say what will be decided.
 */
export function submissionCargo({ receivedAt, added, ...said }: SubmissionCargo): Sheet {
  const { letterhead, submission } = said;
  return {
    letterhead,
    title: "Cargo de recepción de documento",
    code: submission.number,
    madeAt: receivedAt,
    blocks: [
      { lines: [...submissionLines(said), ["Recibido", longInstant(receivedAt)]] },
      ...saidBlocks("Lo que dice", submission.text),
      ...added.flatMap(({ at, text }) => saidBlocks(`Lo que se agregó el ${longInstant(at)}`, text)),
      { heading: "Archivos recibidos" },
      attachmentsBlock(submission.attachments),
      {
        text: "Este cargo prueba que una persona de la mesa de partes revisó tu documento y lo recibió. Los plazos se cuentan desde el día en que cuenta como presentado.",
      },
    ],
  };
}
