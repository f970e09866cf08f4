import type { Receipt } from "./receipt.ts";
import { type CellProblem, type RowProblem, type RowRead, rowReader, storedRow } from "./row-reader.ts";
import { type SupplyCells, supplyColumns, supplyOf } from "./supply-cells.ts";
import { serviceTypes } from "./tariff.ts";

/**
 * File C, `padron_AAAAMM.csv`: the register of supplies, whole or changes only, one row per supply and date of its last
 * change (receipts and tariffs, section 7). Until the utility's layout is known these are our own columns, in the style of A.
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

/** What a connection is: in use, cut for debt, or closed. */
export const connectionStates = ["ACTIVO", "CORTADO", "CERRADO"] as const;
type ConnectionState = (typeof connectionStates)[number];

/** A supply as the register has it since `updatedOn`; a service it does not have has no state. */
export type RegisteredSupply = SupplyCells &
  Pick<Receipt, "serviceType" | "meterNumber" | "billingCycle" | "routeCode" | "routeOrder"> & {
    readonly activity?: string | undefined;
    readonly waterState?: ConnectionState | undefined;
    readonly sewerState?: ConnectionState | undefined;
    readonly meterSince?: string | undefined;
    /** The day the commercial system last changed any of this. */
    readonly updatedOn: string;
  };

/** Reads a row of file C; its cells stand in the order of `registerColumns`. */
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

/** What a row says that cannot be true together. */
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

/** Days to come in a row: it would be newer than everything until they pass. */
export function daysToCome({ updatedOn, meterSince }: RegisteredSupply, today: string): readonly RowProblem[] {
  const days = { fecha_actualizacion: updatedOn, fecha_medidor: meterSince };
  return Object.entries(days).flatMap(([column, day]) =>
    day !== undefined && day > today ? { column, problem: "to-come" } : [],
  );
}

/** A supply of the register kept in its canonical row. */
export function registeredOfRow(canonical: string): RegisteredSupply {
  return storedRow("supply", canonical, readRegistered);
}

/** What is known of a supply today: the register where it is newer than the newest receipt, else that receipt. */
export function supplyToday<Known extends Pick<Receipt, "issueDate">>(
  newest: Known | undefined,
  registered: RegisteredSupply | undefined,
): Known | RegisteredSupply | undefined {
  return registered && (newest === undefined || registered.updatedOn > newest.issueDate) ? registered : newest;
}
