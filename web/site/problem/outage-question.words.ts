export const outageQuestion = {
  legend: "¿Tu plazo venció cuando la mesa de partes no funcionaba?",
  none: "No, o no sé",
  names: (number: string, from: string, to: string) => `Sí: no funcionó desde el ${from} hasta el ${to} (${number})`,
} as const;
