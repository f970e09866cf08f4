import { dateWithWeekday, monthAndYear } from "../../words/format.ts";

export const explanationWords = {
  goOn: "Quiero seguir con mi reclamo",
  clear: "Con esto me queda claro",
  months: "Ver tus últimos meses",
  several: (period: string) => `Elegiste varios recibos. Aquí te explicamos el de ${monthAndYear(period)}.`,
  newest: (period: string) => `Aquí te explicamos el recibo más nuevo, el de ${monthAndYear(period)}.`,
  unknown: "No podemos mostrar la explicación en este momento. Puedes seguir con tu reclamo.",
} as const;

export const notClaimedWords = {
  clearTitle: "No presentaste un reclamo",
  clearText: (day: string) => `Puedes hacerlo hasta el ${dateWithWeekday(day)}. Tu borrador queda guardado.`,
  toClaims: "Ir a mis reclamos",
  toDrafts: "Ver mi borrador",
} as const;
