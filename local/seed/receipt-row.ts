import { receiptColumns } from "../../shared/domain/billing/receipt-file.ts";
import { type BillInput, bill, totalDueWith } from "../../shared/domain/receipt/billing.ts";
import { type Cents, cents, formatCents } from "../../shared/domain/receipt/money.ts";
import { addDays, calendarDay } from "../../shared/domain/term/calendar-day.ts";

/** What the commercial system knows of a month before it bills it. */
export interface BilledMonth {
  readonly supplyCode: string;
  readonly cadastralCode?: string;
  readonly document?: { readonly type: string; readonly number: string };
  readonly holder: string;
  readonly address: string;
  readonly locality: string;
  readonly ubigeo: string;
  readonly meter?: string;
  readonly period: string;
  /** The receipt's number in its series. */
  readonly number: number;
  readonly reading?: { readonly previous: number; readonly current: number };
  /** What the meter showed, in m³, if the month is billed by average or assignment all the same. */
  readonly read?: number;
  /** The historical average, in m³. */
  readonly average?: number;
  /** What the reader noted of the reading. */
  readonly note?: string;
  readonly input: BillInput;
  readonly lateInterest?: Cents;
  readonly instalment?: Cents;
  readonly previousDebt?: Cents;
  readonly credit?: Cents;
  readonly overdueMonths?: number;
  /** The secret that the receipt prints. */
  readonly printedKey?: string;
}

const nothing = cents(0);

/** The values of the optional fields that a month does not give. */
const unknown = {
  cadastralCode: "",
  document: { type: "", number: "" },
  meter: "",
  read: "",
  average: "",
  note: "",
  printedKey: "",
  overdueMonths: 0,
  lateInterest: nothing,
  instalment: nothing,
  previousDebt: nothing,
  credit: nothing,
};

/**
 * Returns the row of file A for a month: read on the 20th, issued on the last day of the month, due 16 days later. The
 * tariff engine computes the amounts from `billed.input`. A value that `billed` lacks is an empty cell or zero.
 */
export function receiptRow(billed: BilledMonth): string {
  const month = { ...unknown, ...billed };
  const { input, period, reading, document, lateInterest, instalment, previousDebt, credit } = month;
  const { water, sewer, fixedCharge, otherTaxed, subtotal, tax, monthTotal } = bill(input);
  const totalDue = totalDueWith(monthTotal, { lateInterest, instalment, previousDebt, credit, rounding: nothing });
  const issued = lastDayOf(period);
  const readOn = calendarDay(`${period}-20`);
  const isRead = input.billingType === "L";
  const [readBefore, readNow] = reading || input.billingType === "P" ? [sameDayBefore(period), readOn] : ["", ""];
  const cells: Record<(typeof receiptColumns)[number], string | number> = {
    codsuc: "01",
    nroinscripcion: month.supplyCode,
    codcatastro: month.cadastralCode,
    tipo_doc: document.type,
    nro_doc: document.number,
    propietario: month.holder,
    direccion: month.address,
    localidad: month.locality,
    ubigeo: month.ubigeo,
    categoria: input.category,
    subsidiado: input.subsidized ? "S" : "N",
    unidades_uso: input.useUnits,
    tipo_servicio: input.serviceType,
    nro_medidor: month.meter,
    codciclo: "01",
    periodo: period,
    serie: "S001",
    correlativo: String(month.number).padStart(8, "0"),
    fecha_emision: issued,
    fecha_vencimiento: addDays(issued, 16),
    fecha_corte: addDays(issued, 23),
    fecha_lectura_anterior: readBefore,
    fecha_lectura_actual: readNow,
    lectura_anterior: reading?.previous ?? "",
    lectura_actual: isRead ? (reading?.current ?? "") : "",
    consumo_leido_m3: isRead ? input.billedM3 : month.read,
    tipo_facturacion: input.billingType,
    consumo_facturado_m3: input.billedM3,
    promedio_m3: month.average,
    obs_lectura: month.note,
    imp_agua: formatCents(water),
    imp_alcantarillado: formatCents(sewer),
    cargo_fijo: formatCents(fixedCharge),
    imp_otros: formatCents(otherTaxed),
    subtotal: formatCents(subtotal),
    igv: formatCents(tax),
    total_mes: formatCents(monthTotal),
    mora: formatCents(lateInterest),
    cuota_convenio: formatCents(instalment),
    saldo_anterior: formatCents(previousDebt),
    saldo_a_favor: formatCents(credit),
    redondeo: formatCents(nothing),
    total_pagar: formatCents(totalDue),
    meses_deuda: month.overdueMonths,
    cod_tarifa: input.list.code,
    clave_recibo: month.printedKey,
  };
  return receiptColumns.map((column) => cells[column]).join(";");
}

/** Returns file A: the header and these rows. */
export function receiptFile(rows: readonly string[]): string {
  return `${[receiptColumns.join(";"), ...rows].join("\n")}\n`;
}

/** Returns the month (`YYYY-MM`) that is `count` months after `period`, or before it if `count` is negative. */
export function monthAfter(period: string, count: number): string {
  const [year = 0, month = 0] = period.split("-").map(Number);
  const months = year * 12 + month - 1 + count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;
}

function lastDayOf(period: string): ReturnType<typeof calendarDay> {
  return addDays(calendarDay(`${monthAfter(period, 1)}-01`), -1);
}

function sameDayBefore(period: string): string {
  return `${monthAfter(period, -1)}-20`;
}
