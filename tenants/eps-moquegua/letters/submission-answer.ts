import { attachmentsBlock } from "../../../shared/documents/attachments-block.ts";
import type { SubmissionAnswer } from "../../../shared/documents/letters.ts";
import type { Sheet } from "../../../shared/documents/sheet.ts";
import { longInstant } from "../../../shared/domain/term/spanish-dates.ts";
import { saidBlocks, submissionLines } from "./submission-constancia.ts";

/**
 * Returns the answer to a submission: the submission, when and by whom it is answered, the words of the answer, and its
 * files with their hashes.
 */
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
