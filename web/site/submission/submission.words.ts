import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { dateWithWeekday, instant } from "../../words/format.ts";

export type Submission = AnswerOf<Routes["showSubmission"]>;

const stateNames = {
  presented: "Presentado",
  received: "Recibido",
  observed: "Observado",
  returned: "Devuelto",
  "not-presented": "No presentado",
} as const satisfies Record<Submission["state"], string>;

/**
 * Returns the state of a submission in a word for the customer. Once it is answered, this is «Respondido», whatever its
 * state.
 */
export const submissionStateName = ({ state, answeredAt }: Submission): string =>
  answeredAt === undefined ? stateNames[state] : "Respondido";

export const submissionStateTexts = {
  presented: "Ya está presentado. Falta que una persona lo revise y lo reciba.",
  received: "Una persona lo revisó y lo recibió.",
  observed: "Le falta algo. Si lo corriges a tiempo, conserva su fecha de presentación.",
  returned: "No pudimos recibirlo.",
  "not-presented": "Le faltaba algo y no se corrigió a tiempo: queda como no presentado. Puedes presentarlo otra vez.",
} as const satisfies Record<Submission["state"], string>;

export const submissionKindNames = {
  document: "Documento",
  observation: "Observación (libro de observaciones)",
  "data-access": "Pedido para ver mis datos personales",
  "data-rectification": "Pedido para corregir mis datos personales",
  "data-cancellation": "Pedido para borrar mis datos personales",
  "data-opposition": "Oposición al uso de mis datos personales",
  "official-letter": "Oficio",
  reconsideration: "Reconsideración",
  appeal: "Apelación",
  queja: "Queja",
} as const satisfies Record<Submission["kind"], string>;

export const submissionEntryNames = {
  observed: "Observado",
  notified: "Te avisamos",
  "notice-returned": "El aviso no te llegó",
  remedied: "Corregido",
  received: "Recibido",
  returned: "Devuelto",
  forwarded: "Pasó a otra área",
  answered: "Respondido",
  "data-gathered": "Se reunieron tus datos",
  taken: "Se tomó en tu reclamo",
  "not-recourse": "No se tomó como recurso",
  lapsed: "Quedó como no presentado",
  delivered: "Se entregó",
  "manager-alerted": "Se avisó a la gerencia",
  "attachment-missing": "Un archivo no nos llegó",
  "copy-asked": "Te pedimos otra copia",
  "attachment-attended": "Se atendió un archivo",
  "copy-sent": "Enviaste la copia",
  "file-taken-out": "Se quitó un archivo que no era tuyo",
} as const satisfies Record<Submission["entries"][number]["type"], string>;

export const documentNames = {
  constancia: "constancia de presentación",
  cargo: "cargo de recepción",
  observation: "observación",
  answer: "respuesta",
} as const;

export const cargoWords = {
  mine: "Lo que presentaste",
  none: "Aún no has presentado documentos.",
  more: "Ver más",
  title: (number: string) => `Documento ${number}`,
  number: "Número",
  kind: "Qué es",
  about: "Asunto",
  by: "Presentado por",
  forWhom: "En nombre de",
  at: "Presentado el",
  on: "Cuenta como presentado el",
  received: "Recibido el",
  state: "Estado",
  remedyBy: "Corrígelo a más tardar el",
  answerBy: "Te responden a más tardar el",
  answerWasBy: "Debían responderte a más tardar el",
  answered: "Respondido el",
  area: "Lo atiende",
  ofClaim: "Reclamo",
  said: "Lo que dijiste",
  files: "Archivos y su huella (SHA-256)",
  filesText: "La huella es única para cada archivo: sirve para probar que es el mismo.",
  documents: "Lo que prueba tu presentación",
  documentTexts: {
    constancia: "La constancia de presentación prueba que lo enviaste, cuándo, con qué palabras y archivos.",
    cargo: "El cargo de recepción prueba que una persona de la empresa lo revisó y lo recibió.",
    observation: "La observación dice qué le falta.",
    answer: "La respuesta prueba qué te respondieron, cuándo y con qué archivos.",
  },
  download: (document: keyof typeof documentNames) => `Descargar ${documentNames[document]} (PDF)`,
  cargoLater: "El cargo de recepción se hace cuando una persona lo revisa y lo recibe.",
  preparing: "Estamos preparando el documento. Tarda unos segundos.",
  copy: "Enviar la copia que te pedimos",
  copyText: "Un archivo no llegó o no se pudo leer. Envía una copia que se pueda abrir. No pierdes tu fecha.",
  copyAttachments: "La copia",
  copySend: "Enviar la copia",
  missing: "Falta un archivo que anunciaste. Envíalo abajo; tu documento ya está presentado.",
  remedy: "Corregir lo que falta",
  remedyText: "Agrega lo que falta o explícalo. Conserva su fecha de presentación.",
  remedyWords: "Lo que quieres aclarar",
  remedyAttachments: "Lo que faltaba",
  remedyMissing: "Agrega lo que faltaba, o escríbelo.",
  remedySend: "Enviar la corrección",
  entries: "Qué pasó después",
  answerTitle: "La respuesta",
  answer: (fileName: string) => `Descargar ${fileName}`,
  resend: "No llegó: elige otra vez el mismo archivo",
  resendOther: "Ese no es el mismo archivo. Elige el que anunciaste.",
  resendLost: "No llegó completo. Inténtalo otra vez.",
  resent: "Llegó. Lo estamos revisando.",
  entry: (name: string, at: string) => `${name} el ${instant(at)}`,
} as const;

/**
 * Returns the name and the value of the fact by which day a submission is answered, or was to be if `today` is later.
 * The value is undefined if it has no such day or was answered.
 */
export function answerFact(
  { answerBy, answeredAt }: Submission,
  today: string,
): readonly [name: string, value: string | undefined] {
  if (answerBy === undefined || answeredAt !== undefined) return [cargoWords.answerBy, undefined];
  return [answerBy < today ? cargoWords.answerWasBy : cargoWords.answerBy, dateWithWeekday(answerBy)];
}
