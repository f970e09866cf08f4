export const lookUpStateWords = {
  lede: "Con el código del reclamo y tu documento te decimos en qué está. Para verlo completo, ingresa.",
  kind: "Tipo de documento",
  number: "Número de documento de quien reclama",
  action: "Consultar",
  since: "Desde el",
  due: "El plazo que corre vence el",
  next: "Qué sigue",
  another: "Consultar otro",
  whole: "Ver mi reclamo completo",
} as const;
