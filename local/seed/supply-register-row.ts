import { type RegisteredSupply, registerColumns } from "../../shared/domain/billing/register-file.ts";

/** Returns the row of file C of a supply; a value that is not known is an empty cell. */
export function registerRow(supply: RegisteredSupply): string {
  const cells: Record<(typeof registerColumns)[number], string | number | undefined> = {
    codsuc: supply.branchCode,
    nroinscripcion: supply.supplyCode,
    codcatastro: supply.cadastralCode,
    tipo_doc: supply.holderDocType,
    nro_doc: supply.holderDocNumber,
    propietario: supply.holderName,
    direccion: supply.address,
    localidad: supply.locality,
    ubigeo: supply.ubigeo,
    categoria: supply.category,
    subsidiado: supply.subsidized ? "S" : "N",
    unidades_uso: supply.useUnits,
    actividad: supply.activity,
    tipo_servicio: supply.serviceType,
    estado_agua: supply.waterState,
    estado_alcantarillado: supply.sewerState,
    nro_medidor: supply.meterNumber,
    fecha_medidor: supply.meterSince,
    codciclo: supply.billingCycle,
    ruta: supply.routeCode,
    orden_ruta: supply.routeOrder,
    fecha_actualizacion: supply.updatedOn,
  };
  return registerColumns.map((column) => cells[column] ?? "").join(";");
}
