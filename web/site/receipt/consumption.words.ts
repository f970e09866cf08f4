export const consumptionWords = {
  back: "Mi consumo",
  empty: "Todavía no hay recibos de este suministro.",
  action: "Ver mi último recibo",
} as const;
