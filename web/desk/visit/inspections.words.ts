import { counted } from "../../words/format.ts";

/** The inspector's list of a day. */
export const agendaWords = {
  day: "Día",
  show: "Ver ese día",
  empty: "No tiene visitas este día.",
  keptEmpty: (received: number) =>
    received > 0
      ? "Sin señal: de lo que guardó este teléfono no queda ninguna visita. Puede haber otras."
      : "Sin señal: este teléfono no guardó visitas de este día. Puede haber otras.",
  next: (day: string) => `Ver las visitas del ${day}`,
  noNext: "Tampoco en las dos semanas siguientes.",
  /** `hour` ends with a point: «las 9:42 a. m.» */
  kept: (hour: string, received: number) =>
    `Es lo que guardó este teléfono a ${hour}${received > 0 ? ` El sistema ya tiene ${counted(received, "acta", "actas")}.` : ""}`,
  full: "El teléfono está lleno",
  fullText:
    "No pudimos guardar las visitas: sin señal no las verá. Borre fotos o aplicaciones y abra esta página otra vez.",
  late: "Fuera del plazo previsto",
  noTelephone: "Sin teléfono",
  start: "Empezar inspección",
  toCome: "El acta se escribe ese día.",
  toComeOn: (day: string) => `La visita es el ${day}: el acta se escribe ese día.`,
  unknown: "Esta visita no está entre las suyas de ese día. Ábrala desde «Mis inspecciones».",
  earlier: "De otro día, sin acta recibida",
  reported: "Recibida",
  states: {
    refused: "Rechazada: corregir el acta",
    sending: "Enviando el acta",
    unsent: "Pendiente: se envía sola",
    toSignIn: "Pendiente: se envía cuando ingrese",
    begun: "Seguir con el acta",
  },
  alsoFor: (codes: readonly string[]) =>
    `Esta visita sirve también para ${codes.join(", ")}. Haga una sola acta: llega a todos.`,
  supply: (code: string) => `Suministro ${code}`,
  count: (count: number) => counted(count, "visita", "visitas"),
} as const;
