import { type BillingControl, controlColumns } from "../../shared/domain/reading/control-file.ts";

/** Returns the row of file E of a controlled month; a value that is not known is an empty cell. */
export function controlRow({
  branchCode,
  supplyCode,
  period,
  notice,
  inspection,
  found,
  billedBy,
}: BillingControl): string {
  const cells: Record<(typeof controlColumns)[number], string | number | undefined> = {
    codsuc: branchCode,
    nroinscripcion: supplyCode,
    periodo: period,
    fecha_aviso: notice?.on,
    hora_aviso: notice?.at,
    medio_aviso: notice?.means,
    receptor_aviso: notice?.receiver,
    fecha_inspeccion: inspection?.on,
    franja_inspeccion: inspection?.hours,
    resultado_inspeccion: inspection?.outcome,
    fuga: inspection?.leak,
    lectura_inspeccion: inspection?.reading,
    regimen_facturado: billedBy,
    fecha_lectura: found?.readOn,
    lectura_actual: found?.reading,
    consumo_leido: found?.m3,
    fecha_emision: found?.issueOn,
  };
  return controlColumns.map((column) => cells[column] ?? "").join(";");
}
