import { counted } from "./format.ts";

export const holdsWords = {
  day: "Día",
  show: "Ver ese día",
  table: "Bloqueos puestos y levantados",
  columns: {
    receipt: "Recibo",
    supply: "Suministro",
    code: "Reclamo",
    action: "Qué se hizo",
    at: "Cuándo",
    reference: "Referencia del sistema comercial",
  },
  actions: { set: "■ Bloquear", released: "○ Levantar" },
  version: (version: number) => `versión ${version}`,
  empty: "Ese día no se pusieron ni levantaron bloqueos.",
  download: "Descargar el archivo del día",
  acknowledged: (reference: string, at: string) => `${reference}, el ${at}`,
  referenceOf: (receipt: string) => `Referencia de ${receipt}`,
  pasteHint: "Puedes pegar una columna entera en la primera casilla: llena las de abajo.",
  nothing: "Escribe al menos una referencia.",
  send: "Confirmar lo escrito",
  done: (count: number) => counted(count, "bloqueo confirmado", "bloqueos confirmados"),
  unknown: (count: number) =>
    `${counted(count, "fila no se reconoció", "filas no se reconocieron")}. Vuelve a ver el día.`,
} as const;
