/** The words of an inspection's report, as the case shows it. */
export const reportWords = {
  facts: {
    inspector: "Inspector",
    outcome: "Cómo fue",
    attendedBy: "Atendió",
    unsigned: "No firmó el acta",
    meter: "Medidor",
    reading: "Lectura",
    seals: "Precintos del medidor",
    box: "Caja",
    leakAtBox: "Fuga en la caja",
    connection: "Conexión",
    premisesType: "Tipo de predio",
    neighbours: "Suministros vecinos",
    occupants: "Personas que viven",
    useUnits: (category: string) => `Unidades de uso, clase ${category}`,
    leak: "Fuga interna",
    leakTest: "Prueba de fuga",
    causes: "Se encontró",
    signing: "Firmó",
    premises: "Predio",
    observations: "Observaciones",
  },
  useUnits: (occupied: number, vacant: number) => `Ocupadas ${occupied}, sin ocupar ${vacant}`,
  points: (count: number, damaged: number | undefined, leaking: number) =>
    [`${count}`, damaged === undefined ? undefined : `en mal estado ${damaged}`, `con fuga ${leaking}`]
      .filter(Boolean)
      .join(", "),
  leakTest: (before: string, after: string, minutes: string) => `De ${before} a ${after} en ${minutes}`,
} as const;

export const visitOutcomeNames = {
  whole: "Se inspeccionó por dentro y por fuera",
  partial: "Por fuera, y una parte por dentro",
  absent: "No había nadie: solo por fuera",
  opposed: "No dejaron entrar: solo por fuera",
} as const;

export const innerLeakNames = {
  none: "No hay",
  visible: "Hay, visible",
  "non-visible": "Hay, no visible",
} as const;
