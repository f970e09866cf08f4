export const claimCodeWords = {
  code: "Código del reclamo",
  codeHint: "Por ejemplo RE-\u20602026-\u2060004192-\u20600.",
  codeMissing: "Escribe el código del reclamo.",
} as const;
