import { withThousands } from "../../../shared/domain/receipt/money.ts";
import { catchingUp, changeCauses, estimateWords } from "../../../shared/domain/receipt/receipt-words.ts";
import { monthAndYear, monthName } from "../../../shared/domain/receipt/spanish-months.ts";
import { longDate, shortDate } from "../../../shared/domain/term/spanish-dates.ts";
import type { NoticeTemplates } from "../../../shared/tenant/notice-templates.ts";

type Templates = NoticeTemplates["account"];

const keepsClaims =
  "Desde tu cuenta ya no ves sus recibos. Los reclamos que presentaste siguen su curso y los ves como siempre.";

/**
 * Returns the notice to an account that it has a supply no more, and why. The notice names nobody: neither who gave the
 * holder's document nor the new holder.
 */
export const linkEnded: Templates["link-ended"] = ({ supplyCode, endedOn, because }) => {
  const subject = `Tu cuenta ya no tiene el suministro ${supplyCode}`;
  if (because === "holder-changed")
    return {
      subject,
      says: [
        `Los recibos del suministro ${supplyCode} ahora están a nombre de otra persona. Por eso salió de tu cuenta el ${longDate(endedOn)}.`,
        "Nadie lo quitó: pasa siempre que un suministro cambia de titular.",
        keepsClaims,
        "Si todavía es tu suministro, vincúlalo otra vez. Usa un recibo que ya diga el nuevo nombre, o el documento del nuevo titular.",
        "Si el titular no cambió, llámanos.",
      ],
      short: `el suministro ${supplyCode} salió de tu cuenta: sus recibos ahora están a nombre de otra persona.`,
    };
  return {
    subject,
    says: [
      `El ${longDate(endedOn)}, quien dio el documento del titular quitó de tu cuenta el suministro ${supplyCode}.`,
      keepsClaims,
      "Si tú eres el titular, vincúlalo otra vez con tu documento y llámanos.",
    ],
    short: `quien dio el documento del titular quitó de tu cuenta el suministro ${supplyCode}.`,
  };
};

const disagrees = "Si crees que está mal, puedes reclamar.";

/** Returns the notice of a new receipt. If nobody read the meter, that it is an estimate is said first. */
export const receiptArrived: Templates["receipt-arrived"] = (facts) => {
  const { supplyCode, period, dueDate, billingType, m3, readM3, before, mainFactor, leave } = facts;
  const totalDue = withThousands(facts.totalDue);
  const was = before && withThousands(before.totalDue);
  const cause = mainFactor && changeCauses[mainFactor];
  const read = readM3 === undefined ? readM3 : `${readM3} m³`;
  const estimate = estimateWords({ billingType, billed: `${m3} m³`, read });
  const estimated = estimate ? `, estimado${read === undefined ? " sin leer el medidor" : ""}` : "";
  return {
    subject: `Llegó tu recibo de ${monthAndYear(period)}: S/ ${totalDue}`,
    says: [
      estimate && `Este mes ${estimate}. ${disagrees}`,
      `Del suministro ${supplyCode}. Total a pagar: S/ ${totalDue}. Vence el ${longDate(dueDate)}. Consumo cobrado: ${m3} m³.`,
      !estimate && before && before.billingType !== "L" && catchingUp,
      before &&
        `En ${monthName(before.period)} el total fue S/ ${was}. ${cause ? `Lo que más lo cambió: ${cause}.` : "Es el mismo total."}`,
      "En su página ves por qué cambió. Si no estás de acuerdo, ahí mismo puedes reclamar.",
      `Te escribimos porque lo pediste. Para no recibir más estos avisos, entra aquí y confírmalo: ${leave}`,
    ],
    short: [
      `recibo de ${monthName(period)}${estimated}: S/ ${totalDue}, vence ${shortDate(dueDate)}.`,
      estimate ? disagrees : before && cause && `Antes S/ ${was}. Lo que más lo cambió: ${cause}.`,
      `No más avisos: ${leave} Recibo:`,
    ]
      .filter((part) => part)
      .join(" "),
  };
};

const actedWords = {
  "contact-changed": ["Cambió el contacto", "cambió el contacto"],
  "withdrawal-requested": ["Pidieron desistir", "alguien con la clave, o por teléfono, pidió desistir"],
  "key-replaced": ["Cambió la clave", "pidieron al personal cambiar la clave"],
} as const;

/** Returns the notice to an account of what was done in a claim that it filed, which may be another's act. */
export const claimActed: Templates["claim-acted"] = ({ claimCode, type }) => {
  const [title, what] = actedWords[type];
  return {
    subject: `${title} en tu reclamo ${claimCode}`,
    says: [
      `En el reclamo ${claimCode}, que presentaste desde tu cuenta, ${what}.`,
      "Si no fuiste tú, llámanos hoy mismo.",
    ],
    short: `en tu reclamo ${claimCode} ${what}. Si no fuiste tú, llámanos hoy.`,
  };
};
