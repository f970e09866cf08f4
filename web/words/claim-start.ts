import { instant } from "./format.ts";

export const startWords = {
  lede: "Te tomará unos 8 minutos. Puedes guardar y seguir después.",
  have: "Ten a la mano",
  things: ["Tu recibo.", "El número que marca tu medidor, si puedes verlo.", "Fotos o documentos, si tienes."],
  noPaying: "No tienes que pagar primero para reclamar.",
  signIn:
    "Para reclamar por aquí, ingresa con tu correo o celular. También puedes reclamar por teléfono o en la oficina.",
  which: "¿De qué suministro es el recibo?",
  whichMissing: "Elige el suministro.",
  none: "Primero vincula el suministro de tu casa o negocio con un número de recibo.",
  link: "Vincular un suministro",
  start: "Empezar",
  drafts: "Reclamos que empezaste y no enviaste",
  draftOf: (supply: string) => `Suministro ${supply}`,
  draftSaved: (at: string) => `Guardado el ${instant(at)}`,
  draftUntil: (at: string) => `Se borra solo el ${instant(at)}`,
  resume: "Continuar",
  drop: "Borrar",
  dropTitle: "¿Borrar este borrador?",
  dropText: "Se borra lo que escribiste. No es un reclamo: todavía no lo habías enviado.",
  dropYes: "Sí, borrar",
  dropNo: "No, conservarlo",
} as const;
