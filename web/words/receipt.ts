import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import type { FactorKind } from "../../shared/domain/receipt/explanation.ts";
import type { ConceptCode, ReceiptStatus } from "../../shared/domain/receipt/receipt.ts";
import { changeCauses } from "../../shared/domain/receipt/receipt-words.ts";
import type { BillingType, ServiceType } from "../../shared/domain/receipt/tariff.ts";
import { categoryNames } from "./categories.ts";
import { daysLeftWords } from "./deadline.ts";
import {
  cubicMetres,
  date,
  dateWithWeekday,
  monthAndYear,
  monthName,
  soles,
  solesUnsigned,
  wholeNumber,
} from "./format.ts";
import { said } from "./said.ts";

/** What a look-up answers. */
export type LookedUp = AnswerOf<Routes["lookUpReceipt"]>;
export type Sheet = Omit<LookedUp, "givenPeriod">;
export type Receipt = Sheet["receipt"];
export type Explanation = Sheet["explanation"];
export type Month = Sheet["history"][number];
export type Factor = Explanation["factors"][number];

const serviceNames = {
  "A/D": "agua y desagüe",
  A: "solo agua",
  D: "solo desagüe",
} as const satisfies Record<ServiceType, string>;

const billingNames = {
  L: "la lectura del medidor",
  P: "promedio",
  A: "asignación",
} as const satisfies Record<BillingType, string>;

export const statusNames = {
  PENDING: "Por pagar",
  PAID: "Pagado",
  PARTIAL: "Pagado en parte",
  IN_CLAIM: "En reclamo",
  REBILLED: "Reemplazado por otro recibo",
  CANCELLED: "Anulado",
} as const satisfies Record<ReceiptStatus, string>;

/**
 * Returns how the total changed: «Son S/ 70.00 más que en setiembre (S/ 39.85), sobre todo por el consumo.» Without a
 * main factor, it says that the total is the same. Undefined without a previous receipt.
 */
export function changeSentence({
  previousPeriod,
  previousTotalDue,
  factors,
  mainFactor,
}: Explanation): string | undefined {
  if (previousPeriod === undefined || previousTotalDue === undefined) return undefined;
  const before = `que en ${monthName(previousPeriod)} (${soles(previousTotalDue)})`;
  if (!mainFactor) return `Es el mismo total ${before}.`;
  // The factors add up to the change, to the céntimo.
  const change = factors.reduce((sum, { amount }) => sum + Number(amount), 0);
  return `Son ${moreOrLess(change.toFixed(2))} ${before}, sobre todo por ${changeCauses[mainFactor]}.`;
}

type Sentence = (before: string, after: string, factor: Factor) => string;

const nameOf = (names: Readonly<Record<string, string>>, code: string): string => names[code] ?? code;
const amounts =
  (what: string): Sentence =>
  (before, after) =>
    `${what}: antes ${soles(before)}, ahora ${soles(after)}.`;

/** «22 m³ por promedio»; «promedio» on a receipt that a phone kept when no m³ came with it. */
const billedBy = (code: string, m3: number | undefined): string =>
  `${m3 === undefined ? "" : `${cubicMetres(m3)} por `}${nameOf(billingNames, code)}`;

