import type { FactorKind } from "./explanation.ts";
import type { BillingType } from "./tariff.ts";

/**
 * What moved a total most: «Lo que más lo cambió: …», «sobre todo por …», in a receipt's messages and on its page. They
 * say neither «tú» nor «usted». It imports types alone: the web takes it as it is.
 */
export const changeCauses = {
  "tariff-list": "los nuevos precios",
  category: "la categoría",
  subsidy: "el subsidio",
  "use-units": "el número de viviendas o locales",
  service: "el tipo de servicio",
  days: "los días del periodo",
  "reading-type": "la forma de medir",
  volume: "el consumo",
  "other-taxed": "otros cobros",
  "late-interest": "los intereses por pago tardío",
  instalment: "la cuota del convenio",
  debt: "la deuda de meses anteriores",
  credit: "el saldo a favor",
  rounding: "el redondeo",
  "list-difference": "una diferencia con la lista de precios",
} as const satisfies Record<FactorKind, string>;

/** How the m³ of a receipt were found. The volumes are as they are written, with their unit: «22 m³». */
interface BilledVolume {
  readonly billingType: BillingType;
  readonly billed: string;
  /** What the meter showed, if the volume was billed by average or assignment all the same. */
  readonly read?: string | undefined;
}

/**
 * Returns what is said first of a receipt by average or assignment: «el consumo es estimado: no hay lectura del medidor
 * y se cobran 22 m³ por promedio». It goes on after «Este mes». Undefined for a
 * reading.
 */
export function estimateWords({ billingType, billed, read }: BilledVolume): string | undefined {
  if (billingType === "L") return undefined;
  const why = read === undefined ? "no hay lectura del medidor y" : `el medidor marcó ${read}, pero`;
  return `el consumo es estimado: ${why} se cobran ${billed} por ${billingType === "P" ? "promedio" : "asignación"}`;
}

/** What is said of a reading that follows a receipt billed without one. */
export const catchingUp = "El recibo anterior fue sin lectura: aquí puede haber agua de más de un mes.";
