/** How a notice before an inspection was given, by the codes of file E. */
export const noticeMeans = {
  PERSONAL: "En persona",
  BAJO_PUERTA: "Bajo la puerta",
  TELEFONO: "Por teléfono",
  CORREO: "Por correo",
  MENSAJE: "Por mensaje de texto",
} as const;

export const controlOutcomes = {
  REALIZADA: "Se hizo completa",
  PARCIAL: "Se hizo en parte",
  AUSENTE: "No había nadie",
  IMPEDIDA: "No dejaron entrar",
} as const;

export const controlLeaks = {
  NINGUNA: "No se encontró fuga",
  VISIBLE: "Fuga visible",
  NO_VISIBLE: "Fuga no visible",
} as const;

export const billedBy = {
  L: "Por diferencia de lecturas",
  P: "Por promedio",
  A: "Por asignación",
} as const;

export const evidenceWords = {
  add: (name: string) => `Agregar: ${name}`,
  kind: "¿Qué prueba es?",
  summary: "Qué dice",
  noneFoundBy: "Si no hay registros, quién lo revisó",
  noneFoundHint: "Nombre y área. Solo si no hay documento que agregar.",
  period: "¿De qué mes?",
  notice: "Aviso al usuario",
  noticeHint: "Déjelo en blanco si no consta.",
  noticeOn: "Día del aviso",
  noticeAt: "Hora del aviso, como 9:30",
  means: "Cómo se avisó",
  receiver: "Quién lo recibió",
  inspection: "Inspección",
  inspectionOn: "Día de la inspección",
  hours: "Franja, como 8:00-10:00",
  outcome: "Cómo fue",
  leak: "Qué se encontró",
  reading: "Lectura, en m³",
  billedBy: "Cómo se facturó el mes",
  choose: "Elija una opción.",
} as const;
