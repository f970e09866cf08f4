import type { AtypicalRules, AverageMonth, AverageRules, ConsumptionJudgement, LeftOut } from "./consumption-shapes.ts";
import { monthAndYear } from "./spanish-months.ts";

/** Joins items as in a Spanish sentence: «enero, febrero y marzo». */
function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} y ${last}`;
}

/** Why a month is left out of the average, as a resolution and a screen say it. */
export const leftOutNames: Readonly<Record<LeftOut, string>> = {
  "this-month": "es el mes que se revisa",
  later: "es posterior al mes que se revisa",
  "billed-average": "se facturó por promedio, sin diferencia de lecturas",
  assigned: "se facturó por asignación, sin diferencia de lecturas",
  "out-of-window": "está fuera del periodo que se mira",
  enough: "ya hay suficientes meses válidos más recientes",
  "reading-not-real": "no tuvo lecturas reales en los dos extremos",
  "meter-fault": "el medidor no funcionaba",
  atypical: "fue un consumo atípico",
  "claim-pending": "está en reclamo",
  "service-closed": "el servicio estaba cerrado",
};

/** Reasons that need no sentence: such months could never be part of the average, or were not needed. */
const unsaid: ReadonlySet<LeftOut> = new Set(["this-month", "later", "out-of-window", "enough"]);

/**
 * Returns in Spanish how an average was computed: the months used and their sum; or, if `m3` is undefined, that too few
 * months are valid. If months were left out, a second sentence names them and why. Months with `leftOut` `this-month`,
 * `later`, `out-of-window` or `enough` are never named.
 */
export function averageWords(average: {
  readonly m3: number | undefined;
  readonly months: readonly AverageMonth[];
  readonly period: string;
  readonly rules: AverageRules;
  readonly sum: number;
}): readonly string[] {
  const { m3, months, period, rules, sum } = average;
  const taken = months.filter(({ leftOut }) => leftOut === undefined);
  const left = months.filter(({ leftOut }) => leftOut !== undefined && !unsaid.has(leftOut));
  const figures = listed(taken.map((month) => `${month.m3} m³ en ${monthAndYear(month.period)}`));
  const window = `los ${rules.windowMonths} meses anteriores a ${monthAndYear(period)}`;
  const leftOut = left.map(
    (month) => `${monthAndYear(month.period)} (${month.leftOut ? leftOutNames[month.leftOut] : ""})`,
  );
  return [
    m3 === undefined
      ? `No hay promedio histórico válido: en ${window} ${taken.length === 1 ? "hay 1 diferencia" : `hay ${taken.length} diferencias`} de lecturas válidas y se necesitan al menos ${rules.minN}.`
      : `El promedio histórico es ${m3} m³: las últimas ${taken.length} diferencias de lecturas válidas de ${window} fueron ${figures}; suman ${sum} m³, y ${sum} entre ${taken.length} es ${m3} m³ ${rules.rounding === "DOWN" ? "sin decimales" : "redondeado"}.`,
    ...(leftOut.length > 0 ? [`No se tomó ${listed(leftOut)}.`] : []),
  ];
}

const held = (holds: boolean): string => (holds ? "se cumple" : "no se cumple");

/**
 * Returns in three Spanish sentences the rule, both conditions with their figures, and whether a reading is atypical. A
 * condition without its figure is said not to hold.
 */
export function judgementWords(
  measured: number,
  judgement: ConsumptionJudgement,
  { pctOverAverage, minAssignments }: AtypicalRules,
): readonly string[] {
  const { average, assignment, atypical, overAverage, overAssignments } = judgement;
  const byAverage =
    average === undefined
      ? "no hay promedio con qué comparar, y no se cumple"
      : `${measured} m³ contra ${average} m³ de promedio más ${pctOverAverage} %, que son ${withPercent(average, pctOverAverage)} m³: ${held(overAverage)}`;
  const byAssignment =
    assignment === undefined
      ? "no hay asignación con qué comparar, y no se cumple"
      : `${measured} m³ contra ${minAssignments * assignment} m³, que son ${minAssignments} asignaciones de ${assignment} m³: ${held(overAssignments)}`;
  return [
    `Un consumo es atípico si supera el promedio en más de ${pctOverAverage} % y además llega a ${minAssignments} asignaciones.`,
    `Primera condición: ${byAverage}. Segunda condición: ${byAssignment}.`,
    atypical ? `El consumo de ${measured} m³ es atípico.` : `El consumo de ${measured} m³ no es atípico.`,
  ];
}

function withPercent(m3: number, percent: number): string {
  const hundredths = m3 * (100 + percent);
  return hundredths % 100 === 0 ? String(hundredths / 100) : (hundredths / 100).toFixed(2);
}
