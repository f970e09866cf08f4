import { longDate, shortDate } from "../../../shared/domain/spanish-dates.ts";
import type { NoticeTemplates, NoticeWords, ToldFiling } from "../../notices.ts";

function told(what: string, says: NoticeWords["says"], number: string): NoticeWords {
  return { subject: `${what}: documento ${number}`, says, short: `${what.toLowerCase()}: documento ${number}.` };
}

const pickUp = ({ onPaper }: ToldFiling) => onPaper && "Si no tienes cuenta, pide tu copia en la oficina.";

/** What becomes of a document presented at the document desk. */
export const documentSteps: NoticeTemplates["filings"] = {
  presented: (filing) =>
    told(
      "Presentado",
      [
        `Quedó presentado tu documento ${filing.number}. Ya puedes descargar tu constancia de presentación.`,
        filing.answerBy && `Te responderán a más tardar el ${longDate(filing.answerBy)}.`,
        pickUp(filing),
      ],
      filing.number,
    ),
  // Who has no page to read it on is told what is missing in the message itself.
  observed: ({ number, remedyBy, remark = "", onPaper }) => {
    const { subject, says, short } = told(
      "Le falta algo",
      [
        `A tu documento ${number} le falta algo: ${remark}`,
        `Corrígelo a más tardar el ${longDate(remedyBy)} y conserva su fecha. Si no, se tiene por no presentado.`,
        onPaper && "Si no tienes cuenta, tráelo a la oficina: ahí te dan también la observación en papel.",
      ],
      number,
    );
    const until = `Corrigelo hasta el ${shortDate(remedyBy)}.`;
    return onPaper
      ? {
          subject,
          says,
          short: [`a tu documento ${number} le falta: ${remark}`, until].join(" "),
          shortWithoutLink: true,
        }
      : { subject, says, short: [short, until].join(" ") };
  },
  received: (filing) =>
    told(
      "Recibido",
      [
        `Una persona revisó y recibió tu documento ${filing.number}. Ya puedes descargar tu cargo de recepción.`,
        pickUp(filing),
      ],
      filing.number,
    ),
  returned: ({ number }) =>
    told("Devuelto", [`No pudimos recibir tu documento ${number}. Entra para ver el motivo.`], number),
  lapsed: ({ number }) =>
    told(
      "No presentado",
      [
        `Lo que faltaba en tu documento ${number} no llegó a tiempo: se tiene por no presentado.`,
        "Puedes presentarlo otra vez cuando quieras.",
      ],
      number,
    ),
  answered: (filing) =>
    told(
      "Respondido",
      [`Ya hay respuesta a tu documento ${filing.number}. Entra para leerla.`, pickUp(filing)],
      filing.number,
    ),
  "paper-missing": (filing) =>
    told(
      "Falta un archivo",
      [
        `Tu documento ${filing.number} quedó presentado, pero un archivo que anunciaste no nos llegó. Entra y envíalo.`,
        "No pierdes tu fecha de presentación.",
        pickUp(filing),
      ],
      filing.number,
    ),
  "copy-asked": (filing) =>
    told(
      "Necesitamos otra copia",
      [
        `Un archivo de tu documento ${filing.number} no llegó, no se pudo leer o no pasó la revisión. Entra para ver cuál es, y envía otra copia.`,
        "No pierdes tu fecha de presentación.",
        pickUp(filing),
      ],
      filing.number,
    ),
  taken: ({ number, claimCode = "" }) =>
    told(
      "En tu reclamo",
      [`Tu documento ${number} se tomó en tu reclamo ${claimCode}, con la fecha en que lo presentaste.`],
      number,
    ),
};
