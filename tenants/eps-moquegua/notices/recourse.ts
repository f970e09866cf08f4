import { dateOf } from "../../../shared/domain/receipt/spanish-months.ts";
import { limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { longDate, shortDate } from "../../../shared/domain/term/spanish-dates.ts";
import type { NoticeTemplates } from "../../../shared/tenant/notice-templates.ts";

type Templates = NoticeTemplates["of"];

export const reconsiderationFiled: Templates["reconsideration-filed"] = (
  { details, filedOn },
  { claimCode, until },
) => ({
  subject: `Recibimos tu reconsideración ${details.submissionNumber}`,
  says: [
    `Recibimos tu reconsideración en el reclamo ${claimCode}, con el número ${details.submissionNumber}. Cuenta como presentada el ${longDate(filedOn)}.`,
    `El último día para notificarte la decisión es el ${longDate(until)}.`,
  ],
  short: `recibimos tu reconsideración. Decisión: hasta el ${shortDate(until)}.`,
});

/**
 * Returns the notice that asks for the new evidence that a reconsideration lacks, by `until`. It says that this is
 * asked for once, and that without it the reconsideration is decided as it is and may be refused.
 */
export const newEvidenceAsked: Templates["new-evidence-asked"] = ({ details }, { claimCode, until }) => ({
  subject: `Falta una prueba nueva en tu reconsideración: ${claimCode}`,
  says: [
    `Tu reconsideración en el reclamo ${claimCode} no trae un documento que no estaba en tu expediente, y lo necesita:\n${details.text}`,
    `Tienes hasta el ${longDate(until)} para agregarlo en tu reclamo. Te lo pedimos una sola vez.`,
    "Si no lo agregas, la empresa decide tu reconsideración sin él y puede declararla improcedente. Contra esa decisión puedes apelar ante el tribunal de SUNASS, que no necesita pruebas nuevas.",
  ],
  short: `agrega la prueba nueva a tu reconsideración ${claimCode} hasta el ${shortDate(until)}.`,
});

/**
 * Returns the notice that an appeal was received. With `until`, it states by when the appeal is sent to the tribunal.
 * Without, it says that the appeal is kept until the reconsideration is decided (digest 3.3).
 */
export const appealFiled: Templates["appeal-filed"] = ({ details, filedOn }, { claimCode, until }) => ({
  subject: `Recibimos tu apelación ${details.submissionNumber}`,
  says: until
    ? [
        `Recibimos tu apelación en el reclamo ${claimCode}, con el número ${details.submissionNumber}. Cuenta como presentada el ${longDate(filedOn)}.`,
        `La enviaremos con tu expediente al tribunal de SUNASS (TRASS) hasta el ${longDate(until)}.`,
      ]
    : [
        `Recibimos tu apelación en el reclamo ${claimCode}, con el número ${details.submissionNumber}.`,
        "La empresa todavía revisa su decisión (reconsideración). Guardamos tu apelación. La enviamos al tribunal de SUNASS (TRASS) cuando se te notifique lo que decida. No tienes que presentarla otra vez.",
      ],
  short: until
    ? `recibimos tu apelación. Va al tribunal hasta el ${shortDate(until)}.`
    : "recibimos tu apelación. Espera nuestra reconsideración.",
});

export const recourseReclassified: Templates["recourse-reclassified"] = ({ as, details }, { claimCode, until }) => {
  const what = as === "appeal" ? "apelación" : "reconsideración";
  const next =
    as === "appeal"
      ? `Enviaremos tu expediente al tribunal de SUNASS (TRASS) hasta el ${longDate(until)}.`
      : `La empresa revisa su decisión y te la notifica hasta el ${longDate(until)}.`;
  return {
    subject: `Tu pedido de revisión sigue como ${what}: ${claimCode}`,
    says: [`Lo que presentaste en el reclamo ${claimCode} sigue como ${what}. ${details.reason}`, next],
    short: `tu pedido de revisión en ${claimCode} sigue como ${what}.`,
  };
};

export const fileElevated: Templates["file-elevated"] = ({ details, effectiveAt }, { claimCode, until }) => ({
  subject: `Tu expediente está en el tribunal: ${claimCode}`,
  says: [
    `El tribunal de SUNASS (TRASS) recibió tu expediente ${claimCode} el ${dateOf(limaDay(effectiveAt))}. La referencia es ${details.reference}.`,
    `Su plazo para decidir y avisarte va hasta el ${longDate(until)}.`,
  ],
  short: `el tribunal ya tiene tu expediente ${claimCode}. Decide hasta el ${shortDate(until)}.`,
});

export const tribunalDecided: Templates["tribunal-decided"] = ({ details }, { claimCode }) => ({
  subject: `El tribunal decidió sobre tu reclamo ${claimCode}`,
  says: [`Nos llegó la decisión ${details.number} del tribunal de SUNASS (TRASS) sobre tu reclamo ${claimCode}.`],
  short: `el tribunal de SUNASS ya decidió sobre tu reclamo ${claimCode}.`,
});
