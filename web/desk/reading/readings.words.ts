import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { date } from "../../words/format.ts";

type Summary = AnswerOf<Routes["listReadings"]>["readings"][number];

const hoursOf = (hours: string): string => hours.replace("-", " a ");

/** How a paper is handed over at its address. */
const written = { PERSONAL: "En persona", BAJO_PUERTA: "Bajo la puerta" } as const;

export const readingWords = {
  back: "Volver a las lecturas atípicas",
  lede: "Lecturas que la ley llama atípicas: se avisan y se visitan antes de emitir el recibo. Si hay una fuga no visible, se exige y se verifica su reparación.",
  from: "Llegan en el archivo E del sistema comercial.",
  empty: "No hay lecturas por controlar.",
  caption: "Lecturas por controlar",
  columns: { supply: "Suministro", waits: "Qué falta", issue: "Se emite", m3: "Consumo", average: "Promedio" },
  late: ({ repair }: Summary): string =>
    repair ? "■ Venció: la reparación ya debía verificarse" : "■ Venció: el recibo ya debía emitirse",
  waits: ({ state, notifyBy, visit, repair }: Summary): string => {
    if (state === "to-repair")
      return repair
        ? `Verificar la reparación hasta el ${date(repair.verifyBy)}. El cliente repara hasta el ${date(repair.due)}`
        : "Exigir por escrito que se repare la fuga no visible";
    if (visit) return `Visita el ${date(visit.on)}, de ${hoursOf(visit.hours)}`;
    return state === "closed" ? "Cerrada" : `Avisar hasta el ${date(notifyBy)}`;
  },
  /** Who goes, and how the last visit ended. */
  visits: ({ inspector, lastVisit, visit, repair }: Summary): readonly string[] => [
    ...(lastVisit ? [lastVisit] : []),
    ...(visit || repair ? [inspector ? `Va ${inspector}` : "Nadie de turno la tiene: la ve cada inspector"] : []),
  ],
  facts: {
    visits: "Visitas",
    holder: "Titular",
    address: "Dirección",
    period: "Mes",
    reading: "Lectura",
    m3: "Consumo",
    average: "Promedio histórico",
    printed: "Promedio del último recibo",
    assignment: "Asignación de consumo",
    issue: "El recibo se emite",
    waits: "Qué falta",
  },
  read: (reading: number, on: string) => `${reading} m³, el ${date(on)}`,
  why: "Por qué es atípica y cómo se factura",
  done: "Qué se hizo",
  results: {
    corrected: "Cerrada: la lectura se corrigió",
    "no-leak": "Cerrada: confirmada, sin fuga",
    "visible-leak": "Cerrada: fuga visible",
    "leak-repaired": "Cerrada: fuga no visible, reparada a tiempo",
    "leak-open": "Cerrada: fuga no visible, sin reparar a tiempo",
    "repair-not-required": "Cerrada: no se exigió reparar la fuga",
    "repair-not-verified": "Cerrada: no se verificó la reparación",
    "not-inside": "Cerrada: no se pudo entrar",
    "not-controlled": "Cerrada: no se hizo el control",
    delivered: "Cerrada: con el control del sistema comercial",
  } as const satisfies Record<NonNullable<Summary["result"]>, string>,
  notice: "Aviso para entregar",
  preview: "Ver el aviso de esa visita",
  print: "Imprimir esta hoja",
  telephone: (number: string) => `Consultas: ${number}.`,
  acts: {
    reread: "Leer otra vez el medidor",
    notified: "Avisar la visita",
    visited: "Registrar la visita",
    required: "Exigir la reparación de la fuga",
    verified: "Verificar la reparación",
  } as const,
  buttons: ({ state }: Summary) => ({
    reread: "Leer otra vez el medidor",
    again: "Avisar otra visita",
    lapsed: state === "to-repair" ? "Cerrar sin verificar la reparación" : "No se hizo el control",
  }),
  goBack: "Volver sin registrar",
  lapsedText: "El tiempo para lo que faltaba ya pasó: se cierra, y se factura como dice la ley.",
  requiredText: "Imprima el requerimiento de abajo y entréguelo. El plazo del cliente corre desde que lo recibe.",
  rereadText: "Primero se descarta un error de lectura.",
  rules: ({ noticeHours, windowHours, opens, closes }: AnswerOf<Routes["showReading"]>["rules"]) =>
    `El aviso se da al menos ${noticeHours} horas antes. La visita dura hasta ${windowHours} horas, de ${opens} a ${closes}.`,
  fields: {
    reading: "Lectura del medidor, en m³",
    m3: "Consumo que resulta, en m³",
    readOn: "Día en que se leyó otra vez",
    reason: "Qué se vio al leer otra vez",
    noticeOn: "Día en que se dio el aviso",
    noticeAt: "Hora del aviso, como 9:30",
    means: "Cómo se avisó",
    receiver: "Quién lo recibió, si se sabe",
    visitOn: "Día de la visita",
    from: "Desde, como 8:00",
    to: "Hasta, como 10:00",
    began: "Empezó, como 10:05",
    ended: "Terminó, como 10:40",
    handedOn: "Día en que se entregó",
    handedAt: "Hora en que se entregó, como 9:30",
    handedBy: "Cómo se entregó",
    repairedOn: "Día en que se reparó, si el cliente lo prueba",
    why: "Por qué no se hizo",
    outcome: "¿Cómo fue la visita?",
    leak: "¿Había fuga?",
    metered: "Lectura en la visita, si se leyó, en m³",
    remark: "Observaciones, si las hay",
  },
  written,
  means: {
    ...written,
    TELEFONO: "Por teléfono",
    CORREO: "Por correo",
    MENSAJE: "Por mensaje de texto",
  },
  outcomes: {
    REALIZADA: "Se revisó todo",
    PARCIAL: "Se revisó una parte",
    AUSENTE: "No había nadie",
    IMPEDIDA: "No dejaron entrar",
  },
  leaks: { NINGUNA: "No había fuga", VISIBLE: "Fuga visible", NO_VISIBLE: "Fuga no visible" },
  send: "Registrar",
  choose: "Elija una opción.",
} as const;
