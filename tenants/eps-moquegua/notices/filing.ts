import type { CaseEventOf } from "../../../shared/domain/case/case-events.ts";
import type { ClockId } from "../../../shared/domain/case/claim-states.ts";
import { printedCents } from "../../../shared/domain/receipt/money.ts";
import { monthAndYear } from "../../../shared/domain/receipt/spanish-months.ts";
import { clockOf, hoursText, longDate, shortDate } from "../../../shared/domain/term/spanish-dates.ts";
import type { NoticeFacts, NoticeTemplates } from "../../../shared/tenant/notice-templates.ts";
import { holdAskedWords } from "../letters/do-not-cut.ts";
import { testCostRule } from "../letters/test-cost.ts";

type Templates = NoticeTemplates["of"];

export const claimFiled: Templates["claim-filed"] = (
  { details, filedOn, inspectionOn, hearingOn },
  { claimCode, withKey, meterTestRight, holdAsked, hearing, copy },
) => {
  const { form, visit, notifyBy, claimKey, problem } = details;
  const visitHours = visit && `${visit.from} a ${visit.to}`;
  const numbers = form.receipts.map(({ number }) => number);
  const about = problem
    ? `por el problema de tu solicitud ${problem.code}`
    : `por ${numbers.length === 1 ? "el recibo" : "los recibos"} ${numbers.join(", ")}`;
  return {
    subject: `Recibimos tu reclamo ${claimCode}`,
    says: [
      `Recibimos tu reclamo ${claimCode}, ${about} del suministro ${form.supplyCode}. Cuenta como presentado el ${longDate(filedOn)}.`,
      visit &&
        `Visitaremos tu casa o local el ${longDate(visit.on)}, ${hoursText(visit)} Alguien mayor de edad tiene que abrirnos la puerta.`,
      hearingOn !== undefined &&
        !hearing &&
        `Te avisaremos el día de ${inspectionOn === undefined ? "la reunión" : "la visita y el de la reunión"}. Tus plazos ya corren.`,
      hearing &&
        `La reunión para llegar a un acuerdo (conciliación) es el ${longDate(hearing.on)} a ${clockOf(hearing.at)}, ${hearing.mode}. ${hearing.how}`,
      `El último día para notificarte la decisión es el ${longDate(notifyBy)}.`,
      meterTestRight &&
        `Tienes derecho a que una empresa autorizada pruebe tu medidor (contrastación). ${testCostRule}`,
      withKey
        ? `Con esta clave abres tu reclamo en la web. No la compartas: quien la tenga puede verlo y actuar por ti.\nClave: ${claimKey}`
        : "La clave del reclamo está en tu cargo. No va en este mensaje porque nadie confirmó todavía este contacto.",
      holdAsked &&
        `${holdAskedWords(holdAsked)} Si vienen a cortarte el agua por lo que reclamas, muestra la hoja «No cortar»: está entre los documentos de tu reclamo.`,
      copy && copyOf(form, copy),
    ],
    short: [
      `recibimos tu reclamo ${claimCode}.`,
      visit && `Visita: ${shortDate(visit.on)}, ${visitHours}.`,
      hearing && `Reunión: ${shortDate(hearing.on)}, ${hearing.at}.`,
      `Decisión: hasta el ${shortDate(notifyBy)}.`,
      withKey && `Clave: ${claimKey}`,
    ]
      .filter((part) => part)
      .join(" "),
  };
};

/** The text of what was recorded of a claim by telephone. It is sent to the claimant (T25). */
function copyOf(
  { receipts, meterReading, meterTest, grounds }: CaseEventOf<"claim-filed">["details"]["form"],
  { request, leakCheck, consentUndoUntil }: NonNullable<NoticeFacts["claim-filed"]["copy"]>,
): string {
  return [
    "Esto es lo que registramos cuando llamaste. Si algo no es así, llámanos.",
    ...receipts.map(
      ({ number, period, m3, amount }) =>
        `- Recibo ${number}, de ${monthAndYear(period)}: ${m3} m³, S/ ${printedCents(amount)} por el mes.`,
    ),
    `- Qué pides: ${request}.`,
    leakCheck && `- Fugas: ${leakCheck}.`,
    meterReading !== undefined && `- Lectura que nos diste: ${meterReading} m³.`,
    meterTest !== undefined && `- Prueba del medidor (contrastación): ${meterTest ? "la pides" : "no la pides"}.`,
    consentUndoUntil &&
      `- Decisiones a tu correo: pasado el ${longDate(consentUndoUntil)}. Hasta ese día van en papel y puedes deshacerlo, por la web o por teléfono.`,
    `- Lo que nos contaste: ${grounds}`,
  ]
    .filter((line) => line)
    .join("\n");
}

