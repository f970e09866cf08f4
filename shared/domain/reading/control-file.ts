import { type RowProblem, type RowRead, rowReader, storedRow } from "../billing/row-reader.ts";
import { type BillingType, billingTypes } from "../receipt/tariff.ts";

/**
 * File E, `control_AAAAMM.csv`: the control of an atypical reading before it was billed, one row per supply and month
 * (receipts and tariffs, section 9; digest 7.4). The cells of a notice or an inspection that was not made are empty. A
 * row with a reading and no inspection asks for the control.
 */
export const controlColumns = [
  "codsuc",
  "nroinscripcion",
  "periodo",
  "fecha_aviso",
  "hora_aviso",
  "medio_aviso",
  "receptor_aviso",
  "fecha_inspeccion",
  "franja_inspeccion",
  "resultado_inspeccion",
  "fuga",
  "lectura_inspeccion",
  "regimen_facturado",
  "fecha_lectura",
  "lectura_actual",
  "consumo_leido",
  "fecha_emision",
] as const;
/** The columns of a reading that still has to be controlled; a file may lack them. */
export const readingColumns = ["fecha_lectura", "lectura_actual", "consumo_leido", "fecha_emision"] as const;
type ControlColumn = (typeof controlColumns)[number];

/** How the user was notified of the visit. */
export const noticeMeans = ["PERSONAL", "BAJO_PUERTA", "TELEFONO", "CORREO", "MENSAJE"] as const;
/** The means by which a paper is handed over at its address. */
export const writtenMeans = ["PERSONAL", "BAJO_PUERTA"] as const satisfies readonly NoticeMeans[];
type NoticeMeans = (typeof noticeMeans)[number];

/** How the visit ended: done, done in part, nobody in, not let in. */
export const controlOutcomes = ["REALIZADA", "PARCIAL", "AUSENTE", "IMPEDIDA"] as const;
type ControlOutcome = (typeof controlOutcomes)[number];

/** What the visit found in the installations. */
export const controlLeaks = ["NINGUNA", "VISIBLE", "NO_VISIBLE"] as const;
type ControlLeak = (typeof controlLeaks)[number];

/**
 * The control of a month of a supply, as far as it was made. Days are `YYYY-MM-DD`, hours `HH:MM` in Lima, readings m³.
 */
export type BillingControl = {
  readonly branchCode: string;
  readonly supplyCode: string;
  readonly period: string;
  readonly notice?:
    | { readonly on: string; readonly at: string; readonly means: NoticeMeans; readonly receiver?: string | undefined }
    | undefined;
  readonly inspection?:
    | {
        readonly on: string;
        /** `HH:MM-HH:MM`. */
        readonly hours: string;
        readonly outcome: ControlOutcome;
        readonly leak?: ControlLeak | undefined;
        readonly reading?: number | undefined;
      }
    | undefined;
  /** The reading, if the row brings it: its day, m³ and volume, and the day on which its receipt is to be issued. */
  readonly found?:
    | { readonly readOn: string; readonly reading: number; readonly m3: number; readonly issueOn: string }
    | undefined;
  /** How the month was billed in the end, or is to be. */
  readonly billedBy: BillingType;
};

/** A control as the case file keeps it, without the supply, which the file has already. */
export type RecordedControl = Omit<BillingControl, "branchCode" | "supplyCode" | "found">;

const hour = "([01]\\d|2[0-3]):[0-5]\\d";
/** `HH:MM` in Lima. */
const hourPattern = new RegExp(`^${hour}$`);
/** `HH:MM-HH:MM`. */
const hoursPattern = new RegExp(`^${hour}-${hour}$`);

/**
 * Reads a row of file E, whose cells are in the order of `controlColumns`. Refuses with the problem of each cell that
 * cannot be read. If all can be read: a notice with any cell filled in needs its day, hour and means, and an inspection
 * its day, hours and result; each of these that is empty is `missing`. A leak cell that is filled in, even with
 * `NINGUNA`, is `out-of-place` if the inspector did not get in.
 */
