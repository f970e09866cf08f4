import type { ClockId } from "../../../shared/domain/case/claim-states.ts";

export const caseTabs = {
  resumen: "Resumen",
  "linea-de-tiempo": "Línea de tiempo",
  consumo: "Consumo y visitas",
  documentos: "Documentos",
  folios: "Folios y copias",
  avisos: "Avisos enviados",
} as const;
export type CaseTab = keyof typeof caseTabs;

/** The names of a claim's terms, by what must be done in each. */
export const clockNames: Readonly<Record<ClockId, string>> = {
  T04: "Corregir lo observado",
  T05: "Ampliar el reclamo",
  T06: "Hacer la inspección",
  T07: "Hacer la conciliación",
  T08: "Resolver",
  T09: "Notificar la resolución",
  T10: "Silencio positivo si no se notifica",
  T11: "Pedir que revisen la decisión",
  T12: "Resolver la reconsideración",
  T13: "Notificar la reconsideración",
  T14: "Silencio positivo de la reconsideración",
  T15: "Apelar",
  T16: "Elevar el expediente al tribunal",
  T17: "Decisión del tribunal",
  T18: "Demanda ante el Poder Judicial",
  T19: "Cumplir lo decidido",
  T20: "Tramitar la queja",
  T21: "Acuse del correo",
  T22: "Apertura en la casilla",
  T23: "Reparar la fuga",
  T25: "Enviar la copia del reclamo",
};

export const declarationNames = {
  "checkbox-signed-in": "En la web, con su cuenta",
  checkbox: "En la web, sin cuenta",
  voice: "De viva voz",
  signature: "Con su firma",
} as const;

export const quejaOutcomeNames = {
  "queja-upheld": "Fundada",
  "queja-rejected": "Infundada",
  "queja-silence": "Declara el silencio positivo",
} as const;

