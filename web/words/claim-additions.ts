export const remedyWords = {
  title: "Corregir mi reclamo",
  asked: "Te pedimos:",
  answer: "Escribe lo que te pedimos, o cuenta qué documento agregas",
  missing: "Escribe lo que te pidieron.",
  send: "Enviar lo que corrijo",
} as const;

export const extendWords = {
  title: "Agregar algo a mi reclamo",
  lede: "Puedes agregar razones, fotos o documentos en los primeros días del reclamo.",
  grounds: "Qué agregas",
  missing: "Escribe qué agregas.",
  send: "Agregar a mi reclamo",
} as const;
