import type { Receipt } from "../receipt/receipt.ts";
import { serviceTypes } from "../receipt/tariff.ts";
import { type CellProblem, type RowProblem, type RowRead, rowReader, storedRow } from "./row-reader.ts";
import { type SupplyCells, supplyColumns, supplyOf } from "./supply-cells.ts";

/**
 * File C, `padron_AAAAMM.csv`: the register of supplies, complete or changes only, one row per supply and date of its
 * last change (receipts and tariffs, section 7). While the utility's layout is unknown, these are columns in the style
 * of file A.
 */
export const registerColumns = [
  ...supplyColumns,
  "actividad",
  "tipo_servicio",
  "estado_agua",
  "estado_alcantarillado",
  "nro_medidor",
  "fecha_medidor",
  "codciclo",
  "ruta",
  "orden_ruta",
  "fecha_actualizacion",
] as const;

/** The state of a connection: in use, cut for debt, or closed. */
export const connectionStates = ["ACTIVO", "CORTADO", "CERRADO"] as const;
type ConnectionState = (typeof connectionStates)[number];

/** A supply as the register has it since `updatedOn`. A service that it does not have has no state. */
export type RegisteredSupply = SupplyCells &
  Pick<Receipt, "serviceType" | "meterNumber" | "billingCycle" | "routeCode" | "routeOrder"> & {
    readonly activity?: string | undefined;
    readonly waterState?: ConnectionState | undefined;
    readonly sewerState?: ConnectionState | undefined;
    readonly meterSince?: string | undefined;
    /** The day the commercial system last changed any of this. */
    readonly updatedOn: string;
  };

/**
 * Reads a row of file C, whose cells are in the order of `registerColumns`. Returns the supply, or `ok: false` with the
 * problem of each cell that cannot be read. If every cell can be read, refuses `only-domestic` if a supply outside
 * `DOMESTICO` is subsidized, `missing` if a service of the supply has no state, `out-of-place` if a state is given for
 * a service that the supply lacks, or a date for a meter without a number.
 */
export function readRegistered(cells: readonly string[]): RowRead<RegisteredSupply> {
  const row = rowReader(registerColumns, cells);
  const supply: RegisteredSupply = {
    ...supplyOf(row),
    activity: row.optionalText("actividad", 60),
    serviceType: row.oneOf("tipo_servicio", serviceTypes),
    waterState: row.optional("estado_agua", () => row.oneOf("estado_agua", connectionStates)),
    sewerState: row.optional("estado_alcantarillado", () => row.oneOf("estado_alcantarillado", connectionStates)),
    meterNumber: row.optionalText("nro_medidor", 20),
    meterSince: row.optionalDate("fecha_medidor"),
    billingCycle: row.text("codciclo", 10),
    routeCode: row.optionalText("ruta", 10),
    routeOrder: row.optionalWhole("orden_ruta"),
    updatedOn: row.date("fecha_actualizacion"),
  };
  const read = row.done(supply);
  const problems = read.ok ? contradictions(supply).map(([column, problem]) => ({ column, problem })) : [];
  return problems.length > 0 ? { ok: false, problems } : read;
}

type Contradiction = readonly [(typeof registerColumns)[number], CellProblem];

/** Returns statements of a row that cannot be true together. */
function contradictions(supply: RegisteredSupply): readonly Contradiction[] {
  const { subsidized, category, serviceType, waterState, sewerState, meterNumber, meterSince } = supply;
  const service = (
    column: "estado_agua" | "estado_alcantarillado",
    given: boolean,
    state: ConnectionState | undefined,
  ): readonly Contradiction[] => {
    if (given === (state !== undefined)) return [];
    return [[column, given ? "missing" : "out-of-place"]];
  };
  return [
    ...(subsidized && category !== "DOMESTICO" ? [["subsidiado", "only-domestic"] as const] : []),
    ...service("estado_agua", serviceType !== "D", waterState),
    ...service("estado_alcantarillado", serviceType !== "A", sewerState),
    ...(meterSince !== undefined && meterNumber === undefined ? [["fecha_medidor", "out-of-place"] as const] : []),
  ];
}

/** Returns a problem `to-come` for each of `updatedOn` and `meterSince` that is after `today`; empty if neither is. */
export function daysToCome({ updatedOn, meterSince }: RegisteredSupply, today: string): readonly RowProblem[] {
  const days = { fecha_actualizacion: updatedOn, fecha_medidor: meterSince };
  return Object.entries(days).flatMap(([column, day]) =>
    day !== undefined && day > today ? { column, problem: "to-come" } : [],
  );
}

/**
 * Returns the supply that a stored row of file C holds. Throws `Error` if `readRegistered` refuses the row.
 * @param canonical the cells in the order of `registerColumns`, joined by tabs
 */
export function registeredOfRow(canonical: string): RegisteredSupply {
  return storedRow("supply", canonical, readRegistered);
}

/**
 * Returns what is known of a supply today: its row of the register, if `updatedOn` is after the receipt's `issueDate`,
 * otherwise its receipt. If only one of the two is given, returns that one. Undefined if neither is given.
 * @param newest the newest receipt of the supply
 */
export function supplyToday<Known extends Pick<Receipt, "issueDate">>(
  newest: Known | undefined,
  registered: RegisteredSupply | undefined,
): Known | RegisteredSupply | undefined {
  return registered && (newest === undefined || registered.updatedOn > newest.issueDate) ? registered : newest;
}
