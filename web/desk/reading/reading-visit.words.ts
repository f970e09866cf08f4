import { cubicMetres, date, monthAndYear } from "../../words/format.ts";

/** The visit of an atypical reading, as the inspector has it in the street. */
export const readingVisitWords = {
  back: "Mis inspecciones",
  kinds: { control: "Lectura atípica: revisar antes del recibo", repair: "Verificar que la fuga se reparó" },
  ask: {
    control: "Revise las instalaciones por dentro, con todo cerrado: ¿hay fuga? Anote lo que marca el medidor.",
    repair: "Cierre todos los puntos de agua y lea el medidor dos veces. ¿El medidor gira todavía?",
  },
  anyHour: "A cualquier hora de visitas de ese día",
  supply: (code: string, period: string) => `Suministro ${code} · ${monthAndYear(period)}`,
  nobodys: "Nadie de turno la tiene: la ve cada inspector.",
  toCome: "Se anota ese día.",
  unknown: "Esta visita no está en este teléfono: ábrala desde «Mis inspecciones», con señal.",
  start: "Empezar la visita",
  read: "Lectura atípica",
  readOf: ({ on, reading, m3 }: { readonly on: string; readonly reading: number; readonly m3: number }) =>
    `${reading}, el ${date(on)} (${cubicMetres(m3)})`,
  average: "Promedio",
  asked: "Qué se pide",
  outcome: "¿Cómo fue la visita?",
  repairOutcomes: { REALIZADA: "Se verificó", AUSENTE: "No había nadie", IMPEDIDA: "No dejaron entrar" },
  startedAt: "Empezó",
  endedAt: "Terminó",
  early: (hour: string) => `La visita se avisó desde ${hour}: antes no cuenta. Corrija la hora, o espere.`,
  otherHour: (hours: string) =>
    `Se avisó ${hours}: a otra hora nadie tenía que esperar. Corrija la hora, o pida otro aviso.`,
  report: {
    send: "Enviar la visita",
    sentTitle: "La visita llegó",
    unsentTitle: "La visita quedó por enviar",
    discardTitle: "¿Borrar esta visita del teléfono?",
  },
} as const;
