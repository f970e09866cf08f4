import { date } from "../../words/format.ts";

export const calledActWords = {
  came: "¿Cómo vino?",
  noVisit: "El reclamo no tiene una visita por hacer.",
  readVisit: (time: string, inspector: string | undefined) =>
    `«Su visita es el ${time} ${inspector ? `Va ${inspector}.` : "Le diremos quién va."} ¿Habrá alguien, o prefiere otro horario?»`,
  isConfirmed: "● Ya confirmó este día y esta hora.",
  slot: "¿Qué horario elige?",
  willBeThere: (time: string) => `El que tiene, y habrá alguien: ${time}`,
  free: (until: string) => `Puede cambiarla hasta el ${date(until)}.`,
  fixed: {
    shared: "No se puede cambiar: esta visita sirve para más de un reclamo.",
    "too-late": "Ya no se puede cambiar: falta muy poco para ese día.",
    often: "Ya no se puede cambiar: la cambió las veces que se puede.",
  },
  readHearing: (plan: string) => `«Su reunión para llegar a un acuerdo: ${plan} ¿Va a participar?»`,
  answerNotSuggested: "No sugiera aceptar ni rechazar: registre lo que la persona decide.",
  /** Read aloud when a claimant proposes something else, as the page of the offer says it to who writes it themself. */
  thinkOver: {
    nothing: "Léaselo: «Propone 0 m³, como si ese mes no hubiera usado agua. Si usó algo, piénselo y díganos cuánto.»",
    asBilled: "Léaselo: «Es lo mismo que le cobraron. Si cree que le cobraron de más, piénselo y díganos menos m³.»",
    more: (offered: string) =>
      `Léaselo: «Es más que lo que la empresa le propone: ${offered}. Piénselo: ¿lo quiere así?»`,
  },
  notSuggested: "No lo sugiera: regístrelo solo si la persona lo pide.",
  readConsent: (email: string | undefined, granted: boolean) => {
    if (email === undefined) return "Este reclamo no tiene un correo: se le notifica en papel.";
    return granted
      ? `Hoy se le notifica a su correo: ${email}.`
      : `Hoy se le notifica en papel. Su correo en el reclamo: ${email}.`;
  },
  granted: "¿Dónde pide que se le notifique?",
  consents: { yes: "A su correo", no: "En papel" },
  /** What may still be undone, said to staff. */
  undoUntil: (day: string) => `Puede deshacerlo hasta el ${date(day)}. Después se puede aceptar.`,
  consentAfter: (day: string) =>
    `Pidió el correo por teléfono: vale pasado el ${date(day)}. Hasta ese día puede deshacerlo.`,
  /** The contact that the claim has now, and the new one to be read back. */
  contactNow: (parts: readonly (string | undefined)[]) =>
    `Hoy el reclamo tiene: ${parts.filter((part) => part).join(", ") || "ningún contacto"}.`,
  contactAfter: (until: string) =>
    `Ya dijo otro por teléfono: vale después del ${date(until)}. Hasta ese día se usa el de arriba y puede cambiarlo.`,
  readWhereTo: (to: string | undefined) =>
    to
      ? `«La clave nueva va a ${to}. ¿Es suyo?»`
      : "«Este reclamo no tiene correo ni celular: la clave nueva no se envía.»",
  documentNumber: "«¿Su número de documento?»",
  telephone: "«¿Su nuevo teléfono?»",
  email: "«¿Su nuevo correo?»",
  address: "«¿Su nueva dirección?»",
  onlyWhatChanges: "Escriba solo lo que cambia.",
  readContact: (parts: readonly string[]) => `«Anoté: ${parts.join(", ")}. ¿Está bien?»`,
  alsoIn: (supplyCode: string) => `Vale también en sus otros reclamos abiertos del suministro ${supplyCode}:`,
  onlyOfSupply: (supplyCode: string) =>
    `Vale solo en los reclamos del suministro ${supplyCode}. Si reclama también por otro, búsquelo por su documento y regístrelo ahí.`,
  alsoInHint: "Si uno es de otra persona, su documento no coincide y ese queda como está.",
  onlyIn: "El contacto quedó registrado, pero no en todos",
  notIn: (code: string, why: string) => `${code}: ${why}`,
  nothingNew: "Escriba lo que cambia: teléfono, correo o dirección.",
  documentMissing: "Pídale el número de su documento.",
  findings: "Si está con usted, dígale esto antes de presentarlo. Nada de esto lo impide.",
} as const;
