import { sentence } from "../../../shared/domain/sentence.ts";
import { longDate, shortDate } from "../../../shared/domain/term/spanish-dates.ts";
import type { NoticeTemplates, NoticeWords, NotifiedSubmission } from "../../../shared/tenant/notice-templates.ts";

function documentNotice(what: string, says: NoticeWords["says"], number: string): NoticeWords {
  return { subject: `${what}: documento ${number}`, says, short: `${what.toLowerCase()}: documento ${number}.` };
}

const pickUp = ({ onPaper, byKey }: NotifiedSubmission) => {
  if (byKey) return "Ábrelo ahí con su número y su clave.";
  return onPaper && "Si no tienes cuenta, pide tu copia en la oficina.";
};

/** Who has no account cannot send a file again on the submission's page. */
const sendAgain = (submission: NotifiedSubmission) => (submission.byKey ? again : pickUp(submission));
const again = "Preséntalo otra vez por la web como documento, con este número en el asunto, o tráelo a la oficina.";

/** The notices of a submission's steps. */
export const submissionSteps: NoticeTemplates["submissions"] = {
  presented: (submission) =>
    documentNotice(
      "Presentado",
      [
        `Quedó presentado tu documento ${submission.number}. Ya puedes descargar tu constancia de presentación.`,
        submission.answerBy && `Te responderán a más tardar el ${longDate(submission.answerBy)}.`,
        pickUp(submission),
      ],
      submission.number,
    ),
  // A person who may have no account cannot read it on the page, so the message itself says what is missing.
  observed: ({ number, remedyBy, remark = "", onPaper, byKey }) => {
    const { subject, says, short } = documentNotice(
      "Le falta algo",
      [
        `A tu documento ${number} le falta algo: ${sentence(remark)}`,
        `Corrígelo a más tardar el ${longDate(remedyBy)} y conserva su fecha. Si no, queda como no presentado.`,
        byKey
          ? again
          : onPaper && "Si no tienes cuenta, tráelo a la oficina: ahí te dan también la observación en papel.",
      ],
      number,
    );
    const until = `Corrigelo hasta el ${shortDate(remedyBy)}.`;
    return onPaper
      ? {
          subject,
          says,
          short: [`a tu documento ${number} le falta: ${sentence(remark)}`, until].join(" "),
          shortWithoutLink: true,
        }
      : { subject, says, short: [short, until].join(" ") };
  },
  received: (submission) =>
    documentNotice(
      "Recibido",
      [
        `Una persona revisó y recibió tu documento ${submission.number}. Ya puedes descargar tu cargo de recepción.`,
        pickUp(submission),
      ],
      submission.number,
    ),
  returned: ({ number }) =>
    documentNotice("Devuelto", [`No pudimos recibir tu documento ${number}. Entra para ver el motivo.`], number),
  lapsed: ({ number }) =>
    documentNotice(
      "No presentado",
      [
        `Lo que faltaba en tu documento ${number} no llegó a tiempo: queda como no presentado.`,
        "Puedes presentarlo otra vez cuando quieras.",
      ],
      number,
    ),
  answered: (submission) =>
    documentNotice(
      "Respondido",
      [`Ya hay respuesta a tu documento ${submission.number}. Entra para leerla.`, pickUp(submission)],
      submission.number,
    ),
  "not-recourse": (submission) =>
    documentNotice(
      "No es un recurso",
      [`Tu documento ${submission.number} no se tomó como recurso. Entra para leer el motivo.`, pickUp(submission)],
      submission.number,
    ),
  "attachment-missing": (submission) =>
    documentNotice(
      "Falta un archivo",
      [
        `Tu documento ${submission.number} quedó presentado, pero un archivo que anunciaste no nos llegó. Entra y envíalo.`,
        "No pierdes tu fecha de presentación.",
        sendAgain(submission),
      ],
      submission.number,
    ),
  "copy-asked": (submission) =>
    documentNotice(
      "Necesitamos otra copia",
      [
        `Un archivo de tu documento ${submission.number} no llegó, no se pudo leer o no pasó la revisión. Entra para ver cuál es, y envía otra copia.`,
        "No pierdes tu fecha de presentación.",
        sendAgain(submission),
      ],
      submission.number,
    ),
  taken: ({ number, claimCode = "" }) =>
    documentNotice(
      "En tu reclamo",
      [`Tu documento ${number} se tomó en tu reclamo ${claimCode}, con la fecha en que lo presentaste.`],
      number,
    ),
};