/** The sentence of each factor; `before` and `after` are as the API writes them. */
const factorSentences = {
  "tariff-list": (before, after) => `Cambió la lista de precios: antes ${before}, ahora ${after}.`,
  category: (before, after) =>
    said(`{Tu|Su} categoría cambió de ${nameOf(categoryNames, before)} a ${nameOf(categoryNames, after)}.`),
  subsidy: (_, after) =>
    after === "true"
      ? said("Ahora {recibes|recibe} el precio con subsidio.")
      : said("Ya no {tienes|tiene} el precio con subsidio."),
  "use-units": (before, after) => `Viviendas o locales de la conexión: antes ${before}, ahora ${after}.`,
  service: (before, after) =>
    said(`{Tu|Su} servicio cambió de ${nameOf(serviceNames, before)} a ${nameOf(serviceNames, after)}.`),
  days: (before, after) => `Días entre lecturas: antes ${before}, ahora ${after}.`,
  "reading-type": (before, after, { beforeM3, afterM3 }) =>
    `Se cobró antes ${billedBy(before, beforeM3)}; ahora, ${billedBy(after, afterM3)}.`,
  volume: (before, after, { beforeM3 }) => {
    const then = cubicMetres(Number(before));
    const billed = beforeM3 === undefined ? then : `${cubicMetres(beforeM3)} (${then} en los días de ahora)`;
    return `Consumo: antes ${billed}, ahora ${cubicMetres(Number(after))}.`;
  },
  "other-taxed": amounts("Otros cobros del mes"),
  "late-interest": amounts("Intereses por pago tardío"),
  instalment: amounts(said("Cuota de {tu|su} convenio de pago")),
  debt: amounts("Deuda de meses anteriores"),
  credit: amounts(said("Saldo a {tu|su} favor, que se descuenta")),
  rounding: amounts("Redondeo"),
  "list-difference": amounts("Diferencia entre el recibo y la lista de precios"),
} as const satisfies Record<FactorKind, Sentence>;

/** Returns a difference in soles: "183.76" → «S/ 183.76 más», "-5.00" → «S/ 5.00 menos». */
export function moreOrLess(amount: string): string {
  return `${solesUnsigned(amount)} ${amount.startsWith("-") ? "menos" : "más"}`;
}

/**
 * Returns the sentence on a factor of a change. If the factor has a `rangeStep` other than zero, a second sentence says
 * how much the change of price range adds or takes away.
 */
export function factorSentence(factor: Factor): string {
  const { kind, before, after, rangeStep = "0.00" } = factor;
  const sentence = factorSentences[kind](before, after, factor);
  if (Number(rangeStep) === 0) return sentence;
  return `${sentence} El cambio de rango de precios ${rangeStep.startsWith("-") ? "resta" : "suma"} ${solesUnsigned(rangeStep)}.`;
}

/** Why the change has no factors. */
export const withoutFactors = {
  "previous-receipt-missing": said(
    "No tenemos el dato del mes anterior, así que no podemos {decirte|decirle} cuánto suma cada motivo.",
  ),
  "tariff-list-missing": said(
    "No tenemos la lista de precios de uno de los dos meses, así que no podemos {decirte|decirle} cuánto suma cada motivo.",
  ),
} as const satisfies Record<Exclude<Explanation["baseline"], "previous-receipt">, string>;

const concepts = {
  AGUA: ["Agua potable"],
  ALCANTARILLADO: ["Alcantarillado (desagüe)"],
  CARGO_FIJO: ["Cargo fijo", said("no depende de {tu|su} consumo")],
  COLATERAL: ["Otros servicios", "corte, reapertura o medidor"],
  VMA: ["Exceso de valores máximos", "solo para locales"],
  IGV: ["IGV", "impuesto"],
  MORA: ["Intereses por pago tardío"],
  CONVENIO: [said("Cuota de {tu|su} convenio de pago")],
  SALDO_ANTERIOR: ["Deuda de meses anteriores"],
  SALDO_FAVOR: [said("Saldo a {tu|su} favor"), "se descuenta"],
  NOTA_CREDITO: ["Nota de crédito por reclamo", "se descuenta"],
  REDONDEO: ["Redondeo"],
  INFO_MRSE: ["Aporte para cuidar las fuentes de agua", "incluido en los precios"],
  INFO_GRD: ["Aporte para emergencias", "incluido en los precios"],
} as const satisfies Record<ConceptCode, readonly [name: string, note?: string]>;

export interface BreakdownRow {
  readonly name: string;
  /** Explains the name, such as «no depende de tu consumo». */
  readonly note?: string | undefined;
  /** Soles as the API has them: "-5.00". */
  readonly amount: string;
  readonly total?: boolean;
}

function row(concept: ConceptCode, amount: string): BreakdownRow {
  const [name, note] = concepts[concept];
  return { name, note, amount };
}

