import type { RemindedAct } from "../../../shared/domain/case/awaits-claimant.ts";
import { hoursText, longDate, shortDate } from "../../../shared/domain/term/spanish-dates.ts";
import type { NoticeTemplates } from "../../../shared/tenant/notice-templates.ts";

/** What a claimant can do until the day, in the words of a mail and in the few of a text. */
const toDo: Readonly<Record<Exclude<RemindedAct, "receive-visit">, readonly [says: string, short: string]>> = {
  remedied: ["corregir lo que le falta a tu reclamo", "corregir lo que falta"],
  "new-evidence-brought": ["enviar la prueba nueva para tu pedido de revisión", "enviar la prueba nueva"],
  "appeal-filed": ["pedir que revisen la decisión, si no estás de acuerdo", "pedir revisión"],
  "answer-offer": ["responder la propuesta de acuerdo", "responder la propuesta"],
  "acknowledge-notice": ["confirmar que recibiste nuestra notificación y leerla", "abrir tu notificación"],
  "repair-leak": ["reparar la fuga que encontramos", "reparar la fuga"],
};

/**
 * Returns the reminder of a visit on `day`, if the act is `receive-visit`, or of another act that the claimant can do
 * until `day`. The hours of the visit are left out if `visit` is undefined.
 */
export const actReminded: NoticeTemplates["of"]["act-reminded"] = ({ details: { act, day } }, { claimCode, visit }) => {
  if (act === "receive-visit")
    return {
      subject: `Te visitamos el ${longDate(day)}: ${claimCode}`,
      says: [
        `Te recordamos la visita por tu reclamo ${claimCode}. Es el ${longDate(day)}${visit ? `, ${hoursText(visit)}` : "."}`,
        "Alguien mayor de edad tiene que abrirnos la puerta.",
      ],
      short: `visita por tu reclamo ${claimCode}: ${shortDate(day)}${visit ? `, ${visit.from} a ${visit.to}` : ""}.`,
    };
  const [says, short] = toDo[act];
  return {
    subject: `Tienes hasta el ${longDate(day)}: ${claimCode}`,
    says: [
      `En tu reclamo ${claimCode} tienes hasta el ${longDate(day)} para ${says}. Entra a tu reclamo para hacerlo.`,
    ],
    short: `reclamo ${claimCode}: tienes hasta el ${shortDate(day)} para ${short}.`,
  };
};
