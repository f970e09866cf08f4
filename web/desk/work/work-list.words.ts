import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import type { ClaimState } from "../../../shared/domain/case/claim-states.ts";
import type { Queue } from "../../../shared/domain/work/work-list.ts";
import { counted, date, dayAndMonth } from "../../words/format.ts";
import { offerAccepted } from "../case/offer-accepted.words.ts";
import { lackNames } from "../conciliation/hearing.words.ts";

/** The names of the work lists. */
export const queueNames: Readonly<Record<Queue, string>> = {
  admission: "Por admitir",
  investigation: "En investigación",
  conciliation: "Por conciliar",
  resolution: "Por resolver",
  signature: "Por firmar",
  notification: "Por notificar",
  elevation: "Por elevar",
  execution: "Por cumplir",
  user: "Esperan al cliente",
  tribunal: "En el tribunal",
  over: "Terminados",
};

export const workWords = {
  queues: "Bandejas",
  counted: "Las cantidades pueden tardar cinco minutos en cambiar.",
  noOwner: "Sin responsable",
  passedOn: (queue: string) => `Ya pasó a «${queue}»`,
  empty: (queue: string) => `No hay reclamos en «${queue}».`,
  emptyText: "Mire las otras bandejas, o vuelva más tarde: la lista se arma sola.",
  more: "Ver más",
  rows: (count: number) => counted(count, "reclamo a la vista", "reclamos a la vista"),
} as const;

export const workListWords = {
  whose: "De quién",
  scopes: { mio: "Míos", equipo: "De mi equipo", todos: "Todos" },
  order: "En qué orden",
  orders: { dia: "Por lo que se pierde", responsable: "Por responsable" },
  /** All lists together but those that wait for the customer or the tribunal, which have tabs of their own. */
  every: "Por hacer",
  overdue: (count: number) => (count === 1 ? "vencido" : "vencidos"),
  soon: "por vencer",
  columns: {
    code: "Código",
    day: "Se pierde o vence",
    light: "Plazo (días hábiles)",
    waits: "Qué espera",
    claimant: "Cliente",
    amount: "Monto",
    type: "Tipo",
    age: "Días",
    owner: "Responsable",
  },
  isNew: "Nuevo",
  several: "Notificar varias a la vez",
  unconfirmed: "Contactos sin confirmar: ver varios a la vez",
  ofPerson: (name: string) => `A cargo de ${name}`,
  noneMine: "No tiene reclamos a su cargo en esta lista.",
} as const;

const byQueue: Readonly<Record<Queue, string>> = {
  admission: "Admitirlo u observarlo",
  investigation: "Visita y pruebas",
  conciliation: "La audiencia",
  resolution: "La resolución",
  signature: "La firma",
  notification: "Notificar la resolución",
  elevation: "Elevarlo al tribunal",
  execution: "Cumplir lo decidido",
  user: "Al cliente",
  tribunal: "La decisión del tribunal",
  over: "Nada: terminó",
};

/** What a claim waits for in states that share a list with others. */
const byState: Readonly<Partial<Record<ClaimState, Partial<Record<Queue, string>>>>> = {
  observed: { notification: "Avisar lo observado", user: "Que el cliente corrija" },
  notified: { user: "El plazo para recurrir" },
  "reconsideration-notified": { user: "El plazo para apelar" },
  "in-reconsideration": { resolution: "Resolver la reconsideración" },
  "positive-silence": { execution: "Cumplir el silencio positivo" },
  "reconsideration-silence": { execution: "Cumplir el silencio positivo" },
  "silence-to-confirm": { notification: "Registrar la entrega" },
  "reconsideration-silence-to-confirm": { notification: "Registrar la entrega" },
  "tribunal-decided": { execution: "Cumplir lo que decidió el tribunal" },
};

type Row = AnswerOf<Routes["listWork"]>["claims"][number];

/** What a decision that was sent waits for; one that was not is to be notified. */
const byNotice: Readonly<Partial<Record<NonNullable<Row["noticeLacks"]>, string>>> = {
  "on-its-way": "Que se entregue la resolución",
  "not-delivered": "Volver a llevar la resolución",
  "not-acknowledged": "El acuse del cliente, o llevarla al domicilio",
  bounced: "Llevarla al domicilio: el correo no llegó",
};

/**
 * Returns what a claim waits for, in a few words: what keeps it from going on (an unchecked file, the acta of an offer
 * that was accepted, a hearing that lacks its link or number, appointments), a queja to send on, what its notice lacks
 * once it was sent, or the next act of its list; a hearing once every visit is made.
 */
export function waitsFor({ state, queue, days, ...row }: Row): string {
  const { hearing, hearingNext, appointmentsWait, attachmentWaits, noticeLacks } = row;
  if (attachmentWaits) return "Un archivo sin revisar";
  if (row.acceptedFor) return offerAccepted(row.acceptedFor);
  if (hearing) return `${lackNames[hearing.lacks]} del ${date(hearing.on)}`;
  if (appointmentsWait?.holdBy) return `Ver su contacto hasta el ${dayAndMonth(appointmentsWait.holdBy)}: sin bloqueo`;
  if (appointmentsWait) return "Lugar para visita y audiencia";
  if (days.meta?.act === "forward-queja") return "Enviar la queja a quien la decide";
  if (hearingNext) return `La audiencia del ${date(hearingNext)}`;
  return (noticeLacks && byNotice[noticeLacks]) ?? byState[state]?.[queue] ?? byQueue[queue];
}
