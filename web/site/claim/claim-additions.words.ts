export const remedyWords = {
  title: "Corregir mi reclamo",
  asked: "Te pedimos:",
  answer: "Escribe lo que te pedimos, o cuenta qué documento agregas",
  missing: "Escribe lo que te pidieron.",
  send: "Enviar lo que corrijo",
  until: "Puedes corregirlo hasta el",
  notNotified:
    "Corrígelo ahora: no hace falta esperar. Tus días para corregirlo todavía no corren: empiezan cuando te lo notificamos.",
  know: "Ya lo leí: empezar hoy mis días",
  sure: "Vas a empezar hoy tus días para corregir",
  last: "El último día para corregirlo sería el",
  lost: "Si no lo corriges hasta ese día, tu reclamo queda como no presentado y el recibo vuelve a cobrarse. Después de empezarlos no se puede deshacer.",
  needless: "No hace falta empezarlos: puedes corregirlo ahora.",
  back: "Volver y corregirlo",
} as const;

export const newEvidenceWords = {
  title: "Agregar una prueba nueva",
  lede: "Para revisar su decisión, la empresa necesita un documento que no estaba en tu expediente.",
  answer: "Qué demuestra el documento que agregas",
  missing: "Escribe qué demuestra el documento que agregas.",
  noFile: "Agrega el documento: lo escrito solo no es una prueba nueva.",
  until: "Puedes enviarla hasta el",
  after: "Si no la agregas, la empresa decide sin ella.",
  send: "Agregar la prueba",
} as const;

export const extendWords = {
  title: "Agregar algo a mi reclamo",
  lede: "Puedes agregar razones, fotos, documentos u otro mes en los primeros días del reclamo.",
  month: "¿Quieres reclamar también otro mes?",
  noMonth: "No",
  grounds: "Qué agregas",
  missing: "Escribe qué agregas.",
  send: "Agregar a mi reclamo",
} as const;
