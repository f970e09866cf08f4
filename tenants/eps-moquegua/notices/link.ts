import type { LinkedPage } from "../../../shared/domain/counter/contact.ts";
import type { NoticeTemplates } from "../../../shared/tenant/notice-templates.ts";

/** What each page is for, as the text message says it. */
const purposes: Readonly<Record<LinkedPage, string>> = {
  receipt: "ver tu recibo",
  "new-claim": "presentar un reclamo",
  "claim-state": "consultar tu reclamo",
  problem: "avisar de un problema con el servicio",
  document: "presentar un documento",
  "own-claim": "ver tu reclamo",
  offer: "responder la propuesta de acuerdo",
};

/**
 * Returns the message with a link that somebody asked for by telephone. It names no person, supply, claim or amount,
 * because the telephone it is sent to may be somebody else's.
 */
export const linkWords: NoticeTemplates["link"] = (page) => ({
  subject: `El enlace que pediste para ${purposes[page]}`,
  says: [
    `Nos llamaste y pediste este enlace para ${purposes[page]}.`,
    "Si no llamaste tú, no hagas nada: el enlace no muestra datos de nadie.",
  ],
  short: `el enlace que pediste por teléfono para ${purposes[page]}:`,
});
