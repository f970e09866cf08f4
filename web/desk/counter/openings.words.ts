import type { OpenedThing } from "../../../shared/domain/counter/openings.ts";

export const openingWords = {
  lede: "Quién del personal abrió un reclamo, un documento, los datos de un suministro o un archivo, y cuándo. Abrir lo mismo otra vez dentro de un cuarto de hora es la misma vista. Cada línea se guarda dos años; mirar esta página también queda anotado.",
  searches: "Ver quién buscó en la mesa",
  title: "Aperturas",
  counts: "Quién mira más, por semana",
  month: "Mes",
  day: "Solo un día (si quiere)",
  who: "Quién abrió: parte de su nombre (si quiere)",
  about: "Qué: número de reclamo, solicitud o documento, o suministro (si quiere)",
  show: "Ver",
  none: "Nadie abrió nada de esto en ese tiempo.",
  noneSoFar: "En lo más reciente no hay nada de esto. Siga buscando más atrás.",
  columns: { at: "Cuándo", who: "Quién", what: "Qué abrió", part: "Parte" },
  nobody: "No está en el registro del personal",
  whole: "Todo",
  things: {
    claim: "Reclamo",
    problem: "Solicitud",
    submission: "Documento",
    attachment: "Archivo enviado",
    "call-back": "Llamada por devolver",
    supply: "Suministro",
    import: "Importación",
    register: "Registro del mes",
    log: "Esta página u otra como ella:",
  } satisfies Record<OpenedThing, string>,
  /** The pages of what staff opened, by the first word of a log's id. */
  logs: {
    openings: "quién abrió qué",
    "openings/counts": "quién mira más",
    searches: "quién buscó",
    "supervisors/reads": "supervisión externa",
  },
} as const;
