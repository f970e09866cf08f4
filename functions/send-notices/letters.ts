import type { CaseAt } from "../../shared/casework/case-at.ts";
import { lastDayToAcknowledge } from "../../shared/casework/notice-days.ts";
import { claimLink, noticeLink, offerLink, openingLink } from "../../shared/casework/site-links.ts";
import { dateOf, longDate, monthOf } from "../../shared/documents/spanish-dates.ts";
import { hearingModeNames, leakCheckNames, requestNames } from "../../shared/documents/spanish-names.ts";
import { type CalendarDay, limaDay, partsOf } from "../../shared/domain/calendar-day.ts";
import type { CaseEvent, CaseEventOf } from "../../shared/domain/case-events.ts";
import { termFor, workingOf } from "../../shared/domain/claim-clocks.ts";
import type { Agreement } from "../../shared/domain/claim-events.ts";
import type { ClockId } from "../../shared/domain/claim-states.ts";
import { formatCents } from "../../shared/domain/money.ts";

/** Who writes, and the site letters lead to. */
export interface Sender {
  readonly name: string;
  readonly telephone: string;
  readonly regulatorLine: string;
  /** Its origin, without a last `/`. */
  readonly site: string;
}

/** What is told of an entry: by mail, or in few words to a mobile. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly short: string;
}

/** A letter without what all have: greeting, telephones, who writes. */
interface Draft {
  readonly subject: string;
  readonly says: readonly (string | false | undefined)[];
  readonly link: string;
  readonly short: string;
}

/**
 * What the claimant is told of the last entry of a case; nothing of what tells them nothing by mail or message. It is the
 * same however late and often it is written. What a decision says never stands in it, nor a key but the entry's own.
 */
export function letterOf(at: CaseAt, sender: Sender): Letter | undefined {
  const entry = at.file.events.at(-1);
  const draft = entry && draftOf(entry, at, sender.site);
  if (!draft) return undefined;
  const { subject, says, link, short } = draft;
  const { name, telephone, regulatorLine } = sender;
  const help = `¿Tienes dudas? Llámanos al ${telephone}.\nSUNASS te orienta gratis en el ${regulatorLine}.`;
  return {
    subject,
    text: ["Hola:", ...says.filter((part) => part), `Entra aquí:\n${link}`, help, name].join("\n\n"),
    short: `${name}: ${short} ${link} Dudas: ${telephone}`,
  };
}

/** `25/11/2026`. */
function shortDate(day: CalendarDay): string {
  const { year, month, dayOfMonth } = partsOf(day);
  return [dayOfMonth, month, year].map((part) => String(part).padStart(2, "0")).join("/");
}

/** The end of a term the entry started. Throws `RangeError` where it started none, which the law never leaves so. */
function termEnd(id: ClockId, { claim, law, file }: CaseAt): CalendarDay {
  const working = workingOf(id, claim, law);
  if (!working) throw new RangeError(`${id} does not run in claim ${file.head.claimId}`);
  return working.dueDate;
}

function draftOf(entry: CaseEvent, at: CaseAt, site: string): Draft | undefined {
  const { code, claimId } = at.file.head;
  const link = claimLink(site, claimId);
  switch (entry.type) {
    case "claim-filed":
      return filed(entry, site);
    case "defect-observed":
      return observed(entry, at, link);
    case "inspection-assigned":
      return assigned(entry, at, link);
    case "hearing-moved":
      return hearingMoved(entry, code, link);
    case "conciliation-held":
      return heard(entry, code, link);
    case "offer-made":
      return offered(entry, code, offerLink(site, claimId, entry.details.offerId));
    case "resolution-dispatched":
      return dispatched(entry, at, site);
    case "reconsideration-filed":
      return reconsidered(entry, at, link);
    case "appeal-filed":
      return appealed(entry, at, link);
    case "file-elevated":
      return elevated(entry, at, link);
    case "tribunal-decided":
      return tribunalDecided(entry, code, link);
    case "withdrawal-accepted":
      return {
        subject: `Aceptamos tu desistimiento: ${code}`,
        says: [`Aceptamos que te desistas en el reclamo ${code}. Lo que pediste retirar terminó.`],
        link,
        short: `aceptamos tu desistimiento en el reclamo ${code}.`,
      };
    case "executed":
      return {
        subject: `Cumplimos lo que quedó en tu reclamo ${code}`,
        says: [`Cumplimos lo que quedó decidido o acordado en tu reclamo ${code}. En la web está el detalle.`],
        link,
        short: `cumplimos lo que quedó decidido o acordado en tu reclamo ${code}.`,
      };
    default:
      return undefined;
  }
}

