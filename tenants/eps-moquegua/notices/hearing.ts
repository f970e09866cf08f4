import type { Agreement, HearingMoveReason } from "../../../shared/domain/claim-events.ts";
import { formatCents } from "../../../shared/domain/money.ts";
import { longDate, shortDate } from "../../../shared/domain/spanish-dates.ts";
import type { NoticeTemplates } from "../../notices.ts";

type Templates = NoticeTemplates["of"];

const moveWords: Readonly<Record<HearingMoveReason, string>> = {
  "leak-repair": "para esperar que se repare la fuga",
  "meter-test": "para esperar la prueba del medidor",
  tribunal: "porque el tribunal devolvió tu reclamo a investigar",
  calendar: "porque ese día ya no se trabaja",
};

export const hearingMoved: Templates["hearing-moved"] = ({ details, reason }, { claimCode, mode }) => {
  const { on, at } = details.hearing;
  return {
    subject: `Nueva fecha de audiencia: ${claimCode}`,
    says: [
      `La audiencia de conciliación de tu reclamo ${claimCode} cambió de fecha, ${moveWords[reason]}.`,
      `Ahora es el ${longDate(on)} a las ${at}, ${mode}.`,
    ],
    short: `nueva fecha de audiencia, ${claimCode}: ${shortDate(on)} a las ${at}.`,
  };
};

/** The days of a claim that was filed without them. */
export const placesGiven: Templates["places-given"] = ({ details: { hearing, visit } }, { claimCode, mode }) => {
  const visitBand = visit && `${visit.from} a ${visit.to}`;
  return {
    subject: `Fechas de tu reclamo ${claimCode}`,
    says: [
      `Ya tienen fecha los pasos de tu reclamo ${claimCode}. Sus plazos son los mismos.`,
      visit && `Visitaremos el predio el ${longDate(visit.on)}, de ${visitBand}. Tiene que haber alguien que nos abra.`,
      `La audiencia de conciliación es el ${longDate(hearing.on)} a las ${hearing.at}, ${mode}.`,
    ],
    short: [
      `fechas de tu reclamo ${claimCode}.`,
      visit && `Visita: ${shortDate(visit.on)}, ${visitBand}.`,
      `Audiencia: ${shortDate(hearing.on)}, ${hearing.at}.`,
    ]
      .filter((part) => part)
      .join(" "),
  };
};

export const claimsJoined: Templates["claims-joined"] = (_, { claimCode }) => ({
  subject: `Tu reclamo ${claimCode} se tramita junto con otro`,
  says: [
    `Tu reclamo ${claimCode} se acumuló con otro del mismo suministro: comparten la visita y la audiencia.`,
    "No pierdes nada: tu reclamo conserva sus plazos y tendrá su propia respuesta.",
  ],
  short: `tu reclamo ${claimCode} se tramita junto con otro del mismo suministro. Conserva sus plazos.`,
});

/** What a hearing came to: its acta is in the case, and who did not agree to it must learn of it. */
export const conciliationHeld: Templates["conciliation-held"] = ({ agreement }, { claimCode }) => ({
  subject: `Audiencia de tu reclamo ${claimCode}`,
  says: [
    `La audiencia de conciliación de tu reclamo ${claimCode} terminó ${agreementWords[agreement]}.`,
    agreement === "total"
      ? "El acuerdo cierra el reclamo y la empresa debe cumplirlo. Si tú no acordaste eso, llámanos hoy."
      : "Tu reclamo sigue: la empresa debe decidirlo y notificarte dentro de su plazo.",
  ],
  short: `audiencia ${claimCode}: terminó ${agreementWords[agreement]}.`,
});

const agreementWords: Readonly<Record<Agreement, string>> = {
  total: "con acuerdo total",
  partial: "con acuerdo en parte",
  none: "sin acuerdo",
  absence: "sin que asistieran las dos partes",
};

export const offerMade: Templates["offer-made"] = ({ details }, { claimCode }) => {
  const { receiptNumber, m3, before, after, until } = details;
  return {
    subject: `Te proponemos un acuerdo: ${claimCode}`,
    says: [
      `Te proponemos un acuerdo sobre el recibo ${receiptNumber} de tu reclamo ${claimCode}.`,
      `El mes se facturó en S/ ${formatCents(before)}. Con el acuerdo sería S/ ${formatCents(after)}, por ${m3} m³.`,
      `Puedes responder hasta el ${longDate(until)}. Si no aceptas, tu reclamo sigue igual.`,
    ],
    short: `propuesta para ${claimCode}. Responde hasta el ${shortDate(until)}.`,
  };
};
