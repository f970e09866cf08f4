import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import { instant } from "./format.ts";
import { said } from "./said.ts";

export type Problem = AnswerOf<Routes["showProblem"]>;

export const problemStateNames = {
  received: "Recibida: la estamos atendiendo",
  solved: "Solucionada",
  "not-solved": "Sin solución",
  claimed: "Es un reclamo",
} as const satisfies Record<Problem["state"], string>;

export const problemEntryNames = {
  received: "Solicitud recibida",
  attended: "Atención de la empresa",
  disputed: said("{Dijiste|Quien la pidió dice} que no está solucionado"),
  claimed: "Se presentó el reclamo",
} as const satisfies Record<Problem["entries"][number]["type"], string>;

/** The words of requests for attention that the site and the desk share. */
export const problemWords = {
  group: "¿Qué pasa?",
  problem: "¿Cuál de estas es?",
  missing: {
    group: said("{Elige|Elija} qué pasa."),
    problemType: said("{Elige|Elija} cuál de estas es."),
    description: said("{Cuéntanos|Cuente} con {tus|sus} palabras qué pasa."),
    givenNames: said("{Escribe|Escriba} los nombres."),
    paternalSurname: said("{Escribe|Escriba} el apellido paterno."),
    telephone: said("{Deja|Deje} un celular, un correo o una dirección para {avisarte|avisarle}."),
  },
  description: said("{Cuéntanos qué pasa|Qué pasa, con sus palabras}"),
  descriptionHint: said("Desde cuándo, dónde, y si ya {llamaste|llamó}."),
  photos: said("Fotos del problema (si las {tienes|tiene})"),
  givenNames: "Nombres",
  paternalSurname: "Apellido paterno",
  maternalSurname: said("Apellido materno (si {tienes|tiene})"),
  companyName: "Nombre de la empresa (si es de una)",
  kind: "Tipo de documento",
  number: "Número de documento",
  address: "Dirección",
  telephone: "Celular",
  telephoneHint: "9 dígitos, por ejemplo 987 654 321.",
  email: "Correo",
  code: "Código de la solicitud",
  supply: "Suministro",
  type: "Problema",
  state: "Estado",
  filed: "Recibida el",
  filedOn: "Cuenta como recibida el",
  until: "Plazo para solucionarlo",
  noTime: "Este problema no tiene un plazo fijado",
  claim: "Reclamo",
  said: "Lo que se contó",
  sent: "Fotos y documentos",
  history: "Qué se hizo",
  entry: (name: string, at: string) => `${name}: ${instant(at)}`,
} as const;

export const siteProblemWords = {
  lede: "Avísanos de un atoro, una fuga, un corte u otro problema con el servicio. Te damos un código para seguirlo. Si no lo solucionamos, puedes reclamar.",
  streetText: "¿Sale agua en la calle o falta en toda la zona? Sin cuenta ni formato, llama ya:",
  receiptText: "¿Es por tu recibo?",
  receiptAction: "Reclama por tu recibo",
  signIn: "Así tu solicitud queda en tu cuenta y puedes seguirla.",
  mine: "Mis solicitudes",
  none: "Aún no has avisado de ningún problema.",
  more: "Ver más",
  form: "Avisar de un problema",
  which: "¿De qué suministro?",
  whichMissing: "Elige de qué suministro es.",
  link: "Primero vincula el suministro",
  another: "Vincular otro suministro",
  send: "Enviar mi solicitud",
  filed: "La recibimos. Guarda el código: es tu cargo.",
  signInToSee: "Así ves tu solicitud.",
  preparing: "Estamos preparando el PDF de tu solicitud. Vuelve a abrir esta página en un minuto.",
  downloadForm: "Descargar mi solicitud (PDF)",
  disputeTitle: "¿Sigue el problema?",
  dispute: "Cuéntanos qué sigue mal",
  disputeMissing: "Cuéntanos qué sigue mal.",
  disputeSend: "Decir que no está solucionado",
  claimTitle: "Reclamar porque no se solucionó",
  claimText:
    "Con un botón tu solicitud pasa a ser un reclamo, con tus datos y lo que ya contaste. No tienes que escribirlo otra vez.",
  grounds: "Si quieres agregar algo",
  claimSend: "Presentar mi reclamo",
  photosText: "Las fotos que llegaron van con tu reclamo.",
  refusedText: "Si la solicitud pasa a ser un reclamo, ahí puedes agregar otra foto.",
  waitText: "Si no se soluciona en su plazo, aquí podrás reclamar.",
  disputed: "Lo anotamos: sigue sin solución. Lo verá quien atiende tu solicitud.",
  callText: "Si sigue sin solución, llámanos o ven a la oficina: presentamos el reclamo contigo.",
} as const;
