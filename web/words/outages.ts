export const outageWords = {
  title: "Cuando la mesa de partes no funcionó",
  text: "El plazo que vencía ese día pasa al día hábil siguiente. El certificado lo prueba.",
  /** No stop after the hour: «a. m.» ends with one. */
  was: (number: string, from: string, to: string) => `${number}: desde el ${from} hasta el ${to}`,
  certificate: "Descargar certificado",
  preparing: "El certificado se está preparando.",
} as const;
