import { attachmentsBlock } from "../../../shared/documents/attachments-block.ts";
import type { SubmissionAnswer } from "../../../shared/documents/letters.ts";
import type { Sheet } from "../../../shared/documents/sheet.ts";
import { longInstant } from "../../../shared/domain/spanish-dates.ts";
import { saidBlocks, submissionLines } from "./submission-constancia.ts";

/** The answer to a submission: its day, who answers, its text and its files. */
export function submissionAnswer({ answeredAt, answer, ...said }: SubmissionAnswer): Sheet {
  const { letterhead, submission } = said;
  return {
    letterhead,
    title: "Respuesta a un documento presentado",
    code: submission.number,
    madeAt: answeredAt,
    blocks: [
      { lines: [...submissionLines(said), ["Respondido", longInstant(answeredAt)], ["Quién responde", answer.by]] },
      ...saidBlocks("La respuesta", answer.text),
      { heading: "Archivos con que se responde" },
      attachmentsBlock(answer.attachments),
      {
        text: "Este documento prueba qué se respondió, cuándo y con qué archivos: la huella SHA-256 de cada uno permite comprobar que no cambió.",
      },
    ],
  };
}
