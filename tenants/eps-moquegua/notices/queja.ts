import { longDate, shortDate } from "../../../shared/domain/term/spanish-dates.ts";
import type { NoticeTemplates } from "../../../shared/tenant/notice-templates.ts";

type Templates = NoticeTemplates["of"];

/**
 * Returns the notice that a queja was received, with its number and `until`, the last day to send this queja to who
 * decides it. The claim's clock T20 may end on another day, because it follows the oldest unanswered queja.
 */
export const quejaFiled: Templates["queja-filed"] = ({ details }, { claimCode, until }) => ({
  subject: `Recibimos tu queja ${details.submissionNumber}`,
  says: [
    `Recibimos tu queja en el reclamo ${claimCode}, con el número ${details.submissionNumber}.`,
    `La enviaremos a quien la decide hasta el ${longDate(until)}. Mientras tanto tu reclamo sigue: la queja no detiene ningún plazo.`,
  ],
  short: `recibimos tu queja ${details.submissionNumber}. La enviamos hasta el ${shortDate(until)}.`,
});

export const quejaForwarded: Templates["queja-forwarded"] = ({ details }, { claimCode, until }) => {
  const to = details.to === "TRASS" ? "al tribunal de SUNASS (TRASS)" : "al superior de quien lleva tu reclamo";
  return {
    subject: `Enviamos tu queja: ${claimCode}`,
    says: [
      `Enviamos ${to} tu queja del reclamo ${claimCode}, con una copia del expediente. La referencia es ${details.reference}.`,
      `Su plazo para decidirla va hasta el ${longDate(until)}.`,
    ],
    short: `enviamos tu queja del reclamo ${claimCode} a quien la decide.`,
  };
};

export const quejaAnswered: Templates["queja-answered"] = (_, { claimCode }) => ({
  subject: `Respondieron tu queja: ${claimCode}`,
  says: [`Llegó la respuesta a tu queja en el reclamo ${claimCode}. Léela en la web.`],
  short: `llegó la respuesta a tu queja en el reclamo ${claimCode}.`,
});
