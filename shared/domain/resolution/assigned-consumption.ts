import type { Category } from "../receipt/tariff.ts";

/**
 * A row of a utility's assignment table (digest 7.3): m³ a month per unit of use for a category; if the row says so,
 * only in one locality, or only with fewer than `underHours` hours of supply a day.
 */
export type AssignmentRow = {
  readonly category: Category;
  readonly locality?: string | undefined;
  /** The row holds below this many hours a day; absent if it holds for any hours. */
  readonly underHours?: number | undefined;
  readonly m3: number;
};

/** What the assignment of a supply depends on. `supplyHours` is as its receipt prints it: "06:00-14:00". */
export type AssignedSupply = {
  readonly category: Category;
  readonly locality: string;
  readonly useUnits: number;
  readonly supplyHours?: string | undefined;
};

/** The assigned m³ a month for all units of use together, and how they were found, in Spanish. */
export type AssignedConsumption = {
  readonly m3: number;
  readonly explanation: readonly string[];
};

/**
 * Returns the assigned m³ a month: the m³ of the row that fits the supply (`classM3` if no row fits) times the supply's
 * units of use. If several rows fit, rows that name the supply's locality go before rows without a locality, then the
 * lowest `underHours` wins, then the first row. A row with `underHours` does not fit a supply whose hours are unknown.
 * The explanation is one sentence.
 */
export function assignedConsumptionOf(
  supply: AssignedSupply,
  classM3: number,
  rows: readonly AssignmentRow[],
): AssignedConsumption {
  const hours = hoursOf(supply.supplyHours);
  const fits = ({ category, locality, underHours }: AssignmentRow): boolean =>
    category === supply.category &&
    (locality === undefined || locality === supply.locality) &&
    (underHours === undefined || (hours !== undefined && hours < underHours));
  const [row] = rows.filter(fits).toSorted((a, b) => precedence(a) - precedence(b));
  const perUnit = row?.m3 ?? classM3;
  const m3 = perUnit * supply.useUnits;
  const of = [
    `categoría ${supply.category}`,
    row?.locality && `localidad ${row.locality}`,
    row?.underHours !== undefined && `menos de ${row.underHours} horas de servicio al día`,
  ].filter(Boolean);
  const units = supply.useUnits === 1 ? "1 unidad de uso" : `${supply.useUnits} unidades de uso`;
  return {
    m3,
    explanation: [`La asignación de consumo es ${m3} m³: ${perUnit} m³ (${of.join(", ")}) por ${units}.`],
  };
}

function precedence({ locality, underHours }: AssignmentRow): number {
  return (locality === undefined ? 1000 : 0) + (underHours ?? 100);
}

/**
 * Returns the hours a day of "06:00-14:00", which may run past midnight; equal times give 24. Undefined for any other
 * text.
 */
function hoursOf(text: string | undefined): number | undefined {
  const [, fromHour, fromMinute, toHour, toMinute] = /^(\d\d):(\d\d)-(\d\d):(\d\d)$/.exec(text ?? "") ?? [];
  if (fromHour === undefined) return undefined;
  const minutes = 60 * (Number(toHour) - Number(fromHour)) + Number(toMinute) - Number(fromMinute);
  return (minutes > 0 ? minutes : minutes + 1440) / 60;
}
