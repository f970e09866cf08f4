/** The visit that verifies the repair of a leak. */
export const repairFields = {
  repaired: "¿La fuga está reparada?",
  before: "Lectura con todos los puntos cerrados",
  after: "Lectura al terminar la prueba",
  minutes: "Minutos que duró la prueba",
  observations: "Qué se reparó y quién atendió",
} as const;

export const repairNames = { yes: "Sí, está reparada", no: "No, la fuga sigue" } as const;
