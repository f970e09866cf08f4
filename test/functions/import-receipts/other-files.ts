import type { ImportKind } from "../../../shared/domain/billing/import.ts";
import { lineColumns } from "../../../shared/domain/billing/line-file.ts";
import { registerColumns } from "../../../shared/domain/billing/register-file.ts";
import { controlColumns } from "../../../shared/domain/reading/control-file.ts";

export type OtherKind = Extract<ImportKind, "lines" | "register" | "controls">;

const samples = {
  lines: {
    columns: lineColumns,
    row: "01;S001;00045001;1;COLATERAL;REAPERTURA DEL SERVICIO;;;12.30;S",
    key: "orden",
    said: "descripcion",
  },
  register: {
    columns: registerColumns,
    row: "01;00012345;01-01-03-045-0120-00;1;00000001;CLIENTE DE PRUEBA UNO;CALLE FICTICIA 101;CERCADO;180101;DOMESTICO;N;1;;A/D;ACTIVO;ACTIVO;FX21000123;;01;03;120;2026-11-03",
    key: "nroinscripcion",
    said: "direccion",
  },
  controls: {
    columns: controlColumns,
    row: "01;00012345;2026-10;2026-10-22;09:30;PERSONAL;CLIENTE DE PRUEBA UNO;2026-10-25;08:00-10:00;REALIZADA;NINGUNA;480;L",
    key: "nroinscripcion",
    said: "receptor_aviso",
  },
} as const;

/** A row of a kind of file with some cells changed. */
export function rowOf(kind: OtherKind, cells: Readonly<Record<string, string>> = {}): string {
  const { columns, row } = samples[kind];
  const values = row.split(";");
  return columns.map((column, at) => cells[column] ?? values[at]).join(";");
}

/** Rows of different keys, `1` to `count`, that say `said` in a free cell. */
export function rowsOf(kind: OtherKind, count: number, said: string): readonly string[] {
  const { key, said: free } = samples[kind];
  return Array.from({ length: count }, (_, at) => rowOf(kind, { [key]: String(at + 1), [free]: said }));
}

/** A file of a kind with these rows. */
export function otherFile(kind: OtherKind, rows: readonly string[]): string {
  return [samples[kind].columns.join(";"), ...rows, ""].join("\n");
}
