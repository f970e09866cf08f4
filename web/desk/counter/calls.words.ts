import type { CallBackResult, LinkedPage } from "../../../shared/domain/counter/contact.ts";
import { groupedTelephone } from "../../../shared/domain/counter/telephone.ts";
import { date, instant } from "../../words/format.ts";

export const contactWords = {
  title: "Anotar el contacto",
  lede: "Anote a quien atendió sin que presente un reclamo ni una solicitud: esos ya se cuentan solos. No escriba su nombre ni su documento.",
  channel: "Por dónde vino",
  matter: "Qué quería",
  claimCode: "Código del reclamo",
  claimCodeHint: "Solo si preguntó por uno.",
  supplyCode: "Código de suministro",
  supplyHint: "Si lo dio: así queda qué preguntó y qué se le dijo.",
  question: "Qué preguntó",
  answer: "Qué se le respondió",
  next: "Qué se le prometió",
  nextOn: "Hasta qué día",
  preferential: "«¿Necesita atención preferente?»",
  preferentialHint: "Solo sí o no. El motivo no se anota.",
  language: "«¿En qué idioma lo atendemos?»",
  yesNo: { yes: "Sí", no: "No" },
  promise: "Prometerle una llamada",
  callAt: "Cuándo se le llama",
  telephone: "A qué número",
  about: "Para qué se le llama",
  send: "Anotar el contacto",
  sendPromise: "Anotar y prometer la llamada",
  done: "Contacto anotado.",
  missing: {
    channel: "Elija por dónde vino.",
    matter: "Elija qué quería.",
    question: "Escriba qué preguntó.",
    answer: "Escriba qué se le respondió.",
    at: "Escriba qué día y a qué hora se le llama.",
    telephone: "Escriba a qué número se le llama.",
    about: "Escriba para qué se le llama.",
  },
} as const;

export const callBackWords = {
  /** Read after their count, beside the menu's item. */
  overdue: (late: number) => (late === 1 ? "vencida" : "vencidas"),
  lede: "Lo que se prometió devolver, por hora. Las que ya debían hacerse van primero.",
  none: "No hay llamadas por devolver.",
  columns: {
    at: "Cuándo",
    telephone: "A qué número",
    about: "Para qué",
    supply: "Suministro",
    promised: "La prometió",
    tries: "Intentos",
    act: "Qué hacer",
  },
  late: "■ Debía hacerse",
  due: "● Por hacer",
  noSupply: "No lo dio",
  promised: (name: string | undefined, at: string) => [name, instant(at)].filter(Boolean).join(", "),
  noTries: "Ninguno",
  tried: (at: string, text: string) => `${instant(at)}: ${text}`,
  record: "Anotar qué pasó",
  form: (telephone: string) => `Llamada al ${groupedTelephone(telephone)}`,
  result: "¿Qué pasó?",
  results: {
    answered: "Contestó y se le dijo",
    "no-answer": "Nadie contestó: se llama otra vez",
    "not-reached": "No se le pudo ubicar: se deja",
  } satisfies Record<CallBackResult, string>,
  text: "Qué se le dijo, o qué pasó",
  again: "Cuándo se llama otra vez",
  send: "Anotar la llamada",
  done: "Quedó anotado.",
  missing: {
    result: "Elija qué pasó con la llamada.",
    text: "Escriba qué se le dijo, o qué pasó.",
    again: "Escriba cuándo se llama otra vez.",
  },
} as const;

export const lastContactWords = {
  title: "Últimos contactos",
  none: "No hay contactos anotados de este suministro.",
  preferential: { yes: "Tiene atención preferente.", no: "No pidió atención preferente." },
  by: (at: string, channel: string, name: string | undefined) =>
    `${instant(at)}, ${channel.toLowerCase()}${name ? `, ${name}` : ""}`,
  asked: "Preguntó:",
  answered: "Se le dijo:",
  promised: (step: string, on: string, name: string | undefined) =>
    `Se le prometió: ${step.replace(/[.\s]*$/, "")}, a más tardar el ${date(on)}${name ? ` (${name})` : ""}.`,
  callBack: (at: string, over: boolean) =>
    over ? "La llamada prometida ya se hizo." : `Llamada prometida: ${instant(at)}`,
  link: ({ sentAt, refused }: { readonly sentAt?: string | undefined; readonly refused?: boolean | undefined }) =>
    sentAt === undefined
      ? "El mensaje todavía no sale."
      : refused
        ? "El mensaje fue rechazado: no llegó."
        : "Ya salió.",
} as const;

export const linkWords = {
  lede: "El mensaje no dice su nombre, su suministro ni lo que debe: puede llegar a un celular prestado.",
  aloud: "«Le envío ahora un enlace. Ábralo cuando pueda: le servirá aunque terminemos la llamada.»",
  page: "Qué página necesita",
  pages: {
    receipt: "Ver su recibo y por qué cambió",
    "new-claim": "Presentar un reclamo",
    "claim-state": "Consultar un reclamo con su código",
    problem: "Avisar de un problema con el servicio",
    document: "Presentar un documento",
    "own-claim": "La página de su reclamo",
    offer: "Responder la propuesta de acuerdo",
  } satisfies Record<LinkedPage, string>,
  claim: "De qué reclamo",
  where: "«¿A dónde se lo envío?»",
  /** How the contact of a claim is offered. */
  ofClaim: { "claim-sms": "Al celular de su reclamo", "claim-email": "Al correo de su reclamo" },
  dictated: { mobile: "A un celular que dicta", email: "A un correo que dicta" },
  mobile: "Qué celular dicta",
  email: "Qué correo dicta",
  send: "Enviar el enlace",
  sent: (to: string) => `Se envía el enlace a ${to}.`,
  missing: {
    page: "Elija qué página necesita.",
    claimId: "Elija de qué reclamo.",
    where: "Elija a dónde se envía.",
    mobile: "Escriba el celular que dicta.",
    email: "Escriba el correo que dicta.",
  },
} as const;
