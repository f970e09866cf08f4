import { checkReceipt } from "../receipt/billing.ts";
import type { Cents } from "../receipt/money.ts";
import { formatCents } from "../receipt/money.ts";
import type { Receipt } from "../receipt/receipt.ts";
import { billingTypes, listFor, serviceTypes, type TariffList } from "../receipt/tariff.ts";
import { type CellProblem, type RowProblem, type RowRead, rowReader, storedRow } from "./row-reader.ts";
import { supplyColumns, supplyOf } from "./supply-cells.ts";

/** File A, `recibos_AAAAMM.csv`: one row per receipt (receipts and tariffs, section 9). */
export const receiptColumns = [
  ...supplyColumns,
  "tipo_servicio",
  "nro_medidor",
  "codciclo",
  "periodo",
  "serie",
  "correlativo",
  "fecha_emision",
  "fecha_vencimiento",
  "fecha_corte",
  "fecha_lectura_anterior",
  "fecha_lectura_actual",
  "lectura_anterior",
  "lectura_actual",
  "consumo_leido_m3",
  "tipo_facturacion",
  "consumo_facturado_m3",
  "promedio_m3",
  "obs_lectura",
  "imp_agua",
  "imp_alcantarillado",
  "cargo_fijo",
  "imp_otros",
  "subtotal",
  "igv",
  "total_mes",
  "mora",
  "cuota_convenio",
  "saldo_anterior",
  "saldo_a_favor",
  "redondeo",
  "total_pagar",
  "meses_deuda",
  "cod_tarifa",
  "clave_recibo",
] as const;

/** The column that a file may lack: the secret that each receipt prints. */
export const keyColumn = "clave_recibo" satisfies (typeof receiptColumns)[number];

/**
 * Reads a row of file A, whose cells are in the order of `receiptColumns`. Returns the receipt, or `ok: false` with the
 * problem of each cell that cannot be read; a key is 8 to 16 capitals or digits. Else refuses `missing`,
 * `not-expected` or `not-the-difference` if readings and volumes disagree, `only-domestic` if a subsidy is outside
 * `DOMESTICO`, and `not-after` if the due day is not after the issue, or the cut not after the due day. Checks no sums.
 */
export function readReceipt(cells: readonly string[]): RowRead<Receipt> {
  const row = rowReader(receiptColumns, cells);
  const receipt: Receipt = {
    ...supplyOf(row),
    serviceType: row.oneOf("tipo_servicio", serviceTypes),
    meterNumber: row.optionalText("nro_medidor", 20),
    billingCycle: row.text("codciclo", 10),
    period: row.month("periodo"),
    series: row.code("serie", /^[A-Z0-9]{3,4}$/),
    number: row.code("correlativo", /^\d{1,8}$/),
    issueDate: row.date("fecha_emision"),
    dueDate: row.date("fecha_vencimiento"),
    cutoffDate: row.date("fecha_corte"),
    readingPrevDate: row.optionalDate("fecha_lectura_anterior"),
    readingCurrDate: row.optionalDate("fecha_lectura_actual"),
    readingPrev: row.optionalWhole("lectura_anterior"),
    readingCurr: row.optionalWhole("lectura_actual"),
    measuredM3: row.optionalWhole("consumo_leido_m3"),
    billingType: row.oneOf("tipo_facturacion", billingTypes),
    billedM3: row.whole("consumo_facturado_m3", 0),
    averageM3: row.optionalWhole("promedio_m3"),
    readingNote: row.optionalText("obs_lectura", 80),
    waterAmount: row.money("imp_agua"),
    sewerAmount: row.money("imp_alcantarillado"),
    fixedCharge: row.money("cargo_fijo"),
    otherTaxed: row.money("imp_otros"),
    subtotal: row.money("subtotal"),
    taxAmount: row.money("igv"),
    monthTotal: row.money("total_mes"),
    lateInterest: row.money("mora"),
    instalment: row.money("cuota_convenio"),
    previousDebt: row.money("saldo_anterior"),
    credit: row.money("saldo_a_favor"),
    rounding: row.money("redondeo"),
    totalDue: row.money("total_pagar"),
    overdueMonths: row.whole("meses_deuda", 0),
    tariffCode: row.text("cod_tarifa", 40),
    printedKey: row.optional(keyColumn, () => row.code(keyColumn, /^[A-Z0-9]{8,16}$/)),
  };
  const read = row.done(receipt);
  // An unreadable cell has a default value, and contradictions with that would mislead.
  const problems = read.ok ? [...contradictions(receipt)].map(([column, problem]) => ({ column, problem })) : [];
  if (problems.length > 0 || !read.ok) return read.ok ? { ok: false, problems } : read;
  // Without a key a row is stored as it was before there were keys: a file delivered again changes nothing.
  return { ...read, canonical: read.canonical.trimEnd() };
}

