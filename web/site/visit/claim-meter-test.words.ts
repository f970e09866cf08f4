export const meterTestWords = {
  title: "Pedir que prueben mi medidor",
  text: "Una empresa autorizada prueba tu medidor contra uno exacto (contrastación). Te avisaremos el día, la hora y el lugar.",
  cost: "Sé que la empresa paga la prueba si el medidor marca de más, y que si no, la pago yo",
  missing: "Marca que sabes quién paga la prueba.",
  send: "Pedir la prueba",
} as const;
