import { instalmentWords } from "../../../shared/domain/conciliation/spanish-instalments.ts";
import { printedCents } from "../../../shared/domain/receipt/money.ts";
import type { CalendarDay } from "../../../shared/domain/term/calendar-day.ts";
import { clockOf, longDate, shortDate } from "../../../shared/domain/term/spanish-dates.ts";
import type { NoticeTemplates } from "../../../shared/tenant/notice-templates.ts";

type Templates = NoticeTemplates["of"];

const notYou = "Si no lo pediste tú, llámanos hoy mismo.";

/** Until when what was said by telephone can be undone, and how; nothing if it counts at once. */
const undoing = (until: CalendarDay | undefined, then: string): string | undefined =>
  until &&
  `Hasta el ${longDate(until)} puedes deshacerlo, en la página de tu reclamo o por teléfono. ${then} si no lo deshaces.`;

/** The end of a text message: until when it can be undone, or to call. */
const shortUndoing = (until: CalendarDay | undefined, otherwise: string): string =>
  until ? `Puedes deshacerlo hasta el ${shortDate(until)}.` : otherwise;

/**
 * Returns the claimant's copy of a withdrawal that staff recorded for them: what it leads to, and with `undoUntil` the
 * last day to undo it. Returns undefined if the claimant wrote the withdrawal (`details.taken` is absent).
 */
export const withdrawalRequested: Templates["withdrawal-requested"] = ({ of, details }, { claimCode, undoUntil }) =>
  details.taken && {
    subject: `Anotamos que quieres desistir: ${claimCode}`,
    says: [
      `Como nos pediste, anotamos que quieres desistir en tu reclamo ${claimCode}.`,
      of === "claim" && "Si se acepta, no podrás volver a reclamar lo mismo.",
      undoing(undoUntil, "Solo después se puede aceptar,"),
      "Falta que se acepte: te avisaremos. Mientras tanto tu reclamo sigue y sus plazos corren.",
      notYou,
    ],
    short: `pediste desistir (${claimCode}). ${shortUndoing(undoUntil, "Si no lo pediste, llámanos hoy.")}`,
  };

/**
 * Returns the claimant's copy that staff undid a withdrawal for them and the claim goes on. Returns undefined if the
 * claimant undid it (`details.taken` is absent).
 */
export const withdrawalUndone: Templates["withdrawal-undone"] = ({ details }, { claimCode }) =>
  details.taken && {
    subject: `Tu reclamo sigue: ${claimCode}`,
    says: [`Como nos pediste, deshicimos tu pedido de desistir. Tu reclamo ${claimCode} sigue como antes.`, notYou],
    short: `tu reclamo ${claimCode} sigue: ya no desistes. Si no lo pediste, llámanos.`,
  };

/**
 * Returns the claimant's copy of an answer to an offer: what they accepted and that it is signed in the meeting, or
 * what they propose instead; with `undoUntil` the last day to undo it. Undefined if the claimant wrote (`details.taken`
 * is absent) that they do not accept.
 */
export const offerAnswered: Templates["offer-answered"] = ({ details }, { claimCode, undoUntil, offer, hearing }) => {
  const { accepted, counter, taken } = details;
  if (!accepted && !taken) return undefined;
  const answer = accepted ? "aceptas" : "no aceptas";
  const amount = offer && `S/ ${printedCents(offer.after)}`;
  const meeting = hearing ? `: el ${longDate(hearing.on)} a ${clockOf(hearing.at)}, ${hearing.mode}` : "";
  return {
    subject: `Anotamos que ${answer} la propuesta: ${claimCode}`,
    says: [
      `${taken ? "Como nos dijiste, anotamos" : "Anotamos"} que ${answer} la propuesta de acuerdo de tu reclamo ${claimCode}.`,
      accepted &&
        offer &&
        `El recibo ${offer.receiptNumber} quedaría en ${amount} (se emitió por S/ ${printedCents(offer.before)}).`,
      accepted && offer?.instalments && `Lo pagarías ${instalmentWords(offer.instalments)}.`,
      counter && `Propones pagar S/ ${printedCents(counter.after)}, por ${counter.m3} m³. Te responderemos.`,
      counter?.instalments && `Lo pagarías ${instalmentWords(counter.instalments)}.`,
      undoing(undoUntil, "Vale"),
      accepted
        ? `Falta firmarlo en la reunión${meeting}. Si no vas, no hay acuerdo y tu reclamo se decide sin él.`
        : "Tu reclamo sigue.",
      notYou,
    ],
    short: taken
      ? `${answer} la propuesta, ${claimCode}. ${shortUndoing(undoUntil, "Si no lo dijiste, llámanos hoy.")}`
      : `aceptas ${amount ?? "la propuesta"}, ${claimCode}. Falta firmarlo: reunión${hearing ? ` ${shortDate(hearing.on)}, ${hearing.at}` : ""}.`,
  };
};

const shortWords = { email: "a tu correo", mailbox: "a tu casilla" } as const;
const channelWords = { email: "a tu correo", mailbox: "en tu casilla electrónica" } as const;

/**
 * Returns the claimant's copy of where decisions are notified to them from now on, or after `undoUntil` if given, as
 * staff recorded it for them. Returns undefined if the claimant recorded it themselves (`details.taken` is absent).
 */
export const noticeConsent: Templates["notice-consent"] = ({ details }, { claimCode, undoUntil }) => {
  const where = details.granted ? channelWords[details.channel] : "en papel, en tu dirección";
  const shortWhere = details.granted ? shortWords[details.channel] : "en papel";
  const since = undoUntil ? `pasado el ${longDate(undoUntil)}` : "desde ahora";
  return (
    details.taken && {
      subject: `Cómo te notificamos: ${claimCode}`,
      says: [
        `Como nos pediste, ${since} las decisiones de tu reclamo ${claimCode} se te notifican ${where}.`,
        undoUntil
          ? "Hasta ese día van en papel, y puedes deshacerlo en la página de tu reclamo o por teléfono."
          : "Puedes cambiarlo cuando quieras, en la página de tu reclamo o por teléfono.",
        notYou,
      ],
      short: undoUntil
        ? `${claimCode}: decisiones ${shortWhere}, si no lo deshaces hasta el ${shortDate(undoUntil)}.`
        : `las decisiones de ${claimCode} van ${shortWhere}. Si no lo pediste, llámanos.`,
    }
  );
};