export const caseWords = {
  contacts: "Últimos contactos de este suministro",
  notSaid: "No consta",
  menu: "Partes del expediente",
  around: "En la lista",
  before: (code: string) => `Anterior: ${code}`,
  next: (code: string) => `Siguiente: ${code}`,
  toList: "Volver a la lista",
  todo: "Qué puede hacer",
  nothing: "Ahora no le toca nada en este expediente.",
  /** Of a document that no act of the case signs. */
  inSignatures: "Tiene un documento sin firmar, que está en «Firmas».",
  claimant: "Quién reclama",
  claimantFacts: {
    name: "Nombre",
    document: "Documento",
    standing: "En calidad de",
    address: "Domicilio",
    telephone: "Teléfono",
    borrowed: "De quién es",
    email: "Correo",
    contactAfter: "Contacto dicho por teléfono, vale pasado el",
    notify: "Notificación",
    mailAfter: "Correo pedido por teléfono, vale pasado el",
  },
  borrowed: "De otra persona: no diga nada de su reclamo por ahí",
  byEmail: "Por correo",
  byHand: "En el domicilio",
  claim: "El reclamo",
  claimFacts: {
    supply: "Suministro",
    claimType: "Tipo de reclamo",
    problem: "Solicitud que no se solucionó",
    receipt: "Recibos",
    filed: "Presentado",
    channel: "Canal",
    notifyBy: "Notificar a más tardar",
    visit: "Visita",
    hearing: "Audiencia",
    appointments: "Visita y audiencia",
    request: "Qué pide",
    leakCheck: "Revisó fugas",
    meterReading: "Lectura que dio",
    meterTest: "Contrastación",
    meterTestCost: "Acepta su costo",
    leaflet: "Cartilla informativa",
    privacyNoticeRead: "Se le informó sobre sus datos",
    declaration: "Declaración",
  },
  grounds: "Lo que cuenta",
  appointmentsBy: (day: string) => `Sin fecha: hay que darles lugar a más tardar el ${day}`,
  duplicates: "Otros reclamos por lo mismo",
  duplicate: (receipts: string, decided: boolean) => `${decided ? "ya decidido" : "en curso"}, recibo ${receipts}`,
  defects: "Lo que falta corregir",
  yes: "Sí",
  no: "No",
  clocks: "Plazos",
  clockColumns: ["Plazo", "Vence", "Cómo va"],
  clockStatuses: { met: "Cumplido", "met-late": "Cumplido tarde", paused: "Detenido", lapsed: "Terminó" },
  evidence: "Pruebas",
  overridden: (person: string, reason: string) => `La dispensó ${person}: ${reason}`,
  evidenceNotDue: "○ Todavía no toca",
  evidenceLetGo: "○ Dispensada",
  evidenceStatuses: {
    present: "● Está",
    short: "○ Todo lo que hay",
    doubtful: "▲ Por aclarar",
    missing: "■ Falta",
    "not-asked": "○ No se pidió",
  },
  quejas: "Quejas",
  quejaSent: (to: string, at: string, reference: string) =>
    `Enviada ${to === "TRASS" ? "al TRASS" : "al superior"} el ${at}, con el número ${reference}`,
  lateRecourse: "El último recurso se presentó fuera de plazo",
  lateRecourseText: "No se rechaza aquí: lo juzga quien debe decidirlo. Si es una apelación, se eleva igual.",
  offers: "Propuestas",
  offerText: (m3: string, before: string, after: string, until: string) =>
    `${m3}: de ${before} a ${after}. Vale hasta el ${until}.`,
  offerCountered: (m3: string, after: string) => `El cliente propuso ${m3}: ${after}.`,
  offerStates: { open: "Sin respuesta", accepted: "Aceptada", refused: "No aceptada" },
  resolutions: "Resoluciones",
  draft: "Proyecto de resolución",
  draftText: (at: string, by: string) => `Guardado el ${at} por ${by}.`,
  signed: (at: string) => `Firmada el ${at}`,
  unsigned: "Sin firma",
  replaced: "Ya no vale: hay otro",
  notified: (day: string) => `Notificada el ${day}`,
  notices: "Notificaciones",
  notice: (to: string, at: string) => `${to}. Enviada el ${at}`,
  attempts: (count: string) => `${count}.`,
  deliverer: (name: string | undefined) => (name ? `La entrega ${name}.` : "No la tiene nadie: la ve todo inspector."),
  effective: "Ya surtió efecto.",
  countsFrom: (day: string) => `Entregada fuera del horario hábil: cuenta desde el ${day}.`,
  fallBack: (day: string) => `Si no la confirma, llévela a su domicilio desde el ${day}.`,
  timeline: "Todo lo que pasó, lo último primero",
  by: { claimant: "Cliente", system: "Sistema", company: "Empresa" },
  recordedLater: (at: string) => `Registrado el ${at}`,
  head: "Huella del historial",
  receipts: "Recibos reclamados",
  unknownReceipts: "Escribió recibos que no son de este suministro",
  receiptColumns: ["Recibo", "Mes", "Consumo", "Monto"],
  history: "Consumo del suministro",
  historySentence: (m3: string, month: string) => `El último mes, ${month}, se facturaron ${m3}.`,
  inspections: "Visitas",
  noInspections: "No hay visitas programadas.",
  inspection: (day: string, from: string, to: string) => `${day}, de ${from} a ${to}`,
  late: "Fuera del plazo previsto: no había cupo.",
  unreported: "Todavía sin acta.",
  reported: "Ya tiene acta.",
  /** Of a visit that was made on another day than planned. */
  planned: "Programada:",
  madeOn: (day: string) => `Se hizo el ${day}.`,
  attachments: "Archivos del cliente y de la empresa",
  noAttachments: "No hay archivos.",
  documents: "Documentos de la oficina",
  noDocuments: "Todavía no hay documentos.",
  attachmentStates: {
    pending: "Revisándose",
    received: "Recibido",
    unreadable: "No se pudo leer: pida una copia",
    refused: "Rechazado",
  },
  download: "Descargar",
} as const;

export const channelNames: Readonly<Record<string, string>> = {
  web: "Web",
  telephone: "Teléfono",
  counter: "Oficina",
  "document-desk": "Mesa de partes",
};

export const requestNames = {
  "bill-normal-use": "Que le cobren según su consumo normal",
  "correct-reading": "Que corrijan la lectura",
  "change-tariff": "Que cambien la tarifa",
  "remove-charge": "Que quiten un cobro",
  "remove-sewer": "Que quiten el desagüe (alcantarillado)",
  "remove-fixed-charge": "Que quiten el cargo fijo",
  "solve-problem": "Que solucionen el problema",
  other: "Otra cosa",
} as const;

export const leakNames = {
  "none-found": "Sí, y no hay",
  "found-and-repaired": "Sí, había y ya la arregló",
  "not-yet": "Todavía no",
  "not-known": "No sabe cómo",
} as const;

/** Returns the word for `name` in `names`; `name` itself if `names` has no word for it. */
export function wordIn(names: Readonly<Record<string, string>>, name: string): string {
  return names[name] ?? name;
}
