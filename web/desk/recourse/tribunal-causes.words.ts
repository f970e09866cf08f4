import type { TribunalCause } from "../../../shared/domain/resolution/tribunal-decision.ts";

/** Why an appeal was lost, as it is chosen and counted. */
export const tribunalCauseNames: Readonly<Record<TribunalCause, string>> = {
  inspection: "La inspección faltó o se hizo mal",
  control: "No se hizo el control antes de facturar",
  "meter-test": "La contrastación faltó o se hizo mal",
  "consumption-rule": "Se aplicó mal el promedio o la regla de consumo",
  tariff: "Se aplicó mal la tarifa o las unidades de uso",
  evidence: "No se valoró una prueba",
  reasons: "La resolución no respondió o no dio motivos",
  file: "El expediente llegó incompleto",
  notice: "Se notificó mal",
  late: "Se resolvió o se notificó fuera de plazo",
  other: "Otra causa",
};
