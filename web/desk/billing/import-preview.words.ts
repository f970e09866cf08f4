import { counted, instant, wholeNumber } from "../../words/format.ts";

export const previewWords = {
  found: (rows: number, refused: number) =>
    `${counted(rows, "fila", "filas")}: ${refused === 0 ? "ninguna con error" : `${wholeNumber(refused)} con error, que no se ${refused === 1 ? "guarda" : "guardan"}`}.`,
  nothingYet: "Aún no se ha guardado nada. Lo que se guarda solo se corrige con otra importación.",
  holders: (rows: number) => `${counted(rows, "fila cambia", "filas cambian")} al titular`,
  holderColumns: ["Suministro", "Titular hoy", "Titular con este archivo"],
  first: (shown: number) => `Se ven las primeras ${shown}.`,
  act: "Importar",
  discard: "Descartar",
  refused: "Por qué hay filas con error",
  refusedColumns: ["Motivo", "Filas", "Primera línea"],
  decided: {
    import: (by: string, at: string) => `${by} decidió importarlo el ${instant(at)}`,
    discard: (by: string, at: string) => `${by} lo descartó el ${instant(at)}`,
  },
} as const;
