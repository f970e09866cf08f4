import type { ClaimView } from "../../words/claim.ts";
import { hearingTime, visitTime } from "../../words/claim-times.ts";

type Awaited = ClaimView["awaits"][number];

/**
 * Returns the day and hours of the visit or hearing that an awaited act is about: after «es hoy» if it is today and its
 * slot is not over, else that nobody came. Undefined if the act is about neither, or if the claim does not have that
 * visit or hearing.
 * @param now the hour in Lima, as `13:05`
 */
export function whenWords({ act, on, about, today }: Awaited, claim: ClaimView, now: string) {
  const visit = act === "receive-visit" ? claim.visits.find(({ inspectionId }) => inspectionId === about) : undefined;
  const hearing = act === "attend-hearing" && claim.hearing?.on === on ? claim.hearing : undefined;
  const time = visit ? visitTime(visit) : hearing && hearingTime(hearing);
  if (visit && isPassed({ act, about, today }, claim, now)) return `era hoy, ${time}. Aún no figura que fuimos`;
  return time && (today ? `es hoy, ${time}` : time);
}

/** Whether an awaited act is a visit of today whose hours are over, and that nobody reported. */
export function isPassed(
  { act, about, today }: Pick<Awaited, "act" | "about" | "today">,
  { visits }: ClaimView,
  now: string,
): boolean {
  const visit = act === "receive-visit" ? visits.find(({ inspectionId }) => inspectionId === about) : undefined;
  return today === true && visit !== undefined && visit.to <= now;
}

/** Returns what to have ready for an awaited act, or what follows if it is not done; "" if there is nothing to say. */
export function howWords({ act, about, until }: Awaited, { state, receipts, visits }: ClaimView): string {
  switch (act) {
    case "remedied": {
      const collected = ["", " y tu recibo vuelve a cobrarse"][receipts.length] ?? " y tus recibos vuelven a cobrarse";
      const from = until ? "" : "Tus días empiezan cuando te lo notificamos. ";
      return `${from}Si no lo corriges a tiempo, tu reclamo queda como no presentado${collected}.`;
    }
    case "new-evidence-brought":
      return "Si no la envías, la empresa decide sin ella.";
    case "answer-offer":
      return "Si no respondes, tu reclamo sigue igual.";
    case "acknowledge-notice":
      return `Si no confirmas, te ${state.endsWith("resolved") ? "la llevamos a tu dirección" : "lo decimos en persona"}.`;
    case "receive-visit":
      return `Alguien mayor de edad tiene que abrirnos la puerta. ${
        visits.some(({ inspectionId, isLast }) => inspectionId === about && isLast)
          ? "Es la última visita: si no hay nadie, decidimos con lo que se ve desde la calle."
          : "Si no hay nadie, volvemos una vez más."
      }`;
    default:
      return "";
  }
}
