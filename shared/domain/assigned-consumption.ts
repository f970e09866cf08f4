import type { Category } from "./tariff.ts";

/**
 * A row of a utility's assignment table (digest 7.3): m³ a month per unit of use for a class, in one locality and for
 * fewer hours of supply a day than `underHours` where the row says so.
 */
export type AssignmentRow = {
  readonly category: Category;
  readonly locality?: string | undefined;
  /** Hours a day below which the row holds; absent: whatever the hours. */
  readonly underHours?: number | undefined;
  readonly m3: number;
};

/** What of a supply its assignment depends on. `supplyHours` as the receipt prints it: "06:00-14:00". */
export type AssignedSupply = {
  readonly category: Category;
  readonly locality: string;
  readonly useUnits: number;
  readonly supplyHours?: string | undefined;
};

/** An assignment in m³ a month for all units together, and how it comes about. */
export type AssignedConsumption = {
  readonly m3: number;
  readonly perUnit: number;
  readonly explanation: readonly string[];
};

/**
 * The assigned consumption of a supply: the row of its class that says most about it (its locality before its hours, the
 * fewest hours first), or else `classM3`, its class's own; times its units of use. Hours that are not known fit no row
 * that asks for them.
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
    perUnit,
    explanation: [`La asignación de consumo es ${m3} m³: ${perUnit} m³ (${of.join(", ")}) por ${units}.`],
  };
}

function precedence({ locality, underHours }: AssignmentRow): number {
  return (locality === undefined ? 1000 : 0) + (underHours ?? 100);
}

/** Hours a day of "06:00-14:00"; over midnight counts on. `undefined` for any other text. */
function hoursOf(text: string | undefined): number | undefined {
  const [, fromHour, fromMinute, toHour, toMinute] = /^(\d\d):(\d\d)-(\d\d):(\d\d)$/.exec(text ?? "") ?? [];
  if (fromHour === undefined) return undefined;
  const minutes = 60 * (Number(toHour) - Number(fromHour)) + Number(toMinute) - Number(fromMinute);
  return (minutes > 0 ? minutes : minutes + 1440) / 60;
}
