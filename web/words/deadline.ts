import { counted, dateWithWeekday } from "./format.ts";

/**
 * Returns how many working days are left: «faltan 15 días hábiles», «es el último día» for 0, «pasaron 2 días hábiles»
 * for -2.
 */
export function daysLeftWords(daysLeft: number): string {
  if (daysLeft === 0) return "es el último día";
  const days = counted(Math.abs(daysLeft), "día hábil", "días hábiles");
  const one = Math.abs(daysLeft) === 1;
  if (daysLeft < 0) return `${one ? "pasó" : "pasaron"} ${days}`;
  return `${one ? "falta" : "faltan"} ${days}`;
}

/**
 * Returns a last day and what is left until it: «viernes 8 de enero de 2027 (faltan 15 días hábiles)». Without
 * `daysLeft`, only the day.
 */
export function deadline(day: string, daysLeft: number | undefined): string {
  return dateWithWeekday(day) + (daysLeft === undefined ? "" : ` (${daysLeftWords(daysLeft)})`);
}
