import type { TermReason } from "../../shared/domain/term/due-dates.ts";
import type { DayReason } from "../../shared/domain/term/legal-calendar.ts";
import { counted, dateWithWeekday, instant } from "./format.ts";

export const termsWords = {
  lede: "Los plazos se cuentan en días hábiles. Escribe desde qué día se cuenta y cuántos días son, y te mostramos cada día.",
  from: "Día en que empieza",
  fromHint: "El día en que recibiste la carta o presentaste el pedido. Ese día no se cuenta. Por ejemplo: 24 11 2026.",
  day: "Día",
  month: "Mes",
  year: "Año",
  fromError: "Escribe una fecha que exista, con día, mes y año.",
  days: "Cuántos días hábiles",
  daysHint: "De 1 a 400.",
  who: "¿De quién es el plazo?",
  company: "De la empresa, para responderte",
  user: "Tuyo, para presentar algo",
  whoHint: "No siempre se cuentan los mismos feriados.",
  action: "Calcular el plazo",
  due: (day: string) => `El plazo vence el ${dateWithWeekday(day)}`,
  working: (days: number) => `Son ${counted(days, "día hábil", "días hábiles")}. Así se cuentan:`,
  caption: "Cada día del plazo",
  dayColumn: "Día",
  reasonColumn: "¿Se cuenta?",
  version: (version: string) => `Calendario usado: versión ${version}.`,
  outage: ({ from, to }: { readonly from: string; readonly to: string }) =>
    `. La mesa de partes estuvo caída del ${instant(from)} al ${instant(to)}: el plazo pasa al siguiente día hábil`,
  notLegal: "Este cálculo es una ayuda. El plazo de tu reclamo es el que dice la carta que recibes.",
} as const;

const reasons = {
  start: "No: es el día en que empieza",
  weekend: "No: fin de semana",
  "national-holiday": "No: feriado",
  "regional-holiday": "No: feriado en la región",
  decreed: "No: día no laborable",
  paused: "No: el plazo estaba detenido",
  moved: "El plazo pasa a este día",
  "missing-day": "El plazo pasa a este día",
} as const satisfies Record<Exclude<DayReason | TermReason, "working">, string>;
const reasonWords: Readonly<Record<string, string>> = reasons;

/**
 * Returns whether a day counts in a term: «Sí, día 3» with an `ordinal`, its number in the count. Without one, why not:
 * «No: feriado (Navidad)», where `name` is «Navidad»; only «No» if `reason` is unknown.
 */
export function reasonOfDay({
  reason,
  name,
  ordinal,
}: {
  reason: string;
  name?: string | undefined;
  ordinal?: number | undefined;
}): string {
  if (ordinal !== undefined) return `Sí, día ${ordinal}`;
  return `${reasonWords[reason] ?? "No"}${name ? ` (${name})` : ""}`;
}
