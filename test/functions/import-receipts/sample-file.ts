import { receiptColumns } from "../../../shared/domain/billing/receipt-file.ts";

export type ReceiptColumn = (typeof receiptColumns)[number];

/** The header of file A. */
export const header = receiptColumns.join(";");

/** The five rows of the domain file, section 9, each with a key: measured, commercial, averaged, a leak, assigned. */
export const sampleRows = [
  "01;00012345;01-01-03-045-0120-00;1;00000001;CLIENTE DE PRUEBA UNO;CALLE FICTICIA 101;CERCADO;180101;DOMESTICO;N;1;A/D;FX21000123;01;2026-10;S001;00045001;2026-10-31;2026-11-16;2026-11-23;2026-09-20;2026-10-20;1234;1252;18;L;18;17;;29.92;8.52;4.10;0.00;42.54;7.66;50.20;0.00;0.00;0.00;0.00;0.00;50.20;0;HUARAL-2025-A1;CLAVE001",
  "01;00012346;01-01-03-045-0130-00;6;20000000010;COMERCIO DE PRUEBA S.A.C.;AV. FICTICIA 202;CERCADO;180101;COMERCIAL;N;1;A/D;FX21000124;01;2026-10;S001;00045002;2026-10-31;2026-11-16;2026-11-23;2026-09-20;2026-10-20;8810;8855;45;L;45;41;;229.35;65.10;4.10;0.00;298.55;53.74;352.29;0.00;0.00;0.00;0.00;0.00;352.29;0;HUARAL-2025-A1;CLAVE002",
  "01;00012347;01-02-07-012-0040-01;1;00000002;CLIENTE DE PRUEBA DOS Ñ;JR. IMAGINARIO 303;CHEN CHEN;180101;DOMESTICO;N;1;A/D;FX19000777;01;2026-10;S001;00045003;2026-10-31;2026-11-16;2026-11-23;2026-09-20;2026-10-20;702;;;P;15;15;MEDIDOR EMPAÑADO;23.09;6.58;4.10;0.00;33.77;6.08;39.85;0.42;12.50;47.46;5.00;0.00;95.23;1;HUARAL-2025-A1;CLAVE003",
  "01;00012348;01-03-02-008-0011-00;4;000000003;CLIENTE DE PRUEBA TRES;PSJE. INVENTADO 404;SAN ANTONIO;180107;DOMESTICO;N;1;A/D;FX20000555;01;2026-10;S001;00045004;2026-10-31;2026-11-16;2026-11-23;2026-09-20;2026-10-20;415;477;62;L;62;15;CONSUMO ATIPICO;144.32;41.08;4.10;0.00;189.50;34.11;223.61;0.00;0.00;0.00;0.00;0.00;223.61;0;HUARAL-2025-A1;CLAVE004",
  "01;00012349;01-04-01-020-0005-00;1;00000004;CLIENTE DE PRUEBA CUATRO;MZ. F LT. 5;LOS ANGELES;180101;DOMESTICO;S;1;A/D;;01;2026-10;S001;00045005;2026-10-31;2026-11-16;2026-11-23;;;;;;A;20;;;32.80;10.00;4.10;0.00;46.90;8.44;55.34;0.00;0.00;0.00;0.00;0.00;55.34;0;HUARAL-2025-A1;CLAVE005",
] as const;

const [measured] = sampleRows;

/** A row with some cells changed. */
export function changed(row: string, cells: Partial<Record<ReceiptColumn, string>>): string {
  return row
    .split(";")
    .map((cell, at) => cells[receiptColumns[at] ?? "codsuc"] ?? cell)
    .join(";");
}

/** The first row of the sample under another supply: a row of its own key. */
export function numbered(at: number, cells: Partial<Record<ReceiptColumn, string>> = {}): string {
  return changed(measured, { nroinscripcion: String(50_000 + at).padStart(8, "0"), ...cells });
}

/** A file of these rows. */
export function fileOf(rows: readonly string[], end = "\n"): string {
  return [header, ...rows, ""].join(end);
}

/** A row that says the same with 20 m³: a correction whose sums hold. */
export const corrected: Partial<Record<ReceiptColumn, string>> = {
  lectura_actual: "1254",
  consumo_leido_m3: "20",
  consumo_facturado_m3: "20",
  imp_agua: "35.12",
  imp_alcantarillado: "10.00",
  subtotal: "49.22",
  igv: "8.86",
  total_mes: "58.08",
  total_pagar: "58.08",
};
