import { counted } from "../../words/format.ts";

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
  pasteHint: "Puede pegar una columna entera en la primera casilla: llene las de abajo.",
  rest: (count: number) => `Mostrar ${counted(count, "fila más", "filas más")}`,
  nothing: "Escriba al menos una referencia.",
  send: "Confirmar lo escrito",
  done: (count: number) => counted(count, "cambio confirmado", "cambios confirmados"),
  unknown: (count: number) =>
    `${counted(count, "fila no se reconoció", "filas no se reconocieron")}. Vuelva a ver el día.`,
} as const;

export const notesWords = {
  heading: "Correcciones de recibos",
  columns: {
    receipt: "Recibo",
    supply: "Suministro",
    code: "Reclamo",
    notes: "Qué se pide",
    reference: "Referencia del sistema comercial",
  },
  empty: "Ese día no se pidió corregir ni cobrar ningún recibo.",
  rebill: (m3: number, amount: string, newM3: number, newAmount: string) =>
    `Refacturar: de ${m3} m³ y S/ ${amount} a ${newM3} m³ y S/ ${newAmount}`,
  creditNote: (amount: string, base: string, tax: string) =>
    `Nota de crédito por S/ ${amount}: S/ ${base} más IGV de S/ ${tax}`,
  refund: (amount: string) => `Devolver, o abonar en los próximos recibos, S/ ${amount}`,
  payable: (amount: string, day: string) => `Se pueden cobrar S/ ${amount} desde el ${day}`,
  late: (hours: number) => `Sin respuesta del sistema comercial en ${hours} horas hábiles`,
  lateColumns: { receipt: "Recibo", code: "Reclamo", what: "Qué", at: "Desde", hours: "Horas hábiles" },
  what: { hold: "Bloqueo", note: "Corrección" },
} as const;
