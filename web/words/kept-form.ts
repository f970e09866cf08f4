import { instant } from "./format.ts";

/** What is said of a form that was left half typed. */
export const keptWords = {
  title: (name: string) => (name === "" ? "Esto quedó a medias" : `Esto quedó a medias: es de ${name}`),
  since: (at: string | undefined) =>
    `${at === undefined ? "" : `Se empezó el ${instant(at)}. `}Si es de otra persona, hay que borrarlo primero.`,
  empty: "Borrar y empezar otra vez",
} as const;
