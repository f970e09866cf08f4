export const notFoundWords = {
  lede: "La dirección puede estar mal escrita o la página ya no existe.",
  home: "Ir al inicio",
} as const;
