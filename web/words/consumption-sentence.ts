import type { Judgement } from "../../shared/domain/explanation.ts";
import type { BillingType, Category } from "../../shared/domain/tariff.ts";
import { cubicMetres, monthAndYear, wholeNumber } from "./format.ts";
import type { Explanation } from "./receipt.ts";
import { said } from "./said.ts";

const homes: readonly Category[] = ["SOCIAL", "DOMESTICO"];

/** «tu casa», «tu local» for a category that is no home, or «este suministro» without one. */
function premisesOf(category: Category | undefined): string {
  if (category === undefined) return "este suministro";
  return homes.includes(category) ? said("{tu|su} casa") : said("{tu|su} local");
}

/**
 * Returns how often the average was used: «el triple de lo normal», «más del doble de lo normal», «5 veces lo normal».
 * `tenths` is how often, in tenths: 25 is two and a half times. It must be 20 or more.
 */
export function times(tenths: number): string {
  const whole = Math.floor(tenths / 10);
  const exact = tenths % 10 === 0;
  if (whole > 3) return `${exact ? "" : "más de "}${wholeNumber(whole)} veces lo normal`;
  return `${exact ? "el" : "más del"} ${whole === 3 ? "triple" : "doble"} de lo normal`;
}

interface Used {
  readonly used: string;
  readonly normal: string;
  readonly tenths: number;
}

/** At least 21 tenths, because they are rounded: what was judged more than double is not said to be exactly double. */
const moreThanDouble = ({ used, normal, tenths }: Used) => `${used}, ${times(Math.max(tenths, 21))} ${normal}.`;

const comparisons = {
  atypical: (of) => `${moreThanDouble(of)} Es un consumo atípico: la empresa debe revisarlo.`,
  "more-than-double": moreThanDouble,
  higher: ({ used, normal }) => `${used}, más de lo normal ${normal}.`,
  "about-the-same": ({ used, normal }) => `${used}, casi lo mismo que lo normal ${normal}.`,
  lower: ({ used, normal }) => `${used}, menos de lo normal ${normal}.`,
} as const satisfies Record<Exclude<Judgement, "unknown">, (of: Used) => string>;

const unread = {
  L: (when, m3) =>
    said(`${when} {usaste|usó} ${m3}. Todavía no hay meses suficientes para decir cuánto es lo normal aquí.`),
  P: (when, m3) =>
    said(
      `${when} {te|le} cobramos ${m3}, el promedio de {tus|sus} meses anteriores, porque no se pudo leer {tu|su} medidor.`,
    ),
  A: (when, m3) =>
    said(`${when} {te|le} cobramos ${m3}, el consumo asignado a {tu|su} categoría, porque no hay lectura de medidor.`),
} as const satisfies Record<BillingType, (when: string, m3: string) => string>;

/** The month a sentence is about. */
export interface Spoken {
  readonly period: string;
  readonly billingType: BillingType;
  readonly category?: Category;
}

/**
 * Returns a sentence that compares a month's consumption with the average, by the API's judgement. If the judgement is
 * `unknown` or there is no average, it only says how much was used or charged. With `isThisMonth` it says «Este mes» in
 * place of the month's name.
 */
export function consumptionSentence(
  { judgement, m3, averageM3, timesAverageTenths = 0 }: Explanation,
  { period, billingType, category }: Spoken,
  isThisMonth: boolean,
): string {
  const when = isThisMonth ? "Este mes" : `En ${monthAndYear(period)}`;
  if (judgement === "unknown" || averageM3 === undefined) return unread[billingType](when, cubicMetres(m3));
  return comparisons[judgement]({
    used: said(`${when} {usaste|usó} ${cubicMetres(m3)}`),
    normal: `en ${premisesOf(category)}: ${cubicMetres(averageM3)}`,
    tenths: timesAverageTenths,
  });
}
