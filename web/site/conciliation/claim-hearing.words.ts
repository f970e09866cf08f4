import { groupedTelephone } from "../../../shared/domain/counter/telephone.ts";
import type { ClaimView } from "../../words/claim.ts";
import { date } from "../../words/format.ts";

export type Hearing = NonNullable<ClaimView["hearing"]>;
export type HearingMode = Hearing["mode"];

/** The ways of holding a hearing, as the claimant chooses among them. */
export const hearingModeNames = {
  telephone: "Por teléfono: me llaman",
  virtual: "Por videollamada: entro con un enlace",
  "in-person": "En la oficina: voy en persona",
} as const satisfies Record<HearingMode, string>;

/**
 * Returns how to take part in a hearing, for the claimant. The link of a hearing by video is not in the text: the
 * caller adds the link after the text. If the telephone number or the link is missing, the text says what happens then.
 */
export function howToAttend({ mode, telephone, link, address, lacks }: Hearing): string {
  if (mode === "in-person") return address ? `Te esperamos en ${address}.` : "Te esperamos en nuestra oficina.";
  if (mode === "telephone")
    return lacks || telephone === undefined
      ? "Todavía no tenemos un número al que llamarte. Sin un número no podemos llamarte, y tu reclamo se decide sin la reunión."
      : `Te llamamos al ${groupedTelephone(telephone)}.`;
  if (link) return "Entra a esa hora con este enlace:";
  const otherwise = telephone ? `te llamamos al ${groupedTelephone(telephone)}` : "no se anota que faltaste";
  return `Todavía no hay un enlace. Apenas lo haya te lo enviamos y lo verás aquí. Si a esa hora no lo hay, ${otherwise}.`;
}

export const hearingWords = {
  title: "Tu reunión",
  what: "Es para buscar un acuerdo (conciliación). No estás obligado a aceptar nada, y tu reclamo sigue si no hay acuerdo.",
  change: "Cambiar cómo participo",
  mode: "¿Cómo quieres participar?",
  until: (day: string) => `Puedes cambiarlo hasta el ${date(day)}.`,
  fixed: (day: string, telephone: string) =>
    `Podías cambiar cómo participas hasta el ${date(day)}. Si no puedes así, llámanos al ${telephone}. El número al que te llamamos sí lo puedes corregir.`,
  telephone: "Número al que te llamamos",
  telephoneHint: "9 dígitos, por ejemplo 987 654 321. También te llamamos ahí si no llegas.",
  telephoneMissing: "Escribe el número al que te llamamos.",
  send: "Guardar",
  calendar: "Agregar a mi calendario",
  calendarTitle: (code: string) => `Reunión por mi reclamo ${code}`,
} as const;

/** The step of the claim form that asks how the hearing is held. */
export const hearingStepWords = {
  text: "Antes de decidir te invitamos a buscar un acuerdo. Después puedes cambiarlo.",
  missing: "Elige cómo quieres que sea la reunión.",
  telephone: "¿A qué número te llamamos?",
  telephoneHint: (known: string) =>
    known ? `Déjalo vacío si es el ${groupedTelephone(known)}.` : "9 dígitos, por ejemplo 987 654 321.",
  telephoneMissing: "Escribe el número al que te llamamos, o elige otra forma.",
} as const;
