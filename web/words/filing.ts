import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import { instant } from "./format.ts";

export type Filing = AnswerOf<Routes["showFiling"]>;

export const filingStateNames = {
  presented: "Presentado",
  received: "Recibido",
  observed: "Observado",
  returned: "Devuelto",
} as const satisfies Record<Filing["state"], string>;

export const filingStateTexts = {
  presented: "Lo recibimos. Falta que una persona lo revise y lo registre.",
  received: "Una persona lo revisó y lo registró.",
  observed: "Le falta algo. Preséntalo otra vez corregido, con este mismo asunto.",
  returned: "No pudimos registrarlo.",
} as const satisfies Record<Filing["state"], string>;

export const filingKindNames = {
  document: "Documento",
  observation: "Observación (libro de observaciones)",
  reconsideration: "Reconsideración",
  appeal: "Apelación",
  queja: "Queja",
} as const satisfies Record<Filing["kind"], string>;

export const cargoWords = {
  mine: "Lo que presentaste",
  none: "Todavía no presentaste documentos.",
  more: "Ver más",
  title: (number: string) => `Cargo de recepción ${number}`,
  number: "Número",
  kind: "Qué es",
  about: "Asunto",
  by: "Presentado por",
  at: "Presentado el",
  on: "Cuenta como presentado el",
  state: "Estado",
  receivedAt: (at: string) => `Registrado el ${instant(at)}`,
  remedyBy: "Corrígelo a más tardar el",
  ofClaim: "Reclamo",
  said: "Lo que dijiste",
  files: "Archivos y su huella (SHA-256)",
  filesText: "La huella es única para cada archivo: sirve para probar que es el mismo.",
  cargo: "Descargar cargo (PDF)",
  preparing: "Estamos preparando tu cargo. Tarda unos segundos.",
} as const;
