import { longDate } from "../../../shared/domain/spanish-dates.ts";
import type { NoticeTemplates } from "../../../shared/tenant/notice-templates.ts";

type Templates = NoticeTemplates["account"];

/** Says who ended it as the office knows it: somebody who gave the holder's document. */
export const linkEnded: Templates["link-ended"] = ({ supplyCode, endedOn }) => ({
  subject: `Tu cuenta ya no tiene el suministro ${supplyCode}`,
  says: [
    `El ${longDate(endedOn)}, quien dio el documento del titular quitó de tu cuenta el suministro ${supplyCode}.`,
    "Desde tu cuenta ya no ves sus recibos. Los reclamos que presentaste siguen su curso y los ves como siempre.",
    "Si tú eres el titular, vincúlalo otra vez con tu documento y llámanos.",
  ],
  short: `quien dio el documento del titular quitó de tu cuenta el suministro ${supplyCode}. Tus reclamos siguen igual.`,
});
