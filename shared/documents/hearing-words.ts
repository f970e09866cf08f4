import { groupedTelephone } from "../domain/counter/telephone.ts";
import type { HearingInstructions, HearingInWords } from "./letters.ts";
import { hearingModeNames } from "./spanish-names.ts";

/**
 * Returns how the claimant takes part in their hearing, in Spanish sentences: the number that is called, the link, or
 * the office's address. If the number or the link is missing, the sentences say so, and what happens if it stays
 * missing.
 */
export function howToAttend({ mode, telephone, link, office }: HearingInstructions): string {
  if (mode === "in-person") return `Te esperamos en ${office.address}.`;
  if (mode === "telephone")
    return telephone
      ? `Te llamamos al ${groupedTelephone(telephone)}.`
      : `Todavía no tenemos un número al que llamarte: escríbelo en la página de tu reclamo, o llámanos al ${office.telephone}. Sin un número no podemos llamarte, y tu reclamo se decide sin la reunión.`;
  if (link) return `Entra a esa hora por este enlace: ${link}`;
  return `Todavía no hay un enlace. Apenas lo haya te lo enviamos, y estará en la página de tu reclamo. ${
    telephone
      ? `Si a esa hora no lo hay, te llamamos al ${groupedTelephone(telephone)}.`
      : "Si a esa hora no lo hay, no se anota que faltaste."
  }`;
}

/** How the claimant takes part, in few words for a text message. */
function howToAttendShortly({ mode, telephone, link, office }: HearingInstructions): string {
  if (mode === "in-person") return `en ${office.address}`;
  if (mode === "telephone")
    return telephone
      ? `te llamamos al ${groupedTelephone(telephone)}`
      : `falta tu número, llama al ${office.telephone}`;
  if (link) return `por video en ${link}`;
  return telephone
    ? `por video; si no hay enlace te llamamos al ${groupedTelephone(telephone)}`
    : "por video, todavía sin enlace";
}

/**
 * Returns the words of a hearing for a notice in Spanish: its mode by name, and how the claimant takes part, in
 * sentences and in few words.
 */
export function hearingInWords(hearing: HearingInstructions): HearingInWords {
  const { on, at, mode, link } = hearing;
  return {
    on,
    at,
    mode: hearingModeNames[mode],
    link,
    how: howToAttend(hearing),
    shortly: howToAttendShortly(hearing),
  };
}
