import type { NoticeTemplates } from "../../../shared/tenant/notice-templates.ts";

type Templates = NoticeTemplates["of"];

const notYou = "Si no lo pediste tú, llámanos hoy mismo.";

/** The claimant's copy of a withdrawal that staff recorded for them; nothing if they wrote it themself. */
export const withdrawalRequested: Templates["withdrawal-requested"] = ({ of, details }, { claimCode }) =>
  details.taken && {
    subject: `Anotamos que quieres desistir: ${claimCode}`,
    says: [
      `Como nos pediste, anotamos que quieres desistir en tu reclamo ${claimCode}.`,
      of === "claim" && "Si se acepta, no podrás volver a reclamar lo mismo.",
      "Falta que se acepte: te avisaremos. Mientras tanto tu reclamo sigue.",
      notYou,
    ],
    short: `anotamos que quieres desistir en tu reclamo ${claimCode}. Si no lo pediste, llámanos hoy.`,
  };

/** The claimant's copy of an answer to an offer that staff recorded for them; nothing if they wrote it themself. */
export const offerAnswered: Templates["offer-answered"] = ({ details }, { claimCode }) => {
  const answer = details.accepted ? "aceptas" : "no aceptas";
  return (
    details.taken && {
      subject: `Anotamos que ${answer} la propuesta: ${claimCode}`,
      says: [
        `Como nos dijiste, anotamos que ${answer} la propuesta de acuerdo de tu reclamo ${claimCode}.`,
        "Lo que cambia queda escrito en el acta de la reunión.",
        notYou,
      ],
      short: `anotamos que ${answer} la propuesta de tu reclamo ${claimCode}. Si no lo dijiste, llámanos hoy.`,
    }
  );
};

const shortWords = { email: "a tu correo", mailbox: "a tu casilla" } as const;
const channelWords = { email: "a tu correo", mailbox: "en tu casilla electrónica" } as const;

/** The claimant's copy of a consent that staff recorded for them; nothing if they gave it themself. */
export const noticeConsent: Templates["notice-consent"] = ({ details }, { claimCode }) => {
  const where = details.granted ? channelWords[details.channel] : "en papel, en tu dirección";
  return (
    details.taken && {
      subject: `Cómo te notificamos: ${claimCode}`,
      says: [
        `Como nos pediste, desde ahora las decisiones de tu reclamo ${claimCode} se te notifican ${where}.`,
        "Puedes cambiarlo cuando quieras, en la página de tu reclamo o por teléfono.",
        notYou,
      ],
      short: `las decisiones de ${claimCode} van ${details.granted ? shortWords[details.channel] : "en papel"}. Si no lo pediste, llámanos.`,
    }
  );
};
