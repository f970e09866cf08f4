import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import type { ClaimState } from "../../shared/domain/claim-states.ts";
import type { RiskReason } from "../../shared/domain/late-risk.ts";
import type { Queue } from "../../shared/domain/work-list.ts";
import { counted, wholeNumber } from "./format.ts";

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

/** The states of a claim, as staff call them. */
export const claimStateNames: Readonly<Record<ClaimState, string>> = {
  filed: "Presentado",
  observed: "Observado",
  "not-filed": "No presentado",
  "under-investigation": "En investigación",
  "hearing-due": "Citado a conciliación",
  conciliated: "Conciliado",
  "partly-conciliated": "Conciliado en parte",
  "no-agreement": "Sin acuerdo",
  absence: "Con inasistencia",
  "in-resolution": "En resolución",
  resolved: "Resuelto",
  notified: "Notificado",
  "silence-to-confirm": "Silencio por confirmar",
  "positive-silence": "Silencio positivo",
  "in-reconsideration": "En reconsideración",
  "reconsideration-resolved": "Reconsideración resuelta",
  "reconsideration-notified": "Reconsideración notificada",
  "reconsideration-silence-to-confirm": "Silencio de reconsideración por confirmar",
  "reconsideration-silence": "Silencio positivo en reconsideración",
  "in-appeal": "En apelación",
  elevated: "Elevado al tribunal",
  "negative-silence": "Silencio negativo del tribunal",
  "tribunal-decided": "Resuelto por el tribunal",
  withdrawn: "Desistido",
  firm: "Firme",
  "in-execution": "En cumplimiento",
  closed: "Cerrado",
};

/** A term that ends in this many working days or fewer is urgent. */
const soonDays = 3;

export type Urgency = "overdue" | "soon" | "in-time" | "none";

/**
 * Returns how urgent a term is, and the same in words: «Vencido hace 2 días hábiles», «Vence hoy». It is `soon` with
 * three working days left or fewer, `none` without a term.
 */
export function urgencyOf(daysLeft: number | undefined): { readonly urgency: Urgency; readonly words: string } {
  if (daysLeft === undefined) return { urgency: "none", words: "Sin plazo en curso" };
  const days = counted(Math.abs(daysLeft), "día hábil", "días hábiles");
  if (daysLeft < 0) return { urgency: "overdue", words: `Vencido hace ${days}` };
  if (daysLeft === 0) return { urgency: "soon", words: "Vence hoy" };
  if (daysLeft <= soonDays) return { urgency: "soon", words: `Vence en ${days}` };
  return { urgency: "in-time", words: `Faltan ${days}` };
}

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

type WaitingAppointments = AnswerOf<Routes["listWork"]>["claims"][number]["appointmentsWait"];

/**
 * Returns why a claim waits for its visit and hearing to be planned: it resembles another claim, too many came from one
 * origin on that day, or nobody answered yet at the contact it left. Several reasons are joined; "" without any.
 */
export function appointmentsWords({ sameAs, sameDay, unconfirmed }: NonNullable<WaitingAppointments>): string {
  const same = sameAs && `Espera lugar: se parece al reclamo ${sameAs.code}`;
  const many = sameDay && `Esperan lugar: ${wholeNumber(sameDay)} reclamos del mismo origen ese día`;
  const alone = unconfirmed && "Contacto sin confirmar";
  return [same, many, alone].filter(Boolean).join(". ");
}

export const riskWords = {
  columns: {
    code: "Código",
    until: "Último día para notificar",
    lacks: "Qué falta",
    state: "Estado",
    claimant: "Cliente",
    owner: "Responsable",
  },
  reasons: {
    "not-signed": "Falta la resolución firmada",
    "not-dispatched": "Está firmada y no se despachó",
    bounced: "El correo no llegó: llevarla al domicilio",
    "not-acknowledged": "Se envió y nadie dio acuse: llevarla al domicilio",
    "not-delivered": "Se llevó al domicilio y no había nadie",
    "on-its-way": "Se despachó al domicilio y no se registró la entrega",
    "copy-not-sent": "Reclamó por teléfono y no se le envió la copia",
    "to-confirm": "El plazo pasó con la entrega en camino: registrarla con su prueba",
  } satisfies Record<RiskReason, string>,
  left: (days: number) => (days === 0 ? "No queda ningún día" : `Quedan ${counted(days, "día hábil", "días hábiles")}`),
  empty: "Ninguna decisión está por vencer.",
  more: "Hay más: estas son las primeras en vencer.",
} as const;