function filed({ details, channel, filedOn }: CaseEventOf<"claim-filed">, site: string): Draft {
  const { code, form, visit, hearing, notifyBy, claimKey } = details;
  const visitBand = visit && `${visit.from} a ${visit.to}`;
  const receipts = form.receipts.map(({ number }) => number).join(", ");
  return {
    subject: `Recibimos tu reclamo ${code}`,
    says: [
      `Recibimos tu reclamo ${code}, por el recibo ${receipts} del suministro ${form.supplyCode}. Cuenta como presentado el ${longDate(filedOn)}.`,
      visit && `Visitaremos el predio el ${longDate(visit.on)}, de ${visitBand}. Tiene que haber alguien que nos abra.`,
      hearing &&
        `La audiencia de conciliación es el ${longDate(hearing.on)} a las ${hearing.at}, ${hearingModeNames[hearing.mode]}.`,
      `El último día para notificarte la decisión es el ${longDate(notifyBy)}.`,
      // A claim about the volume measured: the right is told at filing, in writing (digest 7.5).
      "Tienes derecho a que un laboratorio revise tu medidor (contrastación). Si marca de más, paga la empresa. Si marca bien o de menos, pagas tú.",
      `Con esta clave abres tu reclamo en la web. No la compartas: quien la tenga puede verlo y actuar por ti.\nClave: ${claimKey}`,
      channel === "telephone" && copyOf(form),
    ],
    link: openingLink(site, code, claimKey),
    short: [
      `recibimos tu reclamo ${code}.`,
      visit && `Visita: ${shortDate(visit.on)}, ${visitBand}.`,
      hearing && `Audiencia: ${shortDate(hearing.on)}, ${hearing.at}.`,
      `Decisión: hasta el ${shortDate(notifyBy)}.`,
      `Clave: ${claimKey}`,
    ]
      .filter((part) => part)
      .join(" "),
  };
}

/** What was written down of a claim by telephone: its claimant is sent it (T25). */
function copyOf({
  receipts,
  request,
  leakCheck,
  meterReading,
  meterTest,
  grounds,
}: CaseEventOf<"claim-filed">["details"]["form"]): string {
  return [
    "Esto es lo que registramos cuando llamaste. Si algo no es así, llámanos.",
    ...receipts.map(
      ({ number, period, m3, amount }) =>
        `- Recibo ${number}, de ${monthOf(period)}: ${m3} m³, S/ ${formatCents(amount)} por el mes.`,
    ),
    `- Qué pides: ${requestNames[request]}.`,
    leakCheck && `- Fugas: ${leakCheckNames[leakCheck]}.`,
    meterReading !== undefined && `- Lectura que nos diste: ${meterReading} m³.`,
    meterTest !== undefined && `- Prueba del medidor (contrastación): ${meterTest ? "la pides" : "no la pides"}.`,
    `- Lo que nos contaste: ${grounds}`,
  ]
    .filter((line) => line)
    .join("\n");
}

function observed({ details }: CaseEventOf<"defect-observed">, at: CaseAt, link: string): Draft {
  const { code } = at.file.head;
  const until = termEnd("T04", at);
  return {
    subject: `Falta algo en tu reclamo ${code}`,
    says: [
      `Revisamos tu reclamo ${code} y falta esto:\n${details.defects.map((defect) => `- ${defect}`).join("\n")}`,
      `Puedes completarlo hasta el ${longDate(until)}. Si no lo haces, tu reclamo se tendrá por no presentado.`,
    ],
    link,
    short: `falta algo en tu reclamo ${code}. Complétalo hasta el ${shortDate(until)}, o se tendrá por no presentado.`,
  };
}

function assigned({ details }: CaseEventOf<"inspection-assigned">, { file }: CaseAt, link: string): Draft | undefined {
  const visit = file.visits.find(({ inspectionId }) => inspectionId === details.inspectionId);
  if (!visit) return undefined;
  const { code } = file.head;
  return {
    subject: `Quién hará la visita por tu reclamo ${code}`,
    says: [
      `La visita por tu reclamo ${code} es el ${longDate(visit.on)}, de ${visit.from} a ${visit.to}.`,
      `Irá ${details.name}. Pídele su identificación antes de abrir.`,
    ],
    link,
    short: `visita por tu reclamo ${code}: ${shortDate(visit.on)}, ${visit.from} a ${visit.to}. Irá ${details.name}.`,
  };
}

function hearingMoved({ details, reason }: CaseEventOf<"hearing-moved">, code: string, link: string): Draft {
  const { on, at, mode } = details.hearing;
  const why = reason === "leak-repair" ? "esperar que se repare la fuga" : "esperar la prueba del medidor";
  return {
    subject: `Nueva fecha de audiencia: ${code}`,
    says: [
      `La audiencia de conciliación de tu reclamo ${code} cambió de fecha, para ${why}.`,
      `Ahora es el ${longDate(on)} a las ${at}, ${hearingModeNames[mode]}.`,
    ],
    link,
    short: `la audiencia de tu reclamo ${code} ahora es el ${shortDate(on)} a las ${at}.`,
  };
}

