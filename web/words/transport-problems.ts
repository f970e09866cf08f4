import { counted } from "./format.ts";
import { said } from "./said.ts";

export interface ProblemWords {
  readonly title: string;
  readonly detail: string;
}

/** The words of problems that do not come from the API: it was not reached, or its gateway answered. */
export const transportProblems = {
  offline: {
    title: said("{Estás|Está} sin conexión"),
    detail: said("Lo que {escribiste|escribió} sigue aquí: {vuelve|vuelva} a intentarlo cuando {tengas|tenga} señal."),
  },
  unreachable: {
    title: "El sistema no responde",
    detail: said(
      "{Vuelve|Vuelva} a intentarlo en unos minutos, {llámanos o ven a la oficina|avise a quien administra el sistema}.",
    ),
  },
  "signed-out": {
    title: said("{Tu|Su} sesión terminó"),
    detail: said("{Ingresa|Ingrese} otra vez y {sigues|sigue} donde {estabas|estaba}."),
  },
  "not-found": { title: said("No encontramos lo que {pediste|pidió}"), detail: said("{Revisa|Revise} la dirección.") },
  "too-large": {
    title: said("{Tu|Su} envío es muy grande"),
    detail: said("{Quita|Quite} algo y {vuelve|vuelva} a intentarlo."),
  },
  busy: { title: "Hay muchas consultas", detail: said("{Vuelve|Vuelva} a intentarlo en unos minutos.") },
  unavailable: {
    title: "El sistema está ocupado",
    detail: said(
      "{Vuelve|Vuelva} a intentarlo en unos minutos, {llámanos o ven a la oficina|avise a quien administra el sistema}.",
    ),
  },
  unanswered: {
    title: "El sistema no responde",
    detail: said("Quizá llegó {tu|su} pedido. {Vuelve|Vuelva} a intentarlo: no se hace dos veces."),
  },
  refused: {
    title: said("No pudimos atender {tu|su} pedido"),
    detail: said("{Vuelve|Vuelva} a intentarlo. Si sigue igual, {llámanos|avise a quien administra el sistema}."),
  },
} as const satisfies Record<string, ProblemWords>;
export type TransportProblem = keyof typeof transportProblems;

/** The kind of a gateway's answer, by its status below 500. */
export const kindByStatus: Readonly<Record<number, TransportProblem>> = {
  401: "signed-out",
  404: "not-found",
  413: "too-large",
  429: "busy",
};

/** Returns how long to wait: «Espera 2 minutos y vuelve a intentarlo.» From 60 seconds on, in minutes, rounded up. */
export function waitFor(seconds: number): string {
  const wait =
    seconds < 60 ? counted(seconds, "segundo", "segundos") : counted(Math.ceil(seconds / 60), "minuto", "minutos");
  return said(`{Espera|Espere} ${wait} y {vuelve|vuelva} a intentarlo.`);
}

export const problemWords = {
  formTitle: "Hay datos que corregir",
  again: "Volver a intentar",
  signInAgain: "Ingresar otra vez",
  signInFirst: "Ingresa para seguir",
  signIn: "Ingresar con un código",
  titlePrefix: "Error: ",
  fieldPrefix: "Error:",
} as const;