export function readControl(cells: readonly string[]): RowRead<BillingControl> {
  const row = rowReader(controlColumns, cells);
  const noticeCells = {
    on: row.optionalDate("fecha_aviso"),
    at: row.optional("hora_aviso", () => row.code("hora_aviso", hourPattern, "not-an-hour")),
    means: row.optional("medio_aviso", () => row.oneOf("medio_aviso", noticeMeans)),
    receiver: row.optionalText("receptor_aviso", 120),
  };
  const visitCells = {
    on: row.optionalDate("fecha_inspeccion"),
    hours: row.optional("franja_inspeccion", () => row.code("franja_inspeccion", hoursPattern, "not-hours")),
    outcome: row.optional("resultado_inspeccion", () => row.oneOf("resultado_inspeccion", controlOutcomes)),
    leak: row.optional("fuga", () => row.oneOf("fuga", controlLeaks)),
    reading: row.optionalWhole("lectura_inspeccion"),
  };
  const foundCells = {
    readOn: row.optionalDate("fecha_lectura"),
    reading: row.optionalWhole("lectura_actual"),
    m3: row.optionalWhole("consumo_leido"),
    issueOn: row.optionalDate("fecha_emision"),
  };
  const control: BillingControl = {
    branchCode: row.code("codsuc", /^\d{1,2}$/),
    supplyCode: row.code("nroinscripcion", /^[0-9A-Za-z]{1,12}$/),
    period: row.month("periodo"),
    notice: noticeOf(noticeCells),
    inspection: inspectionOf(visitCells),
    ...foundOf(foundCells),
    billedBy: row.oneOf("regimen_facturado", billingTypes),
  };
  const read = row.done(control);
  const problems = read.ok ? [...gaps(noticeCells, visitCells, foundCells)] : [];
  if (problems.length > 0) return { ok: false, problems };
  // A row without a reading is kept as it was before files could bring one.
  return read.ok ? { ...read, canonical: read.canonical.replace(/\t+$/, "") } : read;
}

type Found = NonNullable<BillingControl["found"]>;

function foundOf({ readOn, reading, m3, issueOn }: Cells<Found>): Pick<BillingControl, "found"> {
  return readOn === undefined || reading === undefined || m3 === undefined || issueOn === undefined
    ? {}
    : { found: { readOn, reading, m3, issueOn } };
}

type Cells<Whole> = { readonly [Key in keyof Whole]: Whole[Key] | undefined };
type Notice = NonNullable<BillingControl["notice"]>;
type Inspection = NonNullable<BillingControl["inspection"]>;

function noticeOf({ on, at, means, receiver }: Cells<Notice>): BillingControl["notice"] {
  return on === undefined || at === undefined || means === undefined ? undefined : { on, at, means, receiver };
}

function inspectionOf({ on, hours, outcome, leak, reading }: Cells<Inspection>): BillingControl["inspection"] {
  return on === undefined || hours === undefined || outcome === undefined
    ? undefined
    : { on, hours, outcome, leak, reading };
}

/**
 * Yields `missing` for each empty cell of a notice, an inspection or a reading given in part, `out-of-place` for a leak
 * found without getting in, and `not-after` for a receipt issued before the day after its reading.
 */
function* gaps(notice: Cells<Notice>, visit: Cells<Inspection>, found: Cells<Found>): Generator<RowProblem> {
  yield* missingOf(Object.values(found), [
    ["fecha_lectura", found.readOn],
    ["lectura_actual", found.reading],
    ["consumo_leido", found.m3],
    ["fecha_emision", found.issueOn],
  ]);
  if (found.readOn !== undefined && found.issueOn !== undefined && found.issueOn <= found.readOn)
    yield { column: "fecha_emision", problem: "not-after" };
  yield* missingOf(Object.values(notice), [
    ["fecha_aviso", notice.on],
    ["hora_aviso", notice.at],
    ["medio_aviso", notice.means],
  ]);
  yield* missingOf(Object.values(visit), [
    ["fecha_inspeccion", visit.on],
    ["franja_inspeccion", visit.hours],
    ["resultado_inspeccion", visit.outcome],
  ]);
  const entered = visit.outcome === undefined || visit.outcome === "REALIZADA" || visit.outcome === "PARCIAL";
  if (visit.leak !== undefined && !entered) yield { column: "fuga", problem: "out-of-place" };
}

function missingOf(
  given: readonly unknown[],
  asked: readonly (readonly [ControlColumn, unknown])[],
): readonly RowProblem[] {
  if (given.every((value) => value === undefined)) return [];
  return asked.flatMap(([column, value]) => (value === undefined ? [{ column, problem: "missing" as const }] : []));
}

/**
 * Returns one warning, `not-after`, if the visit was not on a later day than its notice; otherwise an empty list, also
 * if either is absent. It refuses nothing: the control is kept.
 */
export function checkControl({ notice, inspection }: BillingControl): readonly RowProblem[] {
  return notice && inspection && inspection.on <= notice.on
    ? [{ column: "fecha_inspeccion", problem: "not-after" }]
    : [];
}

/**
 * Returns the control that a stored row of file E holds. Throws `Error` if `readControl` refuses the row.
 * @param canonical the cells in the order of `controlColumns`, joined by tabs
 */
export function controlOfRow(canonical: string): BillingControl {
  return storedRow("control", canonical, readControl);
}
