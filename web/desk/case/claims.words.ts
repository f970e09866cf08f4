import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import type { ClaimState } from "../../../shared/domain/case/claim-states.ts";
import { date, wholeNumber } from "../../words/format.ts";

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

type WaitingAppointments = AnswerOf<Routes["listWork"]>["claims"][number]["appointmentsWait"];

/**
 * Returns why a claim waits for its visit and hearing to be planned: it resembles another claim, too many came from one
 * origin on that day, or nobody answered yet at the contact it left. Several reasons are joined; "" without any.
 */
export function appointmentsWords({
  sameAs,
  sameDay,
  sameMail,
  unconfirmed,
  holdBy,
}: NonNullable<WaitingAppointments>): string {
  const same = sameAs && `Espera lugar: se parece al reclamo ${sameAs.code}`;
  const many = sameDay && `Esperan lugar: ${wholeNumber(sameDay)} reclamos del mismo origen ese día`;
  const alone = unconfirmed && `Contacto sin confirmar${holdBy ? `: véalo hasta el ${date(holdBy)}` : ""}`;
  const mail = sameMail && "Sin lugar todavía: hoy se confirmaron varios reclamos con correos del mismo origen";
  return [same, many, mail, alone].filter(Boolean).join(". ");
}
