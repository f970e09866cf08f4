import type { FactorKind } from "../../../shared/domain/explanation.ts";
import { withThousands } from "../../../shared/domain/money.ts";
import { longDate, shortDate } from "../../../shared/domain/spanish-dates.ts";
import { monthAndYear, monthName } from "../../../shared/domain/spanish-months.ts";
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

/** The end of «Lo que más lo cambió: …», as the receipt's page says it. */
const causes: Readonly<Record<FactorKind, string>> = {
  "tariff-list": "los nuevos precios",
  category: "tu categoría",
  subsidy: "el subsidio",
  "use-units": "el número de viviendas o locales",
  service: "el tipo de servicio",
  days: "los días del periodo",
  "reading-type": "la forma de medir",
  volume: "tu consumo",
  "other-taxed": "otros cobros",
  "late-interest": "los intereses por pago tardío",
  instalment: "la cuota de tu convenio",
  debt: "la deuda de meses anteriores",
  credit: "el saldo a tu favor",
  rounding: "el redondeo",
  "list-difference": "una diferencia con la lista de precios",
};

export const receiptArrived: Templates["receipt-arrived"] = (facts) => {
  const { supplyCode, period, dueDate, m3, before, mainFactor, leave } = facts;
  const totalDue = withThousands(facts.totalDue);
  const was = before && withThousands(before.totalDue);
  const cause = mainFactor && causes[mainFactor];
  return {
    subject: `Llegó tu recibo de ${monthAndYear(period)}: S/ ${totalDue}`,
    says: [
      `Del suministro ${supplyCode}. Total a pagar: S/ ${totalDue}. Vence el ${longDate(dueDate)}. Consumo cobrado: ${m3} m³.`,
      before &&
        `En ${monthName(before.period)} el total fue S/ ${was}. ${cause ? `Lo que más lo cambió: ${cause}.` : "Es el mismo total."}`,
      "En su página ves por qué cambió. Si no estás de acuerdo, ahí mismo puedes reclamar.",
      `Te escribimos porque lo pediste. Para no recibir más estos avisos, entra aquí y confírmalo: ${leave}`,
    ],
    short: [
      `recibo de ${monthName(period)}: S/ ${totalDue}, vence ${shortDate(dueDate)}.`,
      before && cause && `Antes S/ ${was}. Lo que más lo cambió: ${cause}.`,
      `No más avisos: ${leave} Recibo:`,
    ]
      .filter((part) => part)
      .join(" "),
  };
};
