import type { HearingInWords } from "../../../shared/documents/letters.ts";
import type { Agreement, HearingMoveReason } from "../../../shared/domain/case/claim-events.ts";
import { instalmentWords } from "../../../shared/domain/conciliation/spanish-instalments.ts";
import { printedCents } from "../../../shared/domain/receipt/money.ts";
import { clockOf, hoursText, longDate, shortDate } from "../../../shared/domain/term/spanish-dates.ts";
import type { NoticeTemplates } from "../../../shared/tenant/notice-templates.ts";

type Templates = NoticeTemplates["of"];

const moveWords: Readonly<Record<HearingMoveReason, string>> = {
  "leak-repair": "para esperar que se repare la fuga",
  "meter-test": "para esperar la prueba del medidor",
  tribunal: "porque el tribunal devolvió tu reclamo a investigar",
  calendar: "porque ese día ya no se trabaja",
};

export const hearingMoved: Templates["hearing-moved"] = ({ reason }, { claimCode, hearing }) => {
  const { on, at } = hearing;
  return {
    subject: `Nueva fecha de tu reunión: ${claimCode}`,
    says: [
      `La reunión para llegar a un acuerdo (conciliación) por tu reclamo ${claimCode} cambió de fecha, ${moveWords[reason]}.`,
      `Ahora es el ${when(hearing)}. ${hearing.how}`,
    ],
    short: `nueva fecha de reunión, ${claimCode}: ${shortDate(on)} a las ${at}.`,
  };
};

const when = ({ on, at, mode }: HearingInWords): string => `${longDate(on)} a ${clockOf(at)}, ${mode}`;

/**
 * Returns the notice of how the hearing will be held, after the claimant chose its mode or staff recorded their choice:
 * its day, hour, mode, and how to take part.
 */
export const hearingModeChosen: Templates["hearing-mode-chosen"] = (_, { claimCode, hearing }) => ({
  subject: `Cómo será tu reunión: ${claimCode}`,
  says: [
    `Anotamos cómo quieres que sea la reunión para buscar un acuerdo sobre tu reclamo ${claimCode}. Es el ${when(hearing)}.`,
    hearing.how,
    "Si tú no lo pediste, llámanos.",
  ],
  ...shortly(claimCode, hearing),
});

export const hearingLinkSet: Templates["hearing-link-set"] = (_, { claimCode, hearing }) => ({
  subject: `Enlace de tu reunión: ${claimCode}`,
  says: [`Ya hay un enlace para la reunión sobre tu reclamo ${claimCode}. Es el ${when(hearing)}.`, hearing.how],
  ...shortly(claimCode, hearing),
});

export const hearingReminded: Templates["hearing-reminded"] = ({ details }, { claimCode, hearing }) => {
  const day = details.when === "same-day" ? "hoy" : `el ${longDate(hearing.on)}`;
  return {
    subject: `Tu reunión es ${day}: ${claimCode}`,
    says: [
      `Te recordamos la reunión para buscar un acuerdo sobre tu reclamo ${claimCode}. Es el ${when(hearing)}.`,
      hearing.how,
      "No estás obligado a aceptar ninguna propuesta. Si no hay acuerdo, tu reclamo sigue y se decide con una resolución.",
    ],
    ...shortly(claimCode, hearing),
  };
};

/** The part for a mobile: if it has a link to the meeting, there is no room for a second link. */
function shortly(claimCode: string, hearing: HearingInWords) {
  const { on, at, link } = hearing;
  return {
    // Without a full stop, which would be read as a part of the link.
    short: `reunión ${claimCode}, ${shortDate(on)} ${at}: ${hearing.shortly}`,
    ...(link !== undefined && { shortWithoutLink: true as const, enter: "Tu reclamo está aquí:" }),
  };
}

/**
 * Returns the notice of the days of the hearing and, if there is one, of the visit, for a claim that was filed before
 * it had them.
 */
export const appointmentsGiven: Templates["appointments-given"] = ({ details: { visit } }, { claimCode, hearing }) => ({
  subject: `Fechas de tu reclamo ${claimCode}`,
  says: [
    `Ya tienen fecha los pasos de tu reclamo ${claimCode}. Sus plazos son los mismos.`,
    visit &&
      `Visitaremos tu casa o local el ${longDate(visit.on)}, ${hoursText(visit)} Alguien mayor de edad tiene que abrirnos la puerta.`,
    `La reunión para llegar a un acuerdo (conciliación) es el ${when(hearing)}. ${hearing.how}`,
  ],
  short: `${claimCode}: ${visit ? `visita ${shortDate(visit.on)}, ${visit.from} a ${visit.to}; ` : ""}reunión ${shortDate(hearing.on)}, ${hearing.at}.`,
});

export const claimsJoined: Templates["claims-joined"] = (_, { claimCode }) => ({
  subject: `Tu reclamo ${claimCode} sigue junto con otro`,
  says: [
    `Tu reclamo ${claimCode} se unió con otro del mismo suministro: comparten la visita y la reunión.`,
    "No pierdes nada: tu reclamo conserva sus plazos y tendrá su propia respuesta.",
  ],
  short: `tu reclamo ${claimCode} sigue junto con otro. Conserva sus plazos.`,
});

/**
 * Returns the notice of the result of a hearing and what follows from it. A claimant who did not agree to what the acta
 * says learns of it this way.
 */
export const conciliationHeld: Templates["conciliation-held"] = ({ agreement }, { claimCode, left }) => ({
  subject: `Reunión por tu reclamo ${claimCode}`,
  says: [
    `La reunión por tu reclamo ${claimCode} terminó ${agreementWords[agreement]}.`,
    ...left,
    agreement === "total"
      ? "El acuerdo cierra el reclamo y la empresa debe cumplirlo. Si tú no acordaste eso, llámanos hoy."
      : "Tu reclamo sigue: la empresa debe decidirlo y notificarte dentro de su plazo.",
  ],
  short: `reunión ${claimCode}: terminó ${agreementWords[agreement]}.`,
});

const agreementWords: Readonly<Record<Agreement, string>> = {
  total: "con acuerdo total",
  partial: "con acuerdo en parte",
  none: "sin acuerdo",
  absence: "sin que asistieran las dos partes",
};

export const offerMade: Templates["offer-made"] = ({ details }, { claimCode }) => {
  const { receiptNumber, m3, before, after, instalments, until } = details;
  return {
    subject: `Te proponemos un acuerdo: ${claimCode}`,
    says: [
      `Te proponemos un acuerdo sobre el recibo ${receiptNumber} de tu reclamo ${claimCode}.`,
      `El mes se facturó en S/ ${printedCents(before)}. Con el acuerdo sería S/ ${printedCents(after)}, por ${m3} m³.`,
      instalments && `Lo pagarías ${instalmentWords(instalments)}.`,
      `Puedes responder hasta el ${longDate(until)}, o proponer otra cosa. Si no aceptas, tu reclamo sigue igual.`,
    ],
    short: `propuesta para ${claimCode}. Responde hasta el ${shortDate(until)}.`,
  };
};
