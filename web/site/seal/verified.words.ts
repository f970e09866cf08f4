import type { DocumentStanding } from "../../../shared/domain/case/document-standing.ts";

/** The words and tone for each standing of an authentic document. */
export const standingWords = {
  record: { tone: "good", title: "Es auténtico", text: "Prueba lo que dice. No vence." },
  "in-force": { tone: "good", title: "Es auténtico y está vigente", text: "Nada lo cambió después." },
  "not-notified": {
    tone: "none",
    title: "Es auténtico, pero todavía no rige",
    text: "Está firmado y aún no se notificó. Rige desde su notificación.",
  },
  "under-review": {
    tone: "none",
    title: "Es auténtico, pero no está firme",
    text: "Hay un recurso contra esta decisión y todavía no se resuelve.",
  },
  "by-reconsideration": {
    tone: "none",
    title: "Es auténtico, pero ya no rige",
    text: "La empresa revisó la decisión y la cambió con otra resolución.",
  },
  "by-tribunal": {
    tone: "none",
    title: "Es auténtico, pero ya no rige",
    text: "El tribunal de SUNASS decidió después.",
  },
  "by-silence": {
    tone: "none",
    title: "Es auténtico, pero ya no rige",
    text: "Venció el plazo para responder y la ley dio el pedido por aceptado.",
  },
  "by-newer": {
    tone: "none",
    title: "Es auténtico, pero ya no rige",
    text: "Después se emitió otro. Pide el último.",
  },
  annulled: {
    tone: "none",
    title: "Es auténtico, pero ya no rige",
    text: "Esta decisión quedó sin efecto.",
  },
  released: {
    tone: "none",
    title: "Es auténtico, pero ya no rige",
    text: "El reclamo terminó y el recibo ya no está retenido.",
  },
  unsigned: {
    tone: "bad",
    title: "No vale: nadie lo firmó",
    text: "Es un proyecto. No lo uses ni lo aceptes.",
  },
  "to-be-signed": {
    tone: "none",
    title: "Es auténtico, pero falta que lo firmen",
    text: "Lleva el sello de la empresa. Lo que dice ya vale, porque lo da la ley; la firma de la empresa todavía falta.",
  },
} as const satisfies Record<
  DocumentStanding,
  { readonly tone: "good" | "bad" | "none"; readonly title: string; readonly text: string }
>;

export const foundWords = {
  changedTitle: "No coincide: este archivo fue cambiado o no es nuestro",
  changedText:
    "Una foto, un escaneo o un archivo guardado otra vez tampoco coinciden. Si tienes el documento impreso, comprueba su código.",
  compare:
    "Compara estos datos con los del papel: un código puede estar copiado en otro documento. Para estar seguro, comprueba el archivo PDF.",
  sameBytes: "El archivo es el mismo que hizo la oficina, hasta la última letra.",
  rectified: (day: string) => `Un error de escritura se corrigió el ${day}: léelo junto con su rectificación.`,
  notKept: "El archivo que guardamos de este documento no está completo. Llámanos y dinos este código.",
  kind: "Documento",
  number: "Número",
  issued: "Fecha",
  verificationCode: "Código",
  checked: "Archivo",
  digest: {
    named: (day: string) => `Lo del ${day} quedó además en el resumen firmado de ese día, guardado aparte.`,
    "to-come": () =>
      "Es de hoy o de ayer: el resumen firmado de su día todavía no se hace. Hasta entonces lo prueba solo su sello.",
    none: (day: string) =>
      `Del ${day} no hay un resumen firmado que lo nombre: es de antes del primero, o falta. Lo prueba solo su sello.`,
  },
  offline: "Comprobarlo sin internet ni nuestros servidores",
  offlineText:
    "Guarda el sello y la clave pública junto al archivo. Con ellos lo comprueba cualquiera, también si este sitio no funciona.",
  seal: "Guardar el sello (JSON)",
  keys: "Ver las claves públicas (JSON)",
} as const;
