import type { BillingType } from "../../shared/domain/receipt/tariff.ts";
import { counted, cubicMetres, monthAndYear, soles, wholeNumber } from "./format.ts";
import type { Month } from "./receipt.ts";

/** Said beside a month that was not billed by a reading. */
export const billingNotes = { L: "", P: "promedio", A: "asignado" } as const satisfies Record<BillingType, string>;

export const historyWords = {
  loadedAt: (instant: string) => `Información al ${instant}`,
  notLoaded: "La primera carga de recibos todavía está en curso: puede faltar información.",
  chart: (months: readonly Month[], average: number | undefined): string => {
    const last = months.at(-1);
    const normal = average === undefined ? "" : ` Lo normal aquí es ${cubicMetres(average)}.`;
    if (!last) return "";
    return `Consumo de ${counted(months.length, "mes", "meses")}. El último, ${monthAndYear(last.period)}: ${cubicMetres(last.m3)}.${normal}`;
  },
  average: (m3: number) => `Lo normal: ${cubicMetres(m3)}`,
  thisMonth: "Este mes",
  thisReceipt: "Este recibo",
  unit: "Metros cúbicos (m³) de cada mes",
  caption: "Consumo y total de cada mes",
  month: "Mes",
  m3: "Consumo",
  total: "Total del mes",
  corrected: (total: string) => `corregido: ${soles(total)}`,
  litres: "Litros al día",
  litresNote:
    "Litros al día: el consumo repartido entre los días de cada mes, redondeado. Un metro cúbico (m³) son 1,000 litros.",
} as const;

/** Returns the litres a day of a month, to the nearest ten, over all its days: «480 L». */
export function litresADay({ period, m3 }: Month): string {
  const days = new Date(Date.UTC(Number(period.slice(0, 4)), Number(period.slice(5, 7)), 0)).getUTCDate();
  return `${wholeNumber(Math.round((m3 * 100) / days) * 10)}\u00a0L`;
}