export const reclassified: Templates["reclassified"] = ({ details: { reason, visit } }, { claimCode, typeName }) => ({
  subject: `Corregimos el tipo de tu reclamo ${claimCode}`,
  says: [
    `Tu reclamo ${claimCode} sigue como «${typeName}»: es lo que corresponde a lo que nos contaste. ${reason}`,
    "No pierdes nada: tus plazos son los mismos.",
    visit && `Visitaremos tu casa o local el ${longDate(visit.on)}, ${hoursText(visit)}`,
  ],
  short: `corregimos el tipo de tu reclamo ${claimCode}. Tus plazos son los mismos.`,
});

export const takenAsProblem: Templates["taken-as-problem"] = ({ details }, { claimCode, typeName }) => {
  const { code: request, reason } = details;
  return {
    subject: `Atendemos tu reclamo ${claimCode} como la solicitud ${request}`,
    says: [
      `Lo que nos contaste en el reclamo ${claimCode} es un problema del servicio: «${typeName}». ${reason}`,
      `No tienes que pedirlo otra vez: abrimos por ti la solicitud ${request}, con la fecha de tu reclamo. Si no se soluciona en su plazo, podrás reclamar por ella.`,
      "Tu reclamo por el recibo termina con una resolución que te notificaremos. Hasta entonces la empresa no puede cobrártelo ni cortarte el agua por él.",
    ],
    short: `tu reclamo ${claimCode} se atiende como la solicitud ${request}.`,
  };
};

/**
 * Returns the notice that an announced file did not arrive. It does not name the file, because the name may say
 * something about the sender: the site shows it after sign-in.
 */
export const attachmentMissing: Templates["attachment-missing"] = (_, { claimCode }) => ({
  subject: `Falta un archivo de tu reclamo ${claimCode}`,
  says: [
    `Tu reclamo ${claimCode} sigue su curso, pero un archivo que anunciaste no nos llegó. Entra y envíalo.`,
    "No pierdes tu fecha de presentación.",
  ],
  short: `un archivo de tu reclamo ${claimCode} no nos llego. Entra y envialo.`,
});

export const copyAsked: Templates["copy-asked"] = (_, { claimCode }) => ({
  subject: `Necesitamos otra copia para tu reclamo ${claimCode}`,
  says: [
    `Un archivo de tu reclamo ${claimCode} no llegó, no se pudo leer o no pasó la revisión. Entra para ver cuál es, y envía otra copia o tráela a la oficina.`,
    "No pierdes tu fecha de presentación.",
  ],
  short: `necesitamos otra copia de un archivo de tu reclamo ${claimCode}.`,
});

/**
 * Returns the notice of which terms changed their last day, from when to when, after a change of the calendars. Returns
 * undefined if only terms that the claimant neither waits for nor must keep changed.
 */
export const datesMoved: Templates["dates-moved"] = ({ details }, { claimCode }) => {
  const moved = details.moved.flatMap(({ clock, from, to }) => {
    const term = movedTermNames[clock];
    return term ? [{ term, from, to }] : [];
  });
  if (moved.length === 0) return undefined;
  return {
    subject: `Cambiaron fechas de tu reclamo ${claimCode}`,
    says: [
      `Cambiaron los días no laborables que se cuentan en los plazos. El motivo: ${details.why}`,
      `Por eso cambian estas fechas de tu reclamo ${claimCode}:\n${moved
        .map(({ term, from, to }) => `- ${term}: antes hasta el ${longDate(from)}, ahora hasta el ${longDate(to)}.`)
        .join("\n")}`,
      "Ningún plazo tuyo se acorta.",
    ],
    short: `cambiaron fechas de tu reclamo ${claimCode}. Ningún plazo tuyo se acorta.`,
  };
};

/** The terms that a claimant waits for or must keep; all others are the office's own. */
const movedTermNames: Partial<Readonly<Record<ClockId, string>>> = {
  T04: "Para completar lo que falta",
  T05: "Para agregar algo a tu reclamo",
  T08: "Para decidir tu reclamo",
  T10: "Para notificarte la decisión",
  T11: "Para pedir que se revise la decisión",
  T12: "Para decidir tu reconsideración",
  T14: "Para notificarte lo decidido en la reconsideración",
  T15: "Para apelar",
  T16: "Para enviar tu expediente al tribunal de SUNASS",
  T17: "Para que el tribunal de SUNASS decida y avise",
  T18: "Para ir al Poder Judicial",
  T19: "Para cumplir lo decidido",
  T20: "Para responder tu queja",
  T22: "Para abrir la notificación de tu casilla",
  T23: "Para reparar la fuga",
  T25: "Para enviarte la copia de tu reclamo",
};
