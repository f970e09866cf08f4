/** The words for a claim that was looked up, loaded once one is found. */
export const foundStateWords = {
  since: "Desde el",
  answerBy: "Te respondemos a más tardar el",
  meeting: { ahead: "La reunión es el", over: "La reunión era el" },
  next: "Qué sigue",
  another: "Consultar otro",
  whole: "Ver el reclamo completo",
} as const;