/**
 * Returns the receipt that a stored row of file A holds. Throws `Error` if `readReceipt` refuses the row.
 * @param canonical the cells in the order of `receiptColumns`, joined by tabs
 */
export function receiptOfRow(canonical: string): Receipt {
  return storedRow("receipt", canonical, readReceipt);
}

type Contradiction = readonly [(typeof receiptColumns)[number], CellProblem];

/** Returns statements of a row that cannot be true together (section 12, rule 1). */
function contradictions(receipt: Receipt): readonly Contradiction[] {
  const found: Contradiction[] = receipt.billingType === "L" ? [...readingContradictions(receipt)] : [];
  if (receipt.billingType !== "L" && receipt.readingCurr !== undefined) found.push(["lectura_actual", "not-expected"]);
  if (receipt.subsidized && receipt.category !== "DOMESTICO") found.push(["subsidiado", "only-domestic"]);
  if (receipt.dueDate !== "" && receipt.dueDate <= receipt.issueDate) found.push(["fecha_vencimiento", "not-after"]);
  if (receipt.cutoffDate !== "" && receipt.cutoffDate <= receipt.dueDate) found.push(["fecha_corte", "not-after"]);
  return found;
}

function* readingContradictions({ readingPrev, readingCurr, measuredM3, billedM3 }: Receipt): Generator<Contradiction> {
  if (readingCurr === undefined) yield ["lectura_actual", "missing"];
  if (measuredM3 === undefined) {
    yield ["consumo_leido_m3", "missing"];
    return;
  }
  // A reading smaller than the last is a new meter or one that rolled over: the row does not show its difference.
  const forward = readingPrev !== undefined && readingCurr !== undefined && readingCurr >= readingPrev;
  if (forward && measuredM3 !== readingCurr - readingPrev) yield ["consumo_leido_m3", "not-the-difference"];
  if (billedM3 !== measuredM3) yield ["consumo_facturado_m3", "not-the-difference"];
}

/**
 * Results of checking a receipt against its own sums and tariff list: `errors` set the row aside, `warnings` do not.
 */
export interface ReceiptCheck {
  readonly errors: readonly RowProblem[];
  readonly warnings: readonly RowProblem[];
}

const columnOf = {
  waterAmount: "imp_agua",
  sewerAmount: "imp_alcantarillado",
  fixedCharge: "cargo_fijo",
  taxAmount: "igv",
  monthTotal: "total_mes",
  rounding: "redondeo",
  subtotal: "subtotal",
  totalDue: "total_pagar",
} as const;

/**
 * Compares a receipt's amounts with its tariff list (`off-the-list`) and its own sums (`off-the-sum`). Returns each
 * difference with the amount expected. A wrong sum is an error, and so is a month total more than 0.05 off the list.
 * Other differences from the list are warnings if rounding does not explain them. If no list has the receipt's
 * `tariffCode`, nothing is compared and the one warning is `not-one-of` (receipts and tariffs, section 5).
 */
export function checkRow(receipt: Receipt, lists: readonly TariffList[]): ReceiptCheck {
  const list = listFor(lists, receipt.tariffCode);
  if (!list) return { errors: [], warnings: [{ column: "cod_tarifa", problem: "not-one-of" }] };
  const problem = (field: keyof typeof columnOf, against: "list" | "sum", computed: Cents): RowProblem => ({
    column: columnOf[field],
    problem: against === "list" ? "off-the-list" : "off-the-sum",
    expected: formatCents(computed),
  });
  const found = checkReceipt(receipt, list);
  const pick = (severity: "error" | "warning"): readonly RowProblem[] =>
    found.filter((each) => each.severity === severity).map((each) => problem(each.field, each.against, each.computed));
  return { errors: pick("error"), warnings: pick("warning") };
}
