import type { ClaimState } from "../../../shared/domain/case/claim-states.ts";

/** A state in plain words: `now`, what the claim's state is, and `next`, what comes then. */
interface StateWords {
  readonly now: string;
  readonly next: string;
}

const silence = "La empresa no te avisó su decisión dentro del plazo. La ley da tu pedido por aceptado.";

const lateDelivery: StateWords = {
  now: "Terminó el plazo para avisarte la decisión y no figura que la recibiste.",
  next: "Comprobamos si te la entregamos a tiempo. Si no, la ley da tu pedido por aceptado: no tienes que pedirlo.",
};

export const stateWords: Readonly<Record<ClaimState, StateWords>> = {
  filed: {
    now: "Recibimos el reclamo y revisamos que esté completo.",
    next: "Después lo investigamos y, si hace falta, te visitamos.",
  },
  observed: {
    now: "Al reclamo le falta algo y te pedimos corregirlo.",
    next: "Cuando lo corrijas seguimos. Si no lo haces dentro del plazo, queda como no presentado.",
  },
  "not-filed": {
    now: "No llegó a tiempo lo que faltaba: el reclamo queda como no presentado.",
    next: "Puedes presentar otro reclamo si tu recibo todavía está dentro del plazo.",
  },
  "under-investigation": {
    now: "Investigamos lo que pasó con tu recibo.",
    next: "Después te invitamos a una reunión para llegar a un acuerdo.",
  },
  "hearing-due": {
    now: "Toca la reunión para llegar a un acuerdo (conciliación).",
    next: "Si llegamos a un acuerdo, el reclamo termina ahí. Si no, decidimos.",
  },
  conciliated: {
    now: "Llegamos a un acuerdo por todo el reclamo.",
    next: "Cumplimos el acuerdo y te avisamos.",
  },
  "partly-conciliated": {
    now: "Llegamos a un acuerdo por una parte del reclamo.",
    next: "Decidimos la parte que falta.",
  },
  "no-agreement": {
    now: "No llegamos a un acuerdo.",
    next: "Preparamos la decisión.",
  },
  absence: {
    now: "La reunión no se realizó.",
    next: "Preparamos la decisión con lo que hay en tu expediente.",
  },
  "in-resolution": {
    now: "La decisión está lista para firmarse.",
    next: "Cuando se firme te la enviamos.",
  },
  resolved: {
    now: "Ya se decidió el reclamo y te estamos avisando.",
    next: "Podrás leer la decisión cuando la recibas.",
  },
  notified: {
    now: "Recibiste la decisión.",
    next: "Puedes pedir que la revisen dentro del plazo. Si no, queda firme.",
  },
  "silence-to-confirm": lateDelivery,
  "positive-silence": {
    now: silence,
    next: "La empresa debe cumplir lo que pediste.",
  },
  "in-reconsideration": {
    now: "La empresa revisa su decisión (reconsideración).",
    next: "Te avisamos la nueva decisión.",
  },
  "reconsideration-resolved": {
    now: "Ya se decidió tu pedido de revisión y te estamos avisando.",
    next: "Podrás leer la decisión cuando la recibas.",
  },
  "reconsideration-notified": {
    now: "Recibiste la decisión de tu pedido de revisión.",
    next: "Puedes apelar ante el tribunal de SUNASS dentro del plazo. Si no, queda firme.",
  },
  "reconsideration-silence-to-confirm": lateDelivery,
  "reconsideration-silence": {
    now: silence,
    next: "La empresa debe cumplir lo que pediste.",
  },
  "in-appeal": {
    now: "Recibimos tu apelación.",
    next: "Enviamos tu expediente al tribunal de SUNASS.",
  },
  elevated: {
    now: "El tribunal de SUNASS revisa tu expediente.",
    next: "Cuando decida te lo avisa.",
  },
  "negative-silence": {
    now: "El tribunal de SUNASS no decidió dentro del plazo.",
    next: "Puedes esperar su decisión o acudir al Poder Judicial.",
  },
  "tribunal-decided": {
    now: "El tribunal de SUNASS decidió.",
    next: "La empresa debe cumplir lo que decidió.",
  },
  withdrawn: {
    now: "Desististe y el reclamo terminó.",
    next: "Ya no hay nada pendiente.",
  },
  firm: {
    now: "La decisión quedó firme.",
    next: "La empresa hace lo que la decisión ordena, si ordena algo.",
  },
  "in-execution": {
    now: "La empresa cumple lo acordado ante el tribunal.",
    next: "Cuando termine te avisamos.",
  },
  closed: {
    now: "El reclamo terminó y se cumplió lo decidido.",
    next: "Ya no hay nada pendiente.",
  },
};

/** What the page of a claim says in place of its state, of a decision that counts as notified from a later day on. */
const handedOverWords = (day: string): StateWords => ({
  now: "Te entregamos la decisión fuera del horario hábil.",
  next: `Cuenta como recibida desde el ${day}: tu plazo para pedir que la revisen corre desde entonces.`,
});

/**
 * Returns a claim's state in plain words: of a decision handed over, from which day it counts (`countsFrom`, as text)
 * in its place. A claim whose `visit` is still to come (its day, as text) says so before the meeting.
 */
export function standsWords(state: ClaimState, visit?: string, countsFrom?: string): StateWords {
  if (countsFrom) return handedOverWords(countsFrom);
  const words = stateWords[state];
  if (!visit) return words;
  if (state === "filed")
    return { now: words.now, next: `Después lo investigamos y te visitamos. La visita es el ${visit}.` };
  return state === "under-investigation" ? { now: words.now, next: `La visita es el ${visit}. ${words.next}` } : words;
}
