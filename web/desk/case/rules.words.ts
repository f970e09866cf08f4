export const ruleWords = {
  title: "Reglas de consumo",
  intro: "El sistema calcula esto con los datos del expediente. Decide quien resuelve.",
  month: (month: string) => `Mes de ${month}`,
  facts: {
    measured: "Diferencia de lecturas",
    billed: "Facturado",
    average: "Promedio histórico",
    assignment: "Asignación",
    atypical: "¿Es atípico?",
    control: "Control antes del recibo",
    regime: "Corresponde facturar por",
    verdict: "Resultado que da la ley",
    left: "Quedaría en",
    credit: "Nota de crédito",
    overpaid: "Pagado de más",
    meter: "Medidor",
  },
  none: "no hay",
  yes: "Sí",
  no: "No",
  done: "Consta",
  skipped: "No se hizo o no consta",
  replaceMeter: "Hay que cambiarlo",
  left: (m3: string, amount: string) => `${m3}, ${amount}`,
  averageMonths: "Meses del promedio",
  averageColumns: ["Mes", "m³", "Cuenta"],
  counts: "Sí",
  counted: (reason: string) => `No: ${reason}`,
  concepts: "Antes y después",
  conceptColumns: ["Concepto", "Antes", "Después"],
  explanation: "Explicación para la resolución",
  repair: "Reparación de la fuga",
  records: "La visita que la verifica anota:",
  meterTest: "Contrastación",
} as const;

export const regimeNames = {
  READING_DIFFERENCE: "Diferencia de lecturas",
  AVERAGE: "Promedio histórico",
  ASSIGNMENT: "Asignación de consumo",
} as const;

export const verdictNames = { upheld: "Fundado", rejected: "Infundado" } as const;

export const conceptNames = {
  AGUA: "Agua potable",
  ALCANTARILLADO: "Alcantarillado",
  CARGO_FIJO: "Cargo fijo",
  OTROS: "Otros conceptos",
  IGV: "IGV",
} as const;

export const notifiedNames = {
  "notified-by-telephone": "Por teléfono",
  "notified-in-person": "En persona",
  delivered: "Se entregó en el domicilio",
  email: "Por correo: cuenta cuando confirme que lo recibió",
} as const;

export const testResultNames = {
  "over-registers": "Registra de más: paga la empresa",
  "within-tolerance": "Registra dentro de la tolerancia",
  "under-registers": "Registra de menos",
} as const;

export const moveNames = {
  "leak-repair": "Para esperar que se repare la fuga",
  "meter-test": "Para esperar la contrastación",
  tribunal: "Porque el tribunal devolvió el reclamo a investigar",
} as const;

export const costNames = { yes: "Sí, se lo expliqué y la pide" } as const;

export const ruleFields = {
  notification: "¿Cómo se le avisó?",
  deliveredAt: "Cuándo se entregó",
  deliveredHint: "Solo si se entregó en el domicilio.",
  leak: "Qué fuga es y qué hay que reparar",
  evidenceAsked: "Qué documento hace falta, y qué tendría que demostrar",
  verifiedAt: "Cuándo fue la visita",
  cost: "¿Sabe que la paga si el medidor no registra de más?",
  testOn: "Día de la prueba",
  testAt: "Hora, como 9:30",
  tester: "Empresa autorizada que la hace",
  place: "Dónde se hace",
  result: "Resultado",
  certificate: "Número del informe",
  errorPercent: "Error del medidor, en porcentaje",
  moveReason: "¿Por qué se mueve?",
  moveOn: "Nuevo día",
  moveHint: (day: string) => `Después del ${day}. Se toma la primera hora libre de ese día.`,
} as const;
