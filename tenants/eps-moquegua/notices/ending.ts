import type { ClaimState } from "../../../shared/domain/case/claim-states.ts";
import type { NoticeTemplates } from "../../../shared/tenant/notice-templates.ts";

type Templates = NoticeTemplates["of"];

/**
 * Returns the notice that the claim is deemed not filed, that the tribunal did not decide in its term, or that the
 * decision is firm, by the state. Returns undefined for any other state, such as positive silence, which is notified
 * with its certificate.
 */
export const lapseNotified: Templates["lapse-notified"] = ({ details: { state } }, { claimCode, left, again }) => {
  const words = lapseWords[state];
  return (
    words && {
      subject: `${words.subject}: ${claimCode}`,
      says: [words.says, ...(again.length > 0 ? again : [words.term]), ...left],
      short: `${words.short} (${claimCode}).`,
    }
  );
};

const lapseWords: Partial<
  Readonly<Record<ClaimState, { subject: string; says: string; term?: string; short: string }>>
> = {
  "not-filed": {
    subject: "Tu reclamo queda como no presentado",
    says: "Venció el plazo para completar lo que faltaba, y tu reclamo queda como no presentado. Si sí lo completaste a tiempo, llámanos.",
    term: "Si todavía estás en plazo para reclamar el recibo, puedes presentar otro reclamo.",
    short: "tu reclamo queda como no presentado",
  },
  "negative-silence": {
    subject: "El tribunal no decidió tu apelación en su plazo",
    says: "El tribunal de SUNASS no decidió tu apelación en su plazo. Tú eliges: puedes esperar su decisión, porque sigue obligado a decidir, o tomar su silencio como un «no» y demandar ante el Poder Judicial. No tienes que hacer nada para seguir esperando.",
    short: "el tribunal no decidió: puedes esperar o demandar",
  },
  firm: {
    subject: "La decisión de tu reclamo quedó firme",
    says: "Venció el plazo para pedir que se revise la decisión, y quedó firme. Lo que se te concedió debe cumplirse; lo que no, vuelve a cobrarse.",
    short: "la decisión de tu reclamo quedó firme",
  },
};

/**
 * Returns the notice that an error in a notified resolution was rectified, and that neither sense, amounts nor terms
 * change. The caller asks for it only if the resolution was notified before: otherwise the rectification is notified
 * together with it.
 */
export const rectified: Templates["rectified"] = (_, { claimCode }) => ({
  subject: `Corregimos un error de la decisión: ${claimCode}`,
  says: [
    `Corregimos un error de escritura en la decisión de tu reclamo ${claimCode}. Lo decidido y sus montos no cambian, ni tus plazos.`,
    "En la web está qué se corrigió.",
  ],
  short: `corregimos un error en la decisión (${claimCode}). Decide lo mismo.`,
});

export const withdrawalAccepted: Templates["withdrawal-accepted"] = (_, { claimCode, leavesFirm, left }) => ({
  subject: `Aceptamos tu desistimiento: ${claimCode}`,
  says: [
    `Aceptamos que desistas en el reclamo ${claimCode}. Lo que pediste retirar terminó.`,
    leavesFirm && "La decisión que habías pedido revisar queda firme.",
    ...left,
    "En la web está la resolución firmada. Dice cómo y hasta cuándo puedes pedir que la revisen.",
  ],
  short: `aceptamos tu desistimiento en el reclamo ${claimCode}.`,
});

export const silenceCertified: Templates["silence-certified"] = (_, { claimCode, left }) => ({
  subject: `Tu reclamo se tiene por aceptado: ${claimCode}`,
  says: [
    `El plazo para avisarte la decisión de tu reclamo ${claimCode} venció. La ley da por aceptado lo que pediste (silencio administrativo positivo).`,
    ...left,
    "La empresa debe cumplirlo. Mientras no lo cumpla, no puede cobrarte lo reclamado ni cortarte el agua por eso. En la web está la constancia con el sello de la empresa; te avisaremos cuando esté firmada.",
  ],
  short: `tu reclamo ${claimCode} se tiene por aceptado: venció nuestro plazo.`,
});

/**
 * Returns the notice that the certificate of a positive silence was signed, and that what it certifies was valid before
 * the signature.
 */
export const documentSigned: Templates["document-signed"] = (_, { claimCode }) => ({
  subject: `Tu constancia ya está firmada: ${claimCode}`,
  says: [
    `La constancia de que tu reclamo ${claimCode} se tiene por aceptado ya está firmada. Descárgala en la web. Lo que dice vale desde antes: lo da la ley.`,
  ],
  short: `la constancia de tu reclamo ${claimCode} ya está firmada.`,
});

export const executed: Templates["executed"] = (_, { claimCode, left }) => ({
  subject: `Cumplimos lo que quedó en tu reclamo ${claimCode}`,
  says: [
    `Cumplimos lo que quedó decidido o acordado en tu reclamo ${claimCode}.`,
    ...left,
    "En la web están los documentos.",
  ],
  short: `cumplimos lo que quedó en tu reclamo ${claimCode}.`,
});
