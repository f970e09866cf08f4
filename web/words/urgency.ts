import { counted } from "./format.ts";

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
