import type { Judgement } from "../../shared/domain/receipt/explanation.ts";
import { catchingUp, estimateWords } from "../../shared/domain/receipt/receipt-words.ts";
import type { BillingType, Category } from "../../shared/domain/receipt/tariff.ts";
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

/** The month a sentence is about. */
export interface Spoken {
  readonly period: string;
  readonly billingType: BillingType;
  readonly category?: Category;
  /** What a claim holds of it. */
  readonly held?: unknown;
}

const disagrees = said("Si {crees|cree} que está mal, {puedes|puede} reclamar.");

/**
 * Returns what is said of a month's consumption. Billed by average or assignment: first that it was estimated, then the
 * usual, if it is another figure, and that one can claim, unless a claim holds it. Billed by a reading: how it compares
 * with the average by the API's judgement; if that is `unknown` or there is no average, only how much it was. After a
 * month without a reading it is what the meter showed, not what was used. With `isThisMonth`: «Este mes», not its name.
 */
export function consumptionSentence(
  { judgement, m3, readM3, averageM3, timesAverageTenths = 0, previousBillingType = "L" }: Explanation,
  { period, billingType, category, held }: Spoken,
  isThisMonth: boolean,
): string {
  const when = isThisMonth ? "Este mes" : `En ${monthAndYear(period)}`;
  const billed = cubicMetres(m3);
  const normal = averageM3 === undefined ? "" : `en ${premisesOf(category)}: ${cubicMetres(averageM3)}`;
  const estimate = estimateWords({ billingType, billed, read: readM3 === undefined ? readM3 : cubicMetres(readM3) });
  if (estimate)
    return `${when} ${estimate}.${normal && averageM3 !== m3 ? ` Lo normal ${normal}.` : ""}${held ? "" : ` ${disagrees}`}`;
  const isAfterEstimate = previousBillingType !== "L";
  const used = `${when} ${isAfterEstimate ? "el medidor marcó" : said("{usaste|usó}")} ${billed}`;
  const compared =
    judgement === "unknown" || !normal
      ? `${used}. Todavía no hay meses suficientes para decir cuánto es lo normal aquí.`
      : comparisons[judgement]({ used, normal, tenths: timesAverageTenths });
  return isAfterEstimate ? `${compared} ${catchingUp}` : compared;
}
