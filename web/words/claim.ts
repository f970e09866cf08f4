import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import { date, instant } from "./format.ts";

export type ClaimView = AnswerOf<Routes["showClaim"]>;

/** Whether a claim is `firm` or `closed`: its decision is final, and a recourse against it would be late. */
export const isOver = ({ state }: ClaimView): boolean => state === "firm" || state === "closed";

/** The element ids of a claim's files, and of the office's documents, on its page. */
export const filesId = "archivos";
export const documentsId = "documentos";

/** The words of the upper part of a claim's page. */
export const claimWords = {
  done: "Listo: quedó registrado en tu reclamo",
  todo: "Lo que tienes que hacer",
  nothing: "Por ahora no te pedimos nada. Te avisaremos cuando algo cambie.",
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
  readDecision: "Leer la decisión completa",
  fullDecision: "Descargar la decisión completa",
  seeOffer: "Ver la propuesta y responder",
  seeHearing: "Ver la reunión y confirmar",
  seeVisit: "Ver la visita y confirmar",
  hearing: "Ver la reunión",
  visit: "Ver la visita",
  confirmed: "Ya la confirmaste.",
  notCome: (telephone: string) =>
    `¿No llegamos? Dilo hoy al ${telephone}. Si la visita falta, eso no cuenta contra ti: mañana tu reclamo dirá que no fuimos.`,
  copy: "Envía otra copia de un archivo.",
  copyOf: (names: string) => `No pudimos abrir o leer: ${names}. Toma la foto otra vez, o envía un PDF.`,
  sendCopy: "Enviar otra copia",
  readNotice: "Ver la notificación",
  seeFiles: "Ver el archivo que falta",
  again: "Reclamar otra vez",
  seeDocuments: "Ver los documentos",
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
