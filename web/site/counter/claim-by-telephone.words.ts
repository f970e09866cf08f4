import { sentence } from "../../words/sentence.ts";

/** The words of the summary that a person reads aloud to an operator. */
export const telephoneDraftWords = {
  call: "Llama al",
  hours: (hours: string) => sentence(hours),
  read: "Lee esto a quien te atiende: está en el orden en que te lo va a preguntar.",
  asked: "Te lo preguntan al llamar",
  notYet: "Tu reclamo cuenta desde que la persona te da un código. Anótalo.",
  holderOnly: (address: string, hours: string) =>
    `Por teléfono se reclama si eres el titular. ${sentence(`Si no lo eres, envíalo por aquí o ven a la oficina: ${address}, ${hours}`)}`,
  eraseAfter: "Cuando te den el código, borra este reclamo del teléfono para no enviarlo dos veces.",
} as const;
