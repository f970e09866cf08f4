import type { ConfirmedAct } from "../../../shared/domain/counter/act-on-behalf.ts";
import type { CalendarDay } from "../../../shared/domain/term/calendar-day.ts";
import { longDate, shortDate } from "../../../shared/domain/term/spanish-dates.ts";
import type { NoticeTemplates } from "../../../shared/tenant/notice-templates.ts";

/**
 * Returns the message with the code that a claimant says to staff to confirm an act that staff recorded for them. It
 * states the act as recorded, what a withdrawal leads to, and for how many minutes the code is valid. Its text message
 * has no link.
 */
export const confirmationAsked: NoticeTemplates["of"]["confirmation-asked"] = (
  { details },
  { claimCode, code, minutes },
) => {
  const { act, effect } = details.withdrawn
    ? withdrawnWords[details.withdrawn]
    : { act: actWords[details.act], effect: "" };
  return {
    subject: `Código para confirmar ${act}: ${claimCode}`,
    says: [
      `Nos pediste ${act}${effect} en tu reclamo ${claimCode}. Esto es lo que anotamos:\n${details.says}`,
      `Si es lo que quieres, dile este código a quien te atiende: ${code}. Vale ${minutes} minutos.`,
      "Si no lo pediste tú, no le digas el código a nadie y llámanos.",
    ],
    short: `${code} es tu código para confirmar ${act} (${claimCode}). Vale ${minutes} minutos. Si no lo pediste, no lo digas.`,
    shortWithoutLink: true,
  };
};

/**
 * Returns the message with the code by which somebody without an account shows that the contact they left in a claim is
 * theirs. It states for how many minutes the code is valid. Its text message has no link.
 */
export const contactCodeAsked: NoticeTemplates["of"]["contact-code-asked"] = (_, { claimCode, code, minutes }) => ({
  subject: `Código para confirmar tu contacto: ${claimCode}`,
  says: [
    `Tu código es ${code}. Vale ${minutes} minutos.`,
    "Escríbelo en la página de tu reclamo para que te demos fecha de visita y de reunión.",
    "Si no presentaste un reclamo, no hagas nada: alguien escribió tu correo por error.",
  ],
  short: `${code} es tu código para confirmar que este celular recibe los avisos de un reclamo. Vale ${minutes} minutos.`,
  shortWithoutLink: true,
});

const actWords: Readonly<Record<ConfirmedAct, string>> = {
  reconsideration: "una reconsideración",
  appeal: "una apelación",
  withdrawal: "un desistimiento",
  agreement: "el acuerdo de la reunión",
};

/** The names of each withdrawal, with its effect. */
const withdrawnWords = {
  claim: { act: "un desistimiento del reclamo", effect: " (no podrás volver a reclamar lo mismo)" },
  procedure: { act: "un desistimiento del procedimiento", effect: " (podrás volver a reclamar en el plazo)" },
  recourse: { act: "un desistimiento de tu recurso", effect: " (la decisión queda como está)" },
} as const;

const changedIn = {
  telephone: "Por teléfono",
  counter: "En la oficina",
  "document-desk": "Con un documento presentado",
  hearing: "En la reunión",
} as const;

/**
 * Returns the notice that a claim's contact was changed, from an account or through staff. It does not state the new
 * contact, because it is sent to the one before; with `undoUntil` it says from when the new one counts.
 */
export const contactChanged: NoticeTemplates["of"]["contact-changed"] = (
  { details: { taken } },
  { claimCode, undoUntil },
) => ({
  subject: `Cambió el contacto de tu reclamo ${claimCode}`,
  says: [
    taken
      ? `${changedIn[taken.came]} se cambió tu contacto en el reclamo ${claimCode}. ${countsFrom(undoUntil)}`
      : `Desde la cuenta con la que sigues el reclamo ${claimCode} se cambió tu contacto. ${countsFrom(undoUntil)}`,
    "Si no fuiste tú, llámanos hoy mismo.",
  ],
  short: undoUntil
    ? `nuevo contacto de tu reclamo ${claimCode}, pasado el ${shortDate(undoUntil)}. Si no fuiste tú, llámanos.`
    : `cambió el contacto de tu reclamo ${claimCode}. Si no fuiste tú, llámanos.`,
});

/** Returns the notice that the claim's key was replaced, with the new one only if `withKey`. */
export const keyReplaced: NoticeTemplates["of"]["key-replaced"] = (
  { details: { claimKey, taken } },
  { claimCode, withKey },
) => ({
  subject: `Cambió la clave de tu reclamo ${claimCode}`,
  says: [
    `${taken ? changedIn[taken.came] : "Desde tu cuenta"} se cambió la clave del reclamo ${claimCode}. La de antes ya no abre nada, y quien entró con ella ya no lo ve.`,
    withKey
      ? `Con esta clave abres tu reclamo en la web. No la compartas: quien la tenga puede verlo y actuar por ti.\nClave: ${claimKey}`
      : "La clave nueva no va en este mensaje, porque nadie confirmó este contacto. Entra con la cuenta con que presentaste el reclamo, o llámanos.",
    "Si tu reunión es por video, su enlace también cambió: está en la página de tu reclamo.",
    "Si no fuiste tú, llámanos hoy mismo.",
  ],
  short: withKey
    ? "nueva clave de tu reclamo; la de antes ya no sirve."
    : `cambió la clave de tu reclamo ${claimCode}. Si no fuiste tú, llámanos.`,
});

const countsFrom = (undoUntil: CalendarDay | undefined): string =>
  undoUntil
    ? `El nuevo vale pasado el ${longDate(undoUntil)}: hasta ese día usamos este.`
    : "Desde ahora usamos el nuevo.";
