import { soonDays } from "../../shared/domain/soon.ts";
import { counted } from "./format.ts";

export type Urgency = "overdue" | "soon" | "in-time" | "none";

/**
 * Returns how urgent a term is, and the same in words: «Vencido hace 2 días hábiles», «Vence hoy». It is `soon` with
 * `soonDays` left or fewer, `none` without a term.
 */
export function urgencyOf(daysLeft: number | undefined): { readonly urgency: Urgency; readonly words: string } {
  if (daysLeft === undefined) return { urgency: "none", words: "Sin plazo en curso" };
  const days = counted(Math.abs(daysLeft), "día hábil", "días hábiles");
  if (daysLeft < 0) return { urgency: "overdue", words: `Vencido hace ${days}` };
  if (daysLeft === 0) return { urgency: "soon", words: "Vence hoy" };
  if (daysLeft <= soonDays) return { urgency: "soon", words: `Vence en ${days}` };
  return { urgency: "in-time", words: `Faltan ${days}` };
}

/**
 * Returns how urgent a claim is that silence grants after a day, and the same in words: «Se pierde hoy», «Faltan 5 días
 * hábiles». It is `overdue`, in red, on the last day and the working day before it, since a notice takes a day;
 * `soon` with `soonDays` left or fewer.
 */
export function lossOf(daysLeft: number): { readonly urgency: Urgency; readonly words: string } {
  const days = counted(Math.abs(daysLeft), "día hábil", "días hábiles");
  if (daysLeft < 0) return { urgency: "overdue", words: `Se perdió hace ${days}` };
  if (daysLeft === 0) return { urgency: "overdue", words: "Se pierde hoy" };
  const words = `${daysLeft === 1 ? "Falta" : "Faltan"} ${days}`;
  return { urgency: daysLeft === 1 ? "overdue" : daysLeft <= soonDays ? "soon" : "in-time", words };
}