/** What a hearing came to: its acta is in the case, and who did not agree to it must learn of it. */
function heard({ agreement }: CaseEventOf<"conciliation-held">, code: string, link: string): Draft {
  const result = agreementWords[agreement];
  return {
    subject: `Audiencia de tu reclamo ${code}`,
    says: [
      `La audiencia de conciliación de tu reclamo ${code} terminó ${result}.`,
      agreement === "total"
        ? "El acuerdo cierra el reclamo y la empresa debe cumplirlo. Si tú no acordaste eso, llámanos hoy."
        : "Tu reclamo sigue: la empresa debe decidirlo y notificarte dentro de su plazo.",
    ],
    link,
    short: `la audiencia de tu reclamo ${code} terminó ${result}.`,
  };
}

const agreementWords: Readonly<Record<Agreement, string>> = {
  total: "con acuerdo total",
  partial: "con acuerdo en parte",
  none: "sin acuerdo",
  absence: "sin que asistieran las dos partes",
};

function offered({ details }: CaseEventOf<"offer-made">, code: string, link: string): Draft {
  const { receiptNumber, m3, before, after, until } = details;
  return {
    subject: `Te proponemos un acuerdo: ${code}`,
    says: [
      `Te proponemos un acuerdo sobre el recibo ${receiptNumber} de tu reclamo ${code}.`,
      `El mes se facturó en S/ ${formatCents(before)}. Con el acuerdo sería S/ ${formatCents(after)}, por ${m3} m³.`,
      `Puedes responder hasta el ${longDate(until)}. Si no aceptas, tu reclamo sigue igual.`,
    ],
    link,
    short: `propuesta para tu reclamo ${code}: de S/ ${formatCents(before)} a S/ ${formatCents(after)}. Responde hasta el ${shortDate(until)}.`,
  };
}

/** Only the way to the decision: it takes effect where its claimant says there that it came. */
function dispatched(
  { channel, details, recordedAt }: CaseEventOf<"resolution-dispatched">,
  { file, claim, law }: CaseAt,
  site: string,
): Draft | undefined {
  if (channel !== "email" || details.noticeKey === undefined) return undefined;
  const { code } = file.head;
  const until = lastDayToAcknowledge(recordedAt, law, termFor("resolution-notified", claim, law)?.dueDate);
  return {
    subject: `Tienes una notificación de tu reclamo ${code}`,
    says: [
      `Ya hay una decisión sobre tu reclamo ${code}. Ábrela y confirma en la página que la recibiste.`,
      `Si no confirmas hasta el ${longDate(until)}, la llevaremos a tu domicilio.`,
      "Este enlace es solo para ti: no lo compartas.",
    ],
    link: noticeLink(site, details.noticeKey),
    short: `tienes una notificación de tu reclamo ${code}.`,
  };
}

function reconsidered({ details, filedOn }: CaseEventOf<"reconsideration-filed">, at: CaseAt, link: string): Draft {
  const { code } = at.file.head;
  const until = termEnd("T14", at);
  return {
    subject: `Recibimos tu reconsideración ${details.filingNumber}`,
    says: [
      `Recibimos tu reconsideración en el reclamo ${code}, con el número ${details.filingNumber}. Cuenta como presentada el ${longDate(filedOn)}.`,
      `El último día para notificarte la decisión es el ${longDate(until)}.`,
    ],
    link,
    short: `recibimos tu reconsideración ${details.filingNumber}. Decisión: hasta el ${shortDate(until)}.`,
  };
}

function appealed({ details, filedOn }: CaseEventOf<"appeal-filed">, at: CaseAt, link: string): Draft {
  const { code } = at.file.head;
  const until = termEnd("T16", at);
  return {
    subject: `Recibimos tu apelación ${details.filingNumber}`,
    says: [
      `Recibimos tu apelación en el reclamo ${code}, con el número ${details.filingNumber}. Cuenta como presentada el ${longDate(filedOn)}.`,
      `La enviaremos con tu expediente al tribunal de SUNASS (TRASS) hasta el ${longDate(until)}.`,
    ],
    link,
    short: `recibimos tu apelación ${details.filingNumber}. La enviaremos al tribunal hasta el ${shortDate(until)}.`,
  };
}

function elevated({ details, effectiveAt }: CaseEventOf<"file-elevated">, at: CaseAt, link: string): Draft {
  const { code } = at.file.head;
  const until = termEnd("T17", at);
  return {
    subject: `Tu expediente está en el tribunal: ${code}`,
    says: [
      `El tribunal de SUNASS (TRASS) recibió tu expediente ${code} el ${dateOf(limaDay(effectiveAt))}. La referencia es ${details.reference}.`,
      `Su plazo para decidir y avisarte va hasta el ${longDate(until)}.`,
    ],
    link,
    short: `el tribunal de SUNASS recibió tu expediente ${code}. Su plazo va hasta el ${shortDate(until)}.`,
  };
}

function tribunalDecided({ details }: CaseEventOf<"tribunal-decided">, code: string, link: string): Draft {
  return {
    subject: `El tribunal decidió sobre tu reclamo ${code}`,
    says: [`Nos llegó la decisión ${details.number} del tribunal de SUNASS (TRASS) sobre tu reclamo ${code}.`],
    link,
    short: `nos llegó la decisión del tribunal de SUNASS sobre tu reclamo ${code}.`,
  };
}
