import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import { date, instant } from "./format.ts";

export type ClaimView = AnswerOf<Routes["showClaim"]>;

/** Whether a claim is `firm` or `closed`: its decision is final, and a recourse against it would be late. */
export const isOver = ({ state }: ClaimView): boolean => state === "firm" || state === "closed";

/** The element id of a claim's files on its page. */
export const filesId = "archivos";

/** The words of the upper part of a claim's page. */
export const claimWords = {
  done: "Listo: quedó registrado en tu reclamo",
  todo: "Lo que tienes que hacer",
  nothing: "No tienes que hacer nada por ahora. Te avisaremos cuando algo cambie.",
  over: "No tienes nada que presentar: este reclamo terminó.",
  onlyRights: "No te pedimos nada por ahora. Si quieres:",
  besides: "Y si quieres:",
  where: "En qué está",
  decision: "Decisión sobre tu reclamo",
  lastDecision: "Última decisión sobre tu reclamo",
  earlier: "Decisiones anteriores",
  decidedAs: (number: string, on: string) => `Resolución ${number}, del ${date(on)}`,
  month: (month: string, outcome: string) => `Recibo de ${month}: ${outcome.toLowerCase()}.`,
  corrected: "Queda en",
  rectified: (at: string, says: string, should: string) =>
    `Error corregido el ${instant(at)}: dice «${says}», debe decir «${should}». Lo decidido no cambia.`,
  haveDecision: "Ya tengo la decisión y no estoy de acuerdo",
  noAnswer: [
    "El tribunal de SUNASS no decidió en su plazo. Tú eliges. Puedes esperar su decisión, porque sigue obligado a decidir. O puedes tomar su silencio como un «no» y demandar ante el Poder Judicial (proceso contencioso administrativo).",
    "No tienes que hacer nada para seguir esperando. Para demandar necesitas un abogado; si el tribunal te notifica su decisión, tendrás tres meses desde ese día.",
  ],
  readDecision: "Leer la decisión completa",
  fullDecision: "Descargar la decisión completa",
  seeOffer: "Ver la propuesta y responder",
  seeHearing: "Ver la reunión y confirmar",
  seeVisit: "Ver la visita y confirmar",
  hearing: "Ver la reunión",
  visit: "Ver la visita",
  confirmed: "Ya la confirmaste.",
  copy: "Envía otra copia de un archivo.",
  copyOf: (names: string) => `No pudimos abrir o leer: ${names}. Toma la foto otra vez, o envía un PDF.`,
  sendCopy: "Enviar otra copia",
  readNotice: "Ver la notificación",
  seeFiles: "Ver el archivo que falta",
} as const;

/** The label and the page of what a claimant may do with a claim, by the API's action. */
export const actWords = {
  remedied: { act: "corregir", label: "Corregir mi reclamo" },
  "new-evidence-brought": { act: "prueba", label: "Agregar una prueba nueva" },
  "claim-extended": { act: "ampliar", label: "Agregar algo a mi reclamo" },
  "reconsideration-filed": { act: "revision", label: "Pedir que revisen la decisión" },
  "appeal-filed": { act: "revision", label: "Pedir que revisen la decisión" },
  "meter-test-asked": { act: "contraste", label: "Pedir que prueben mi medidor" },
  "withdrawal-requested": { act: "desistir", label: "Desistir de mi reclamo (retirarlo)" },
  "withdrawal-undone": { act: "seguir", label: "Deshacer mi pedido de desistir" },
} as const satisfies Partial<Record<ClaimView["actions"][number], { act: string; label: string }>>;
