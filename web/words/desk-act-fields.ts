export const admissionNames = {
  accepted: "Se admite",
  dismissal: "Se propone declararlo improcedente",
} as const;

export const dismissalNames = {
  late: "Presentado fuera de plazo",
  "no-standing": "Quien reclama no puede hacerlo",
  "not-a-claim-matter": "No es materia de reclamo",
  "already-decided": "Ya se decidió antes",
} as const;

export const copyChannels = { email: "Por correo", sms: "Por mensaje de texto", letter: "Por carta" } as const;

export const agreementNames = {
  total: "Acuerdo total",
  partial: "Acuerdo parcial",
  none: "Sin acuerdo",
  absence: "No asistió",
} as const;

export const attendedNames = {
  holder: "Titular",
  "effective-user": "Usuario que vive ahí",
  owner: "Propietario",
  representative: "Representante",
} as const;

export const powerNames = {
  conciliate: "Conciliar",
  withdraw: "Desistir",
  collect: "Cobrar",
} as const;

export const noticeChannels = { email: "Por correo", personal: "En el domicilio" } as const;

export const deliveryNames = {
  delivered: "La recibieron",
  refused: "No quisieron recibirla",
  absent: "No había nadie: se dejó aviso",
  "left-under-door": "Se dejó bajo la puerta (segunda visita)",
} as const;

export const tribunalNames = {
  decided: "Decidió el fondo",
  "back-to-investigation": "Devuelve a investigar",
  "back-to-resolution": "Devuelve a resolver",
  conciliated: "Hubo acuerdo ante el tribunal",
  inadmissible: "Declaró inadmisible la apelación",
  "silence-declared": "Declaró el silencio positivo",
} as const;

export const fieldWords = {
  seenByUser: "Lo verá el usuario.",
  inside: "Solo interno.",
  choose: "Elige una opción.",
  admission: "¿Se admite?",
  ground: "Causal, si se propone improcedente",
  reason: "Motivo",
  reasonIfDismissed: "Motivo, si se propone improcedente",
  defects: "Qué falta",
  defectsHint: "Una observación por línea, hasta 5. Lo verá el usuario.",
  copyChannel: "¿Cómo se envió la copia?",
  offerM3: "Volumen que propones, en m³",
  offerNow: (m3: string, amount: string) => `El recibo tiene ${m3} y ${amount} del mes.`,
  offerTerms: "En qué consiste la propuesta",
  offerUntil: "Vale hasta",
  offerUntilHint: (hearing: string) => `Hasta el día de la audiencia: ${hearing}.`,
  agreement: "Resultado",
  startedAt: "Empezó",
  attendedAs: "¿En qué calidad asistió?",
  power: "Qué permite su poder",
  powerHint: "Solo si asistió un representante.",
  attendedBy: "Quién asistió",
  companyProposal: "Propuesta de la empresa",
  claimantProposal: "Propuesta del cliente",
  agreed: "En qué quedaron de acuerdo",
  disagreed: "En qué no",
  observations: "Observaciones",
  acceptedOffer: "Propuesta aceptada",
  noOffer: "Ninguna",
  offerName: (m3: string, after: string) => `${m3}: ${after}`,
  noticeChannel: "¿Cómo se notifica?",
  noConsent: "El cliente no aceptó avisos por correo: se notifica en su domicilio.",
  noticeTo: (address: string) => `Domicilio: ${address}`,
  delivery: "Cómo fue la entrega",
  deliveredAt: "Cuándo fue",
  receiver: "Quién recibió",
  receiverDocument: "Su documento",
  relation: "Qué es del destinatario",
  premises: "Cómo es el predio",
  premisesHint: "Si no se entregó en la mano: color, pisos, puerta, número de medidor.",
  nextOn: "Nueva fecha dejada en el aviso",
  nextOnHint: "Solo si no había nadie.",
  deviceTime: "Hora del equipo que tomó la foto",
  secondPerson: "Segunda persona presente",
  receivedByTribunal: "Cuándo lo recibió el tribunal",
  reference: "Número con que lo recibió el tribunal",
  tribunalOutcome: "Qué decidió",
  tribunalNumber: "Número de la resolución",
  receivedAt: "Cuándo se recibió",
  tribunalSummary: "Qué dice, en pocas palabras",
  termDays: "Plazo que dio, en días hábiles",
  termDaysHint: "Solo si devuelve el expediente.",
  doneSummary: "Qué se hizo",
  doneReference: "Documento del sistema comercial",
  returnReason: "Por qué se devuelve",
} as const;
