import type { SpokenType } from "../../../shared/domain/delivery/copies-by-post.ts";
import { counted, date } from "../../words/format.ts";

/** The list of copies to post, and the sheet that goes with each. It speaks to staff (usted). */
export const copiesWords = {
  caption: "Copias por enviar por correo postal",
  none: "No hay copias por enviar. Las demás salieron por correo electrónico o mensaje.",
  count: (count: number) => `${counted(count, "copia por enviar", "copias por enviar")}, primero las más antiguas`,
  more: "Hay más: aparecen cuando se envíen estas.",
  what: "Son copias de lo que se dijo por teléfono, de quien no dejó correo ni celular que reciba.",
  columns: {
    code: "Reclamo",
    until: "Se envía hasta",
    to: "A quién y dónde",
    type: "Qué dijo y cuándo",
    post: "Envío",
  },
  types: {
    "claim-filed": "Su reclamo",
    "withdrawal-requested": "Que desiste",
    "offer-answered": "Su respuesta a la propuesta",
    "notice-consent": "Su respuesta sobre avisos por correo",
    "reconsideration-filed": "Su reconsideración",
    "appeal-filed": "Su apelación",
  } as const satisfies Record<SpokenType, string>,
  postedOn: "Día en que se envían",
  postedOnHint: "Vale para cada copia que anote abajo.",
  dayMissing: "Escriba el día en que se envió.",
  noneChosen: "Use el botón de la copia que se envió.",
  open: "Abrir la copia",
  post: "Anotar envío",
  posted: (code: string, day: string) => `Anotado: la copia del reclamo ${code} se envió el ${date(day)}.`,
  print: (sheets: number) => `Imprimir ${counted(sheets, "hoja de envío", "hojas de envío")}`,
  sheet: {
    title: "Copia de lo que dijo por teléfono",
    name: "Para",
    to: "Dirección",
    code: "Reclamo",
    type: "Qué dijo",
    since: "Cuándo",
    lines: ["Fecha de envío", "Número de guía", "Quién la envía"],
  },
} as const;
