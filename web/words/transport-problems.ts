import { counted } from "./format.ts";

export interface ProblemWords {
  readonly title: string;
  readonly detail: string;
}

/** The words of problems that do not come from the API: it was not reached, or its gateway answered. */
export const transportProblems = {
  offline: {
    title: "Estás sin conexión",
    detail: "Revisa tu internet. Lo que escribiste sigue aquí: vuelve a intentarlo cuando tengas señal.",
  },
  unreachable: {
    title: "El sistema no responde",
    detail: "Vuelve a intentarlo en unos minutos, llámanos o ven a la oficina.",
  },
  "signed-out": {
    title: "Tu sesión terminó",
    detail: "Por seguridad la cerramos. Ingresa otra vez y sigues donde estabas.",
  },
  "not-found": { title: "No encontramos lo que pediste", detail: "Revisa la dirección." },
  "too-large": {
    title: "Tu envío es muy grande",
    detail: "Quita algo y vuelve a intentarlo.",
  },
  busy: { title: "Hay muchas consultas a la vez", detail: "Vuelve a intentarlo en unos minutos." },
  unavailable: {
    title: "El sistema está ocupado",
    detail: "Vuelve a intentarlo en unos minutos, llámanos o ven a la oficina.",
  },
  unanswered: {
    title: "El sistema no responde",
    detail: "Quizá llegó tu pedido. Vuelve a intentarlo: no se hace dos veces.",
  },
  refused: { title: "No pudimos atender tu pedido", detail: "Vuelve a intentarlo. Si sigue igual, llámanos." },
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
  return `Espera ${wait} y vuelve a intentarlo.`;
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
