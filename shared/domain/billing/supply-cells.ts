import type { Receipt } from "../receipt/receipt.ts";
import { categories } from "../receipt/tariff.ts";
import type { RowReader } from "./row-reader.ts";

/** The first columns of files A and C: the supply, its holder and its location. */
export const supplyColumns = [
  "codsuc",
  "nroinscripcion",
  "codcatastro",
  "tipo_doc",
  "nro_doc",
  "propietario",
  "direccion",
  "localidad",
  "ubigeo",
  "categoria",
  "subsidiado",
  "unidades_uso",
] as const;

/** The values of `supplyColumns`. */
export type SupplyCells = Pick<
  Receipt,
  | "branchCode"
  | "supplyCode"
  | "cadastralCode"
  | "holderDocType"
  | "holderDocNumber"
  | "holderName"
  | "address"
  | "locality"
  | "ubigeo"
  | "category"
  | "subsidized"
  | "useUnits"
>;

/**
 * Reads the cells of the supply, with which each row of receipts (file A) and of the register (file C) begins.
 * Problems of these cells are collected in `row`: use the returned values only if `row.done` accepts the row.
 */
export function supplyOf(row: RowReader<(typeof supplyColumns)[number]>): SupplyCells {
  return {
    branchCode: row.code("codsuc", /^\d{1,2}$/),
    supplyCode: row.code("nroinscripcion", /^[0-9A-Za-z]{1,12}$/),
    cadastralCode: row.optionalText("codcatastro", 40),
    holderDocType: row.optionalText("tipo_doc", 2),
    holderDocNumber: row.optionalText("nro_doc", 15),
    holderName: row.text("propietario", 120),
    address: row.text("direccion", 160),
    locality: row.text("localidad", 60),
    ubigeo: row.code("ubigeo", /^\d{6}$/),
    category: row.oneOf("categoria", categories),
    subsidized: row.flag("subsidiado"),
    useUnits: row.whole("unidades_uso", 1),
  };
}
