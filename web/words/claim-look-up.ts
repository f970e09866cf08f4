export const lookUpStateWords = {
  lede: "Con el código del reclamo y tu documento te decimos en qué está. Para verlo completo, ingresa.",
  kind: "Tipo de documento",
  number: "Número de documento de quien reclama",
  action: "Consultar",
} as const;
