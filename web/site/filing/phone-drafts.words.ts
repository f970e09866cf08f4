import { date, dayInLima, instant } from "../../words/format.ts";
import { sentence } from "../../words/sentence.ts";

export const eraseWords = {
  title: "¿Borrar este reclamo de este teléfono?",
  text: "Se borra lo que escribiste y las fotos que elegiste aquí. Todavía no lo habías enviado.",
  yes: "Sí, borrar",
  no: "No, conservarlo",
} as const;

/** The words of the claims that were begun on this phone and not sent. */
export const phoneDraftsWords = {
  title: "En este teléfono, sin enviar",
  of: (supplyCode: string) => (supplyCode ? `Suministro ${supplyCode}` : "Un reclamo que empezaste"),
  kept: (at: string, until: string) =>
    `${sentence(`Lo dejaste el ${instant(at)}`)} Se borra solo el ${date(dayInLima(Date.parse(until)))}.`,
  resume: "Continuar",
  erase: "Borrar de este teléfono",
} as const;
