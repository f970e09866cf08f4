/** What staff read aloud. Nothing here suggests a withdrawal, an acceptance or a consent. */
export const aloudWords = {
  title: "Lea esto en voz alta:",
  /** Said to staff above the notice about personal data. */
  privacy: "Léale esto antes de pedirle sus datos, o dele la hoja:",
  /** Before it is sent: what was written down. */
  readBack: (said: readonly string[]) => `«Anoté: ${said.join(". ").replaceAll("..", ".")} ¿Está bien?»`,
  /** Of a solution that a customer disputes. */
  dispute: "«Dígame qué sigue mal. Lo escribo con sus palabras y se lo leo. No tiene que presentar otra solicitud.»",
  /** Before a request for attention is taken, and before a document. */
  problem: "«Dígame qué pasa y desde cuándo. Lo escribo, se lo leo y le doy el número de su solicitud.»",
  document: "«Dígame lo que quiere presentar. Lo escribo con sus palabras, se lo leo y queda presentado ahora.»",
} as const;
