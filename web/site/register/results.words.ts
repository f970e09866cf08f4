import { monthAndYear } from "../../words/format.ts";

export const resultsWords = {
  lede: "Cada mes publicamos a cuántas personas atendimos y cómo terminaron sus reclamos.",
  privacy: "Aquí no hay nombres. Tampoco publicamos cifras de 1 a 4, ni las que permitirían deducirlas.",
  attended: "Personas atendidas",
  resolved: "Reclamos resueltos",
  inTerm: (share: string) => `De ellos, dentro del plazo${share}`,
  silences: "Reclamos que ganó el usuario porque respondimos tarde",
  byType: "Reclamos resueltos, por tipo",
  columns: { type: "Tipo de reclamo", count: "Resueltos" },
  few: "De 1 a 4",
  hidden: "Reservado",
  share: (part: number, whole: number) => ` (${Math.round((100 * part) / whole)}\u00a0%)`,
  nothing: (month: string) => `En ${monthAndYear(month)} no se resolvió ningún reclamo.`,
  what: "Qué contamos",
  counts: [
    "Persona atendida: quien nos trae un asunto por la web, por teléfono o en la oficina. Cada asunto se cuenta una vez.",
    "Reclamo resuelto: el que ya tiene una resolución firmada, o un acuerdo total. Se cuenta en el mes en que se resolvió.",
    "Si respondemos fuera de plazo, la ley da la razón al usuario. Esos reclamos van aparte.",
  ],
  before: (month: string) => `Ver ${monthAndYear(month)}`,
  newest: "Ver el último mes publicado",
  csv: "Descargar el mes en CSV",
  csvRows: { name: "Cifra", count: "Cuántos" },
} as const;
