import type { NotifiedAct } from "../../../shared/domain/resolution/notified-acts.ts";
import { longDate } from "../../../shared/domain/term/spanish-dates.ts";
import type { NoticeTemplates } from "../../../shared/tenant/notice-templates.ts";

type Templates = NoticeTemplates["of"];

const onlyForYou = "Este enlace es solo para ti: no lo compartas.";

/**
 * Returns the notice that there is a decision, without its content: the claimant opens it and confirms on the page that
 * they received it. It says what follows without a confirmation by `until`: by e-mail, the decision is taken to their
 * address; in the mailbox, it counts as notified from the next working day on.
 */
export const resolutionDispatched: Templates["resolution-dispatched"] = ({ channel }, { claimCode, until }) => ({
  subject: `Tienes una notificación de tu reclamo ${claimCode}`,
  says: [
    `Ya hay una decisión sobre tu reclamo ${claimCode}. Ábrela y confirma en la página que la recibiste.`,
    channel === "email"
      ? `Si no confirmas hasta el ${longDate(until)}, la llevamos a tu dirección.`
      : `Está en tu casilla electrónica. Si no confirmas hasta el ${longDate(until)}, vale como notificada desde el día hábil siguiente.`,
    onlyForYou,
  ],
  short: `tienes una notificación de tu reclamo ${claimCode}.`,
});

/** What another act is about, in words that do not give its content. */
const notifiedActWords: Readonly<Record<NotifiedAct, string>> = {
  observation: "a tu reclamo le falta algo",
  "leak-repair": "tienes que reparar una fuga",
  "meter-test": "ya hay fecha para revisar tu medidor",
  hearing: "tu reunión cambió de fecha",
  "new-evidence": "a tu reconsideración le falta una prueba nueva",
};

export const noticeDispatched: Templates["notice-dispatched"] = ({ details }, { claimCode, until, remedyDays }) => {
  const what = notifiedActWords[details.of];
  return {
    subject: `Tienes una notificación de tu reclamo ${claimCode}`,
    says: [
      `Te avisamos que ${what}: ${claimCode}. Abre la notificación y confirma en la página que la recibiste.`,
      details.of === "observation" &&
        `Desde que confirmas tienes ${remedyDays} días hábiles para completarlo. Si no lo haces, tu reclamo queda como no presentado.`,
      details.of === "new-evidence" &&
        `Desde que confirmas tienes ${remedyDays} días hábiles para agregarla. Si no la agregas, la empresa decide sin ella.`,
      // The claimant must know a date whether or not they confirm.
      details.of === "hearing" && details.says.join(" "),
      `Si no confirmas hasta el ${longDate(until)}, te lo diremos en persona.`,
      onlyForYou,
    ],
    short: `${what} (${claimCode}). Confirma:`,
  };
};
