import { maskedContact } from "../../../shared/casework/claim/masked-contact.ts";
import type { Contact, LinkedPage, SentLink } from "../../../shared/domain/counter/contact.ts";

/** The pages as staff name them. */
const pageNames: Readonly<Record<LinkedPage, string>> = {
  receipt: "ver su recibo",
  "new-claim": "presentar un reclamo",
  "claim-state": "consultar un reclamo",
  problem: "avisar de un problema del servicio",
  document: "presentar un documento",
  "own-claim": "la página de su reclamo",
  offer: "responder la propuesta de acuerdo",
};

/**
 * Returns the question and the answer, in Spanish, of the contact in which a link is sent: which page, and by which
 * channel to which masked address.
 */
export function linkWords({ page, channel, to }: SentLink): Pick<Contact, "question" | "answer"> {
  const how = channel === "sms" ? "por mensaje de texto al" : "por correo a";
  return {
    question: `Un enlace: ${pageNames[page]}.`,
    answer: `Se le envía ${how} ${maskedContact(to)}.`,
  };
}
