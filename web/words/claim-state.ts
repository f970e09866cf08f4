import type { ClaimState } from "../../shared/domain/claim-states.ts";

/** A state in plain words: where the claim is, and what comes next. */
interface StateWords {
  readonly name: string;
  readonly now: string;
  readonly next: string;
}

const silence = "La empresa no te avisó su decisión dentro del plazo. La ley da tu pedido por aceptado.";

export const stateWords: Readonly<Record<ClaimState, StateWords>> = {
  filed: {
    name: "Recibido",
    now: "Recibimos tu reclamo y revisamos que esté completo.",
    next: "Después lo investigamos: te visitamos el día que te dimos.",
  },
  observed: {
    name: "Falta algo",
    now: "A tu reclamo le falta algo y te pedimos corregirlo.",
    next: "Cuando lo corrijas seguimos. Si no lo haces dentro del plazo, se tiene por no presentado.",
  },
  "not-filed": {
    name: "No presentado",
    now: "No llegó a tiempo lo que faltaba: el reclamo se tiene por no presentado.",
    next: "Puedes presentar otro reclamo si tu recibo todavía está dentro del plazo.",
  },
  "under-investigation": {
    name: "En investigación",
    now: "Investigamos lo que pasó con tu recibo.",
    next: "Después te invitamos a una reunión para llegar a un acuerdo.",
  },
  "hearing-due": {
    name: "Reunión programada",
    now: "Toca la reunión para llegar a un acuerdo (conciliación).",
    next: "Si llegamos a un acuerdo, el reclamo termina ahí. Si no, decidimos.",
  },
  conciliated: {
    name: "Con acuerdo",
    now: "Llegamos a un acuerdo por todo tu reclamo.",
    next: "Cumplimos el acuerdo y te avisamos.",
  },
  "partly-conciliated": {
    name: "Con acuerdo en parte",
    now: "Llegamos a un acuerdo por una parte de tu reclamo.",
    next: "Decidimos la parte que falta.",
  },
  "no-agreement": {
    name: "Sin acuerdo",
    now: "No llegamos a un acuerdo.",
    next: "Preparamos la decisión.",
  },
  absence: {
    name: "Sin reunión",
    now: "La reunión no se realizó.",
    next: "Preparamos la decisión con lo que hay en tu expediente.",
  },
  "in-resolution": {
    name: "Por firmar",
    now: "La decisión está lista para firmarse.",
    next: "Cuando se firme te la enviamos.",
  },
  resolved: {
    name: "Decidido",
    now: "Ya se decidió tu reclamo y te estamos avisando.",
    next: "Podrás leer la decisión cuando la recibas.",
  },
  notified: {
    name: "Decisión avisada",
    now: "Recibiste la decisión.",
    next: "Puedes pedir que la revisen dentro del plazo. Si no, queda firme.",
  },
  "silence-to-confirm": {
    name: "Por confirmar la entrega",
    now: "El plazo para avisarte terminó y comprobamos si la entrega se hizo a tiempo.",
    next: "Si no se hizo a tiempo, la ley da tu pedido por aceptado.",
  },
  "positive-silence": {
    name: "A tu favor por ley",
    now: silence,
    next: "La empresa debe cumplir lo que pediste.",
  },
  "in-reconsideration": {
    name: "En revisión de la empresa",
    now: "La empresa revisa su decisión (reconsideración).",
    next: "Te avisamos la nueva decisión.",
  },
  "reconsideration-resolved": {
    name: "Revisión decidida",
    now: "Ya se decidió tu pedido de revisión y te estamos avisando.",
    next: "Podrás leer la decisión cuando la recibas.",
  },
  "reconsideration-notified": {
    name: "Revisión avisada",
    now: "Recibiste la decisión de tu pedido de revisión.",
    next: "Puedes apelar ante el tribunal de SUNASS dentro del plazo. Si no, queda firme.",
  },
  "reconsideration-silence-to-confirm": {
    name: "Por confirmar la entrega",
    now: "El plazo para avisarte terminó y comprobamos si la entrega se hizo a tiempo.",
    next: "Si no se hizo a tiempo, la ley da tu pedido por aceptado.",
  },
  "reconsideration-silence": {
    name: "A tu favor por ley",
    now: silence,
    next: "La empresa debe cumplir lo que pediste.",
  },
  "in-appeal": {
    name: "En apelación",
    now: "Recibimos tu apelación.",
    next: "Enviamos tu expediente al tribunal de SUNASS.",
  },
  elevated: {
    name: "En el tribunal",
    now: "El tribunal de SUNASS revisa tu expediente.",
    next: "Cuando decida te lo avisa.",
  },
  "negative-silence": {
    name: "El tribunal no respondió",
    now: "El tribunal de SUNASS no decidió dentro del plazo.",
    next: "Puedes esperar su decisión o acudir al Poder Judicial.",
  },
  "tribunal-decided": {
    name: "Decidido por el tribunal",
    now: "El tribunal de SUNASS decidió.",
    next: "La empresa debe cumplir lo que decidió.",
  },
  withdrawn: {
    name: "Retirado",
    now: "Desististe y el reclamo terminó.",
    next: "Ya no hay nada pendiente.",
  },
  firm: {
    name: "Decisión firme",
    now: "La decisión quedó firme.",
    next: "La empresa hace lo que la decisión ordena, si ordena algo.",
  },
  "in-execution": {
    name: "En cumplimiento",
    now: "La empresa cumple lo acordado ante el tribunal.",
    next: "Cuando termine te avisamos.",
  },
  closed: {
    name: "Terminado",
    now: "El reclamo terminó y se cumplió lo decidido.",
    next: "Ya no hay nada pendiente.",
  },
};
