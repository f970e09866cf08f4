import type { CaseEvent } from "../domain/case-events.ts";
import { outcomeNames } from "../domain/case-events.ts";
import type { Agreement, DismissalGround, VisitOutcome } from "../domain/claim-events.ts";
import { formatCents } from "../domain/money.ts";
import type { OfficeChannel } from "../domain/office-hours.ts";

const channelNames: Readonly<Record<OfficeChannel | "email" | "sms" | "letter" | "personal", string>> = {
  counter: "en la oficina",
  telephone: "por teléfono",
  web: "por la web",
  "document-desk": "por mesa de partes",
  email: "por correo",
  sms: "por mensaje de texto",
  letter: "por carta",
  personal: "en el domicilio",
};

const groundNames: Readonly<Record<DismissalGround, string>> = {
  late: "fuera de plazo",
  "no-standing": "sin legitimidad",
  "not-a-claim-matter": "no es materia de reclamo",
  "already-decided": "ya se decidió",
};

const visitNames: Readonly<Record<VisitOutcome, string>> = {
  whole: "Interna y externa",
  partial: "Interna parcial y externa",
  absent: "Solo externa: no había nadie",
  opposed: "Solo externa: no dejaron entrar",
};

const agreementNames: Readonly<Record<Agreement, string>> = {
  total: "Acuerdo total",
  partial: "Acuerdo parcial",
  none: "Sin acuerdo",
  absence: "Inasistencia",
};

const deliveryNames = {
  acknowledged: "Acuse por correo",
  delivered: "Entregada",
  refused: "No quisieron recibirla",
  "left-under-door": "Dejada bajo la puerta",
} as const;

const told = (first: string, ...more: readonly (string | undefined)[]): string =>
  [first, ...more].filter(Boolean).join(": ");

/** What an entry says, in one line of Spanish for staff, without the keys that open anything; nothing where its name says all. */
export function entryWords(event: CaseEvent): string | undefined {
  switch (event.type) {
    case "claim-filed": {
      const [receipt] = event.details.form.receipts;
      return told(channelNames[event.channel], receipt && `recibo ${receipt.number}`);
    }
    case "filing-copy-sent":
      return channelNames[event.details.channel];
    case "defect-observed":
      return event.details.defects.join("; ");
    case "remedied":
      return event.details.answer;
    case "claim-accepted":
      return undefined;
    case "claim-extended":
      return event.details.grounds;
    case "dismissal-proposed":
      return told(groundNames[event.ground], event.details.reason);
    case "inspection-reported":
      return told(visitNames[event.outcome], event.details.observations);
    case "hearing-moved":
      return `${event.details.hearing.on}, ${event.details.hearing.at}`;
    case "conciliation-held":
      return told(agreementNames[event.agreement], event.details.agreed);
    case "resolution-issued":
      return told(event.number, outcomeNames[event.outcome]);
    case "resolution-returned":
      return told(event.details.number, event.details.reason);
    case "resolution-signed":
      return event.details.number;
    case "resolution-dispatched":
      return told(channelNames[event.channel], event.details.to);
    case "resolution-notified":
      return told(deliveryNames[event.details.how], event.details.receiver?.name);
    case "withdrawal-requested":
      return told(event.of === "procedure" ? "del procedimiento" : "del reclamo", event.details.reason);
    case "withdrawal-accepted":
      return event.details.reason;
    case "reconsideration-filed":
    case "appeal-filed":
      return told(event.details.filingNumber, event.details.grounds);
    case "file-elevated":
      return event.details.reference;
    case "tribunal-decided":
      return told(event.details.number, event.details.summary);
    case "executed":
      return told(event.details.reference, event.details.summary);
    case "inspection-assigned":
      return event.details.name;
    case "offer-made":
      return `${event.details.m3} m³: de S/ ${formatCents(event.details.before)} a S/ ${formatCents(event.details.after)}`;
    case "offer-answered":
      return event.details.accepted ? "Aceptada" : "No aceptada";
    case "notice-sent":
      return told(channelNames[event.details.channel], event.details.subject);
    case "delivery-attempted":
      return `No había nadie: se dejó aviso para el ${event.details.nextOn}`;
    case "document-added":
      return event.details.document.fileName;
    case "paper-checked":
      return told(event.details.state === "received" ? "Recibido" : "Rechazado", event.details.reason);
    case "hold-acknowledged":
      return event.details.reference;
    case "manager-alerted":
      return event.details.reason;
  }
}
