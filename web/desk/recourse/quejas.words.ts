export const quejasWords = {
  columns: {
    number: "Número",
    code: "Reclamo",
    claimant: "Quién se queja",
    stands: "Cómo va",
    until: "Vence",
    light: "Plazo (días hábiles)",
  },
  count: "Quejas pendientes, la más antigua primero",
  empty: "No hay quejas pendientes.",
  toForward: "Por enviar a quien la decide",
  forwarded: "Enviada: falta la respuesta",
  more: "Hay más: aparecen cuando estas se respondan.",
} as const;
