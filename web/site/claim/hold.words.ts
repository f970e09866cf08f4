import type { HoldRelease } from "../../../shared/domain/billing/hold-release.ts";

const releasedBy = {
  "decision-firm": "la decisión quedó firme",
  agreement: "se cumplió el acuerdo",
  withdrawal: "la persona desistió",
  silence: "se cumplió lo que la ley dio por aceptado",
  tribunal: "se cumplió lo que decidió el tribunal de SUNASS",
  "not-filed": "el reclamo quedó como no presentado",
} as const satisfies Record<HoldRelease, string>;

export const holdWords = {
  held: (receipts: number) =>
    receipts === 1 ? "No cortar: este recibo está en reclamo" : "No cortar: estos recibos están en reclamo",
  heldText: (receipts: number) =>
    `La empresa no puede cobrar ${receipts === 1 ? "este recibo ni cortar el agua por él" : "estos recibos ni cortar el agua por ellos"} mientras dura el reclamo. Otros recibos sin pagar no están incluidos.`,
  released: (receipts: number) =>
    receipts === 1 ? "Este recibo ya no está retenido" : "Estos recibos ya no están retenidos",
  releasedText: (why: HoldRelease | undefined) => (why ? `El motivo: ${releasedBy[why]}.` : "El reclamo terminó."),
  receipt: "Recibo",
  supply: "Suministro",
  code: "Reclamo",
  since: "Retenido desde el",
  until: "Hasta que",
  untilDecision:
    "quede firme la decisión; se cumpla lo acordado, lo aceptado por silencio o lo que decida el tribunal; o el reclamo termine de otro modo",
  checkCode: "Código de comprobación, igual al de la hoja «No cortar»",
  releasedOn: "Liberado el",
} as const;