/** «los primeros 8 m³», «de 8 a 16 m³», «lo que pasa de 16 m³»: a range of the price list, "0-8" or ">16". */
function rangeInWords(range: string): string {
  const [from = "", to] = range.replace(">", "").split("-");
  if (to === undefined) return from === "0" ? "todo el consumo" : `lo que pasa de ${from} m³`;
  return from === "0" ? `los primeros ${to} m³` : `de ${from} a ${to} m³`;
}

type Line = Receipt["lines"][number];

/**
 * The row of a receipt's line. A price range is named by its concept and range, another line by the utility's label if
 * it has one. The note is its volume and price, or without them the concept's name or note.
 */
function lineRow({ concept, label, m3, unitPrice, amount }: Line, useUnits: number): BreakdownRow {
  const known = isConcept(concept) ? concepts[concept] : [label];
  const isRange = /^(\d+-|>)\d+$/.test(label);
  const named = isRange ? known[0] : ownWords(label) || known[0];
  if (m3 === undefined || unitPrice === undefined)
    return { name: named, note: named === known[0] ? known[1] : known[0], amount };
  return {
    name: isRange ? `${named}, ${rangeInWords(label)}${useUnits > 1 ? " de cada vivienda o local" : ""}` : named,
    note: `${cubicMetres(m3)} a ${soles(unitPrice)} cada uno`,
    amount,
  };
}

/** "REAPERTURA DEL SERVICIO" → «Reapertura del servicio» */
function ownWords(label: string): string {
  return label.charAt(0) + label.slice(1).toLowerCase();
}

const isConcept = (code: string): code is ConceptCode => code in concepts;

/**
 * Returns the rows of a receipt's amounts in the order they add up, with both totals. A row of zero is left out. Where
 * the receipt has the lines of an amount, these stand in its place.
 */
export function breakdown(receipt: Receipt): readonly BreakdownRow[] {
  const linesOr = (part: Line["part"], whole: BreakdownRow): readonly BreakdownRow[] => {
    const own = receipt.lines.filter((line) => line.part === part);
    return own.length > 0 ? own.map((line) => lineRow(line, receipt.useUnits)) : [whole];
  };
  const rows: readonly BreakdownRow[] = [
    ...linesOr("waterAmount", row("AGUA", receipt.waterAmount)),
    ...linesOr("sewerAmount", row("ALCANTARILLADO", receipt.sewerAmount)),
    ...linesOr("fixedCharge", row("CARGO_FIJO", receipt.fixedCharge)),
    ...linesOr("otherTaxed", row("COLATERAL", receipt.otherTaxed)),
    row("IGV", receipt.tax),
    { name: "Total del mes", amount: receipt.monthTotal, total: true },
    row("MORA", receipt.lateInterest),
    row("CONVENIO", receipt.instalment),
    row("SALDO_ANTERIOR", receipt.previousDebt),
    ...linesOr("credit", row("SALDO_FAVOR", `-${receipt.credit}`)),
    row("REDONDEO", receipt.rounding),
    { name: "Total a pagar", amount: receipt.totalDue, total: true },
  ];
  return rows.filter(({ amount, total }) => total || Number(amount) !== 0);
}

/**
 * Returns the facts of a receipt's supply and readings, names and values, in the order shown. A fact that the receipt
 * does not have is left out.
 */
export function facts(receipt: Receipt): readonly (readonly [name: string, value: string])[] {
  const reading = (m3: number | undefined, day: string | undefined) =>
    m3 === undefined ? day && date(day) : `${wholeNumber(m3)}${day ? `, el ${date(day)}` : ""}`;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ["Número de recibo", receipt.number],
    ["Suministro", receipt.supplyCode],
    ["Categoría", `${categoryNames[receipt.category]}${receipt.subsidized ? ", con subsidio" : ""}`],
    ["Viviendas o locales", wholeNumber(receipt.useUnits)],
    ["Servicio", serviceNames[receipt.serviceType]],
    ["Se cobra", billingNames[receipt.billingType]],
    ["Medidor", receipt.meterNumber],
    ["Lectura anterior", reading(receipt.readingPrevious, receipt.readingPreviousDate)],
    ["Lectura actual", reading(receipt.readingCurrent, receipt.readingCurrentDate)],
    ["Observación de la lectura", receipt.readingNote],
    ["Emitido", date(receipt.issueDate)],
    ["Meses de deuda", receipt.overdueMonths > 0 ? wholeNumber(receipt.overdueMonths) : undefined],
    [
      "Fecha de corte, si no se paga ni se reclama",
      receipt.cutoffDate && receipt.status !== "PAID" && !receipt.held && !receipt.corrected
        ? date(receipt.cutoffDate)
        : undefined,
    ],
  ];
  return rows.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
}

