import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import { date, wholeNumber } from "./format.ts";

export type Copy = AnswerOf<Routes["orderFile"]>;
type CopyFile = Copy["files"][number];

const folio = (number: number): string => String(number).padStart(6, "0");

export const copyWords = {
  folios: ({ from, to }: { from: number; to: number }) =>
    from === to ? `Folio ${folio(from)}` : `Folios ${folio(from)} a ${folio(to)}`,
  states: { making: "● Preparando", stopped: "■ Se detuvo", done: "● Lista" },
  progress: (pieces: number, of: number) => `${wholeNumber(pieces)} de ${wholeNumber(of)} piezas`,
  mayClose: "Puede cerrar esta página: la copia se sigue preparando.",
  stopped: "Pasó un rato sin avanzar. Pídala otra vez: sigue desde donde quedó.",
  made: (at: string, folios: number) => `${wholeNumber(folios)} folios, como estaba el ${at}`,
  keptUntil: (day: string) => `Se puede descargar hasta el ${date(day)}.`,
  file: ({ is, name }: CopyFile) => fileNames[is](name),
  download: "Descargar",
} as const;

const fileNames: Readonly<Record<CopyFile["is"], (name: string) => string>> = {
  part: (name) => `Parte ${Number(/\d+/.exec(name)?.[0] ?? 1)} (PDF)`,
  index: () => "Índice (PDF)",
  manifest: () => "Manifiesto: la huella de cada archivo",
  seal: () => "Sello del manifiesto",
  beside: (name) => `Va aparte: ${name}`,
};
