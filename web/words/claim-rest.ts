import type { ClaimView } from "./claim.ts";

type Entry = ClaimView["timeline"][number];
type Visit = ClaimView["visits"][number];

/** Every entry a claimant may see in the history of a claim. */
export const entryNames: Readonly<Record<Entry["type"], string>> = {
  "claim-filed": "Recibimos tu reclamo",
  "filing-copy-sent": "Te enviamos la copia de tu reclamo",
  "defect-observed": "Te pedimos corregir algo",
  remedied: "Corregiste lo que faltaba",
  "claim-accepted": "Admitimos tu reclamo",
  "claim-extended": "Agregaste algo a tu reclamo",
  "dismissal-proposed": "Se propuso no seguir con el reclamo",
  "inspection-reported": "Se hizo la visita",
  "hearing-moved": "Se cambió la fecha de la reunión",
  "conciliation-held": "Se cerró la reunión",
  "resolution-issued": "La decisión se envió a firma",
  "resolution-returned": "La decisión volvió sin firma",
  "resolution-signed": "Se firmó la decisión",
  "resolution-dispatched": "Te enviamos la decisión",
  "resolution-notified": "Recibiste la decisión",
  "withdrawal-requested": "Pediste desistir",
  "withdrawal-accepted": "Aceptamos que desistas",
  "reconsideration-filed": "Pediste que la empresa la revise",
  "appeal-filed": "Apelaste ante el tribunal de SUNASS",
  "file-elevated": "El tribunal recibió tu expediente",
  "tribunal-decided": "Llegó la decisión del tribunal",
  executed: "Se cumplió lo decidido",
  "inspection-assigned": "Se eligió quién te visita",
  "offer-made": "Te propusimos un acuerdo",
  "offer-answered": "Respondiste la propuesta",
  "notice-sent": "Te enviamos un aviso",
  "delivery-attempted": "Fuimos a entregarte la decisión y no había nadie",
  "document-added": "Se agregó un documento",
  "paper-checked": "Se revisó un archivo",
  "hold-acknowledged": "Se confirmó que no se cortará por este recibo",
  "manager-alerted": "Se avisó a la gerencia",
};

export const documentNames = {
  "claim-cargo": "Cargo: constancia de que recibimos tu reclamo",
  "filing-cargo": "Cargo de un documento que presentaste",
  resolution: "Decisión (resolución)",
  "reconsideration-resolution": "Decisión de la revisión (resolución)",
} as const satisfies Record<ClaimView["documents"][number]["kind"], string>;

export const visitOutcomeNames = {
  whole: "se hizo completa",
  absent: "no encontramos a nadie",
  opposed: "no se permitió la visita",
  partial: "se hizo en parte",
} as const satisfies Record<NonNullable<Visit["outcome"]>, string>;

export const restWords = {
  dates: "Fechas importantes",
  answerBy: "Te respondemos a más tardar el",
  nextDue: "El plazo que corre ahora vence el",
  visit: "Visita a tu casa",
  visitBy: (name: string) => `Va ${name}.`,
  hearing: "Reunión para llegar a un acuerdo (conciliación)",
  clocks: "Todos los plazos",
  offer: "Propuesta de acuerdo",
  offerAnswer: { yes: "Aceptaste esta propuesta.", no: "No aceptaste esta propuesta." },
  offerOver: "Ya pasó el día para responder por aquí. Puedes tratarla en la reunión.",
  papers: "Archivos de tu reclamo",
  noPapers: "No hay archivos.",
  documents: "Documentos",
  noDocuments: "Todavía no hay documentos. El cargo tarda unos segundos.",
  download: "Descargar",
  receipt: "Recibo reclamado",
  filed: "Presentado el",
  supply: "Suministro",
  owner: "Quien ve tu reclamo",
  held: "No tienes que pagar este recibo mientras dura el reclamo. Tampoco te pueden cortar el agua por él.",
  released: "Este recibo ya no está detenido por el reclamo.",
  holdPage: "Ver la constancia de «No cortar»",
  history: "Todo lo que pasó",
  more: "Qué más puedes hacer",
  complain: "Si tu reclamo no avanza como debe, puedes presentar una queja en la mesa de partes:",
  complainLink: "presentar una queja",
} as const;