export const givenWords = {
  newest: (given: string) => `Este es tu recibo más reciente. El que escribiste es de ${monthAndYear(given)}.`,
  older: "Este es el recibo que escribiste. Ya hay uno más reciente.",
  see: (month: string) => `Ver el de ${month}`,
} as const;

/**
 * Returns what a claim left a receipt at, for a page or to read aloud; undefined if none changed it. The first sentence
 * says the month's total as issued and as it is left, the next how and from when it is paid, or what was paid too much.
 */
export function correctedWords({ corrected, held, monthTotal, status }: Receipt): string | undefined {
  if (!corrected) return undefined;
  const { m3, overpaid, instalments, payableFrom } = corrected;
  const left = `Un reclamo corrigió el monto de ese mes: se emitió por ${soles(monthTotal)} y queda en ${soles(corrected.monthTotal)}, por ${cubicMetres(m3)}.`;
  if (overpaid !== undefined)
    return said(
      `${left} {Pagaste|Pagó} ${soles(overpaid)} de más: se {te|le} devuelve o se descuenta de {tus|sus} próximos recibos.`,
    );
  if (status === "PAID") return left;
  if (held) return `${left} Mientras llega el recibo corregido, no se corta el servicio por él.`;
  if (instalments !== undefined)
    return said(`${left} Se paga en ${instalments} partes, con {tus|sus} recibos de cada mes.`);
  return `${left} Se paga desde el ${dateWithWeekday(payableFrom)}.`;
}

export const sheetWords = {
  totalDue: "Total a pagar",
  due: (day: string, today: string) => `${day < today ? "Venció" : "Vence"} el ${dateWithWeekday(day)}`,
  held: ({ amount, payable }: NonNullable<Sheet["receipt"]["held"]>) =>
    `${payable === "0.00" ? "" : `Paga ${soles(payable)}. `}${soles(amount)} está en reclamo: mientras dure, no pueden exigírtelo ni cortarte el agua por él`,
  asIssued: "Así se emitió, antes de la corrección.",
  paidInPart: (paid: string) => `Ya pagaste ${soles(paid)}`,
  whatChanged: "Por qué cambió el total",
  history: "Tus últimos meses",
  breakdown: "Qué te cobramos",
  facts: "Datos de tu suministro y de la lectura",
  claimUntil: (day: string, daysLeft: number, today: string) => {
    if (day < today)
      return `El plazo normal para reclamar este recibo terminó el ${dateWithWeekday(day)}. Puedes presentarlo igual.`;
    return `Puedes reclamar este recibo hasta el ${dateWithWeekday(day)} (${daysLeftWords(daysLeft)}).`;
  },
  lookForLeaks: "Revisar si tengo fugas.",
  ask: "Preguntar por este recibo.",
  claimAction: "Reclamar este recibo",
  claimOther: "Reclamar por otra razón",
  claimOtherText: (isOver: boolean) =>
    `Ya ${isOver ? "hubo" : "hay"} un reclamo por este recibo. Otro por lo mismo lo pueden declarar improcedente.`,
  claimEasily: "No tienes que ingresar ni pagar primero.",
  claimHow: "También puedes reclamar sin internet",
  claimByTelephone: (telephone: string) => `Por teléfono, al ${telephone}, si eres el titular`,
  claimAtOffice: (address: string) => `En la oficina: ${address}`,
  claimBring: "Ten a la mano el recibo y, si puedes, la lectura de tu medidor.",
  print: "Imprimir o guardar en PDF",
} as const;
