import { dateWithWeekday } from "./format.ts";

export const explanationWords = {
  goOn: "Quiero seguir con mi reclamo",
  clear: "Con esto me queda claro",
  unknown: "No podemos mostrar la explicación en este momento. Puedes seguir con tu reclamo.",
} as const;

export const notClaimedWords = {
  clearTitle: "No presentaste un reclamo",
  clearText: (day: string) => `Puedes hacerlo hasta el ${dateWithWeekday(day)}. Tu borrador queda guardado.`,
  toClaims: "Ir a mis reclamos",
} as const;
