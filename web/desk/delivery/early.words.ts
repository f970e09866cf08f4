/** Of a delivery outside working hours that the server has. */
export const earlyWords = {
  title: "Entregas recibidas que cuentan después",
  received: (day: string) => `Fue fuera del horario hábil: cuenta desde el ${day}. No tiene que registrarla otra vez.`,
  row: (code: string, day: string) => `${code} · Recibido: cuenta desde el ${day}`,
} as const;
