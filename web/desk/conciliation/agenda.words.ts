import { counted, date } from "../../words/format.ts";

/** The week of who conciliates. */
export const hearingsWords = {
  givenOn: (day: string) => `Lo dio el ${day}`,
  week: (from: string, to: string) => `Del ${date(from)} al ${date(to)}`,
  before: "Semana anterior",
  after: "Semana siguiente",
  unrecorded: (hearings: number) =>
    counted(hearings, "audiencia de días anteriores sin registrar", "audiencias de días anteriores sin registrar"),
  present: "Esta semana",
  toCome: "Semana que empieza",
  count: (hearings: number, confirmed: number) =>
    `${counted(hearings, "audiencia por hacer o por registrar", "audiencias por hacer o por registrar")}; ${counted(confirmed, "confirmada", "confirmadas")}.`,
  empty: "No hay audiencias por hacer esta semana.",
  ofDay: (hearings: number) => counted(hearings, "audiencia", "audiencias"),
  more: "Hay más audiencias de las que caben en esta lista: búsquelas en la bandeja de conciliación.",
  columns: { at: "Hora", claim: "Reclamo", mode: "Forma", confirmed: "Confirmó", owner: "Responsable", act: "Acta" },
  confirmed: { true: "Confirmada", false: "Sin confirmar" },
  accepted: "Aceptó la propuesta: firmar el acta",
  record: "Registrar resultado",
  recordOf: (code: string) => `Registrar resultado de ${code}`,
  enter: "Entrar a la reunión",
  enterOf: (code: string) => `Entrar a la reunión de ${code}`,
  countered: "Contrapropone",
  counteredOf: (code: string) => `Contrapropone el cliente de ${code}`,
  lacks: { telephone: "Falta el teléfono", link: "Falta el enlace" },
} as const;
