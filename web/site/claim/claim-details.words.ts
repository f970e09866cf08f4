import type { ClaimView } from "../../words/claim.ts";

type Visit = ClaimView["visits"][number];

export const documentNames = {
  "claim-cargo": "Cargo: constancia de que recibimos tu reclamo",
  "do-not-cut": "«No cortar»: para mostrarlo a la cuadrilla de corte",
  "silence-certificate": "Constancia de silencio positivo",
  "outage-certificate": "Certificado de que la mesa de partes no funcionó",
  "submission-constancia": "Constancia de un documento que presentaste",
  "submission-cargo": "Cargo de recepción de un documento que presentaste",
  "submission-observation": "Observación de un documento que presentaste",
  "submission-answer": "Respuesta a un documento que presentaste",
  "person-data": "Tus datos personales",
  resolution: "Decisión (resolución)",
  "reconsideration-resolution": "Decisión de la revisión (resolución)",
  rectification: "Corrección de un error de la decisión",
  "case-file-index": "Índice del expediente",
  "case-file-manifest": "Lista de los archivos del expediente (manifiesto)",
  "claim-form": "Tu reclamo, como lo presentaste",
  "telephone-copy": "Copia de lo que nos contaste por teléfono",
  "spoken-act": "Copia de lo que pediste por teléfono",
  "billing-summary": "Lo que se facturó al suministro",
  "inspection-notice": "Aviso de la inspección",
  "absence-notice": "Aviso de que fuimos y no había nadie",
  "internal-inspection": "Acta de la inspección, por dentro",
  "external-inspection": "Acta de la inspección, por fuera",
  "atypical-notice": "Aviso de un consumo fuera de lo normal (atípico)",
  "leak-requirement": "Pedido de que repares una fuga",
  "meter-test-right": "Tu derecho a que se pruebe el medidor",
  "meter-test-notice": "Aviso de la prueba del medidor",
  "meter-test-result": "Resultado de la prueba del medidor",
  "conciliation-summons": "Citación a la reunión de conciliación",
  "conciliation-record": "Acta de la reunión de conciliación",
  observation: "Qué le falta a tu reclamo",
  "not-presented": "Tu reclamo quedó como no presentado",
  "notification-record": "Constancia de que se te notificó la decisión",
  "reconsideration-form": "Tu pedido de revisión (reconsideración)",
  "evidence-request": "Pedido de una prueba nueva para tu reconsideración",
  "appeal-form": "Tu apelación",
  "elevation-letter": "Carta con que enviamos tu expediente al tribunal",
  "elevation-notice": "Tu apelación ya está en el tribunal",
  "withdrawal-acceptance": "Resolución que acepta tu desistimiento",
  "compliance-letter": "Se cumplió lo decidido, con tu recibo nuevo",
  "payment-due": "Ya debes pagar lo que se decidió",
  "problem-form": "Solicitud de atención del problema",
} as const satisfies Record<ClaimView["documents"][number]["kind"], string>;

export const visitOutcomeNames = {
  whole: "se hizo completa",
  absent: "no encontramos a nadie",
  opposed: "no se permitió la visita",
  partial: "se hizo en parte",
} as const satisfies Record<NonNullable<Visit["outcome"]>, string>;

export const detailWords = {
  unsigned: "Con el sello de la empresa. Todavía falta su firma; lo que dice ya vale.",
  replaced: "Ya no vale: después se emitió otro.",
  notices: "Ver los avisos que te enviamos",
  wholeFile: "Ver todo mi expediente y pedir una copia",
  withdrawn: {
    title: (day: string) => `Pediste desistir el ${day}`,
    text: "Vale cuando se firme la resolución que lo acepta. Hasta entonces todo sigue: los plazos, la visita y la reunión.",
  },
  byEmail: {
    title: "Cómo te notificamos",
    yes: "Las decisiones te llegan por correo. Una decisión vale desde que confirmas que la recibiste.",
    no: "Las decisiones te las llevamos a tu dirección.",
    later: (day: string) =>
      `Pediste por teléfono que te lleguen por correo: vale pasado el ${day}. Antes puedes deshacerlo.`,
    stop: "Ya no quiero notificaciones por correo",
    start: "Acepto notificaciones por correo",
  },
  /** Above the last day to undo it. */
  contactAfter: "Por teléfono se cambió tu contacto. Si no fuiste tú, llámanos. El nuevo vale pasado el",
  dates: "Fechas importantes",
  answerBy: "Te respondemos a más tardar el",
  visit: "Visita a tu casa",
  visitMissed: "no figura que fuimos",
  visitBy: (name: string) => `Va ${name}.`,
  hearing: "Reunión para llegar a un acuerdo (conciliación)",
  hearingResults: {
    total: "terminó con acuerdo",
    partial: "terminó con acuerdo en parte",
    none: "terminó sin acuerdo",
    absence: "no se realizó",
  },
  hearingMissed: "no figura que se hizo",
  appointments: "Visita y reunión",
  appointmentsLater: "Todavía no tienen fecha: te avisaremos el día. Tus plazos ya corren.",
  clocks: "Todos los plazos",
  offer: "Propuesta de acuerdo",
  offerAnswer: { yes: "Aceptaste esta propuesta.", no: "No aceptaste esta propuesta." },
  offerOver: "Ya pasó el día para responder por aquí. Puedes tratarla en la reunión.",
  attachments: "Archivos de tu reclamo",
  noAttachments: "No hay archivos.",
  documents: "Documentos",
  noDocuments: "Todavía no hay documentos. El cargo tarda unos segundos.",
  download: "Descargar",
  receipt: "Recibo reclamado",
  filed: "Presentado el",
  supply: "Suministro",
  owner: "Quien lleva tu reclamo",
  held: (receipts: number) =>
    receipts === 1
      ? "No tienes que pagar este recibo mientras dura el reclamo. Tampoco te pueden cortar el agua por él."
      : "No tienes que pagar estos recibos mientras dura el reclamo. Tampoco te pueden cortar el agua por ellos.",
  waiting: "Todavía no pedimos que no te cobren ni te corten: antes revisamos tu contacto.",
  released: (receipts: number) =>
    receipts === 1
      ? "Este recibo ya no está retenido por el reclamo."
      : "Estos recibos ya no están retenidos por el reclamo.",
  history: "Todo lo que pasó",
  deviceTime: (at: string) => `La foto dice ${at}`,
  unconfirmed: "Falta que otra persona lo confirme",
  countsFrom: (day: string) => `Fue fuera del horario hábil y cuenta desde el ${day}`,
  secondPerson: (name: string) => `La confirmó ${name}`,
  replaceKey: "Cambiar la clave",
  more: "Qué más puedes hacer",
  lateRecourse:
    "El plazo para pedir que revisen la decisión ya pasó. Si lo pides igual, lo enviamos a quien debe decidir si lo acepta:",
  complain: "Si tu reclamo no avanza como debe, puedes",
  complainLink: "presentar una queja",
} as const;
