/** What releases a hold, as the end of a sentence. */
export const holdReleaseNames = {
  "decision-firm": "la decisión quede firme",
  agreement: "se cumpla el acuerdo",
  withdrawal: "se acepte que la persona desista",
  silence: "se cumpla lo que la ley da por aceptado",
  tribunal: "decida el tribunal de SUNASS",
  "not-filed": "el reclamo quede como no presentado",
} as const;

const releasedBy = {
  "decision-firm": "la decisión quedó firme",
  agreement: "hubo acuerdo",
  withdrawal: "la persona desistió",
  silence: "la ley dio el pedido por aceptado",
  tribunal: "decidió el tribunal de SUNASS",
  "not-filed": "el reclamo quedó como no presentado",
} as const satisfies Record<keyof typeof holdReleaseNames, string>;

export const holdWords = {
  held: (receipts: number) =>
    receipts === 1 ? "No cortar: este recibo está en reclamo" : "No cortar: estos recibos están en reclamo",
  heldText: (receipts: number) =>
    `La empresa no puede cobrar ${receipts === 1 ? "este recibo ni cortar el agua por él" : "estos recibos ni cortar el agua por ellos"} mientras dura el reclamo. Otros recibos sin pagar no están incluidos.`,
  released: (receipts: number) =>
    receipts === 1 ? "Este recibo ya no está detenido" : "Estos recibos ya no están detenidos",
  releasedText: (why: keyof typeof holdReleaseNames | undefined) =>
    why ? `El motivo: ${releasedBy[why]}.` : "El reclamo terminó.",
  receipt: "Recibo",
  supply: "Suministro",
  code: "Reclamo",
  since: "Detenido desde el",
  until: "Hasta que",
  untilDecision: "quede firme la decisión, haya acuerdo o la persona desista",
  checkCode: "Código de comprobación, igual al de la hoja «No cortar»",
  releasedOn: "Liberado el",
} as const;
