import type { SubmissionObservation } from "../../../shared/documents/letters.ts";
import type { Sheet } from "../../../shared/documents/sheet.ts";
import { longInstant } from "../../../shared/domain/term/spanish-dates.ts";
import { saidBlocks, submissionLines } from "./submission-constancia.ts";

/**
 * Returns the observation of a submission: what it lacks, how to correct it, and the working days for it, counted from
 * the day after the person is notified.
 */
export function submissionObservation({ observedAt, remark, remedyDays, ...said }: SubmissionObservation): Sheet {
  const { letterhead, submission } = said;
  const days = remedyDays === 1 ? "1 día hábil" : `${remedyDays} días hábiles`;
  return {
    letterhead,
    title: "Observación de un documento presentado",
    code: submission.number,
    madeAt: observedAt,
    blocks: [
      { lines: [...submissionLines(said), ["Observado", longInstant(observedAt)]] },
      ...saidBlocks("Lo que falta", remark),
      { heading: "Cuánto tiempo tienes" },
      { text: `${days}, contados desde el día siguiente de que esta observación te llega.` },
      { heading: "Cómo corregirlo" },
      {
        text: `Por la web, en la página de tu documento, o en la oficina, con lo que falta y el número ${submission.number}. Es gratis. Si tienes dudas, llama al ${letterhead.telephone}.`,
      },
      {
        text: "Si lo corriges a tiempo, tu documento conserva el día en que lo presentaste. Si no, queda como no presentado y puedes presentarlo otra vez.",
      },
    ],
  };
}
