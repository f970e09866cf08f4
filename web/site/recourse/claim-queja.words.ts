import type { ClaimView } from "../../words/claim.ts";
import { dateWithWeekday, instant } from "../../words/format.ts";

type Queja = ClaimView["quejas"][number];

const answers: Readonly<Record<NonNullable<Queja["answer"]>["outcome"], string>> = {
  "queja-upheld": "te dieron la razón",
  "queja-rejected": "no te dieron la razón",
  "queja-silence": "tu reclamo se tiene por aceptado",
};

const deciders = { TRASS: "el tribunal de SUNASS", SUPERIOR: "el superior de quien lleva tu reclamo" } as const;

export const quejaWords = {
  title: "Presentar una queja",
  lede: "La queja es por cómo se lleva tu reclamo, no por lo que se decidió. La enviamos a quien la decide. Es gratis y no detiene ningún plazo.",
  ground: "¿De qué te quejas?",
  groundMissing: "Elige de qué te quejas.",
  duty: "¿Qué debía hacer la empresa y no hizo?",
  dutyHint: "Por ejemplo: responderme en 30 días hábiles.",
  dutyMissing: "Escribe qué debía hacer la empresa.",
  facts: "Qué pasó",
  factsMissing: "Cuenta qué pasó.",
  send: "Presentar mi queja",
  done: "Recibimos tu queja",
  number: "Número de presentación",
  at: (at: string) => `Presentada el ${instant(at)}`,
  cargo: "Ver la constancia de tu queja",
  mine: "Tus quejas",
  /** The state of a queja; `until` is the last day to forward or decide it. */
  stands: ({ forwarded, answer }: Queja, until: string | undefined): string => {
    if (answer) return `Respondieron el ${instant(answer.at)}: ${answers[answer.outcome]}. ${answer.summary}`;
    const by = until === undefined ? "" : ` hasta el ${dateWithWeekday(until)}`;
    if (!forwarded) return `Todavía no se decide. La enviamos a quien la decide${by}: te avisamos quién es.`;
    return `La decide ${deciders[forwarded.to]}${by}. Se la enviamos el ${instant(forwarded.at)}, con el número ${forwarded.reference}.`;
  },
} as const;
