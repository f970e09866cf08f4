import { attachmentsBlock } from "../../../shared/documents/attachments-block.ts";
import type { LetterOn } from "../../../shared/documents/letters.ts";
import type { Block, Line, Sheet } from "../../../shared/documents/sheet.ts";
import { type CaseEventOf, entriesOf, lastEntry } from "../../../shared/domain/case/case-events.ts";
import type { NoticeChannel } from "../../../shared/domain/case/claim-events.ts";
import { sentNotices } from "../../../shared/domain/notice/sent-notices.ts";
import { documentOfRecord } from "../../../shared/domain/resolution/frozen-documents.ts";
import type { BounceReason } from "../../../shared/domain/resolution/notified-acts.ts";
import { longDate, longInstant } from "../../../shared/domain/term/spanish-dates.ts";
import { caseSheet, personLine } from "./case-sheet.ts";

type Notified = LetterOn<"resolution-notified">;
type How = Notified["entry"]["details"]["how"];

const channelNames: Readonly<Record<NoticeChannel, string>> = {
  email: "por correo electrónico",
  mailbox: "por casilla electrónica",
  personal: "en persona, en el domicilio",
};

const howNames: Readonly<Record<How, string>> = {
  acknowledged: "se acusó recibo",
  delivered: "se entregó",
  refused: "se negaron a recibirla o a firmar",
  "left-under-door": "no había nadie por segunda vez: se dejó bajo la puerta",
  "tacit-notification": "quien reclama mostró que ya la conocía",
};

/**
 * Returns the record of how a resolution was notified (digest 4): its number and its file's SHA-256, the sending, each
 * attempt, who received it, and when it took effect. For an e-mail it also has the provider's delivery outcomes.
 */
export function notificationRecord(facts: Notified): Sheet {
  const { events, entry } = facts;
  const { how, deliveredAt, deviceTime, secondPerson, premises, photos } = entry.details;
  const issued = lastEntry(events, "resolution-issued");
  const number = issued?.number ?? "sin número";
  return caseSheet(
    facts,
    "Constancia de notificación",
    [
      { heading: "Qué se notificó" },
      {
        lines: [
          ["Acto", `Resolución N.° ${number}`],
          ...documentLines(facts, issued),
          ["Para", personLine(facts)],
          ...sentLines(facts),
        ],
      },
      ...mailBlocks(facts),
      { heading: "Intentos" },
      attemptsBlock(entriesOf(events, "delivery-attempted")),
      { heading: "Cómo llegó" },
      {
        lines: [
          ["Resultado", howNames[how]],
          ...receiverLines(entry),
          ...(deliveredAt ? [["Se entregó el", longInstant(deliveredAt)] as const] : []),
          ...(deviceTime ? [["Hora del equipo de quien entregó", longInstant(deviceTime)] as const] : []),
          ...(premises ? [["El predio", premises] as const] : []),
          ...(secondPerson ? [["Lo confirmó", secondPerson.name] as const] : []),
          ["Surte efecto el", longInstant(entry.effectiveAt)],
        ],
      },
      ...receivedBlocks(facts),
      { text: "Los plazos para impugnar corren desde el día hábil siguiente." },
      { heading: "Fotos" },
      attachmentsBlock(photos, "Sin fotos."),
    ],
    `${number} · ${facts.filing.details.code}`,
  );
}

/**
 * The name and SHA-256 of the file that the addressee was given. If it is not the file that was sent to be signed, also
 * the SHA-256 of that one.
 */
function documentLines({ events }: Notified, issued: CaseEventOf<"resolution-issued"> | undefined): readonly Line[] {
  if (!issued) return [["Huella SHA-256", "no consta"]];
  const { seq, details } = issued;
  const given = documentOfRecord(events, { seq, document: details.document });
  const isSignedApart = given.sha256 !== details.document.sha256;
  return [
    ["Archivo", given.fileName],
    ["Huella SHA-256", given.sha256],
    ...(isSignedApart ? [["Huella antes de firmar", details.document.sha256] as const] : []),
  ];
}

/**
 * The space for the signature of the person who received it at the address, with the data that the law asks for beside
 * it (LPAG 21.3). Empty unless it was sent in person and delivered.
 */
function receivedBlocks({ events, entry }: Notified): readonly Block[] {
  const { how, receiver, deliveredAt = entry.effectiveAt } = entry.details;
  const isPersonal = lastEntry(events, "resolution-dispatched")?.channel === "personal";
  if (!isPersonal || how !== "delivered") return [];
  const beside = [receiver?.document ?? "Documento: ____________", receiver?.relation, longInstant(deliveredAt)];
  return [
    { heading: "Firma de quien recibió" },
    { signatures: [[receiver?.name ?? "", beside.filter(Boolean).join(" · ")]] },
  ];
}

/**
 * The channel of the sending, its address and its instant. For any channel but `personal`, also whether and when it was
 * acknowledged.
 */
function sentLines({ events, entry }: Notified): readonly Line[] {
  const sent = lastEntry(events, "resolution-dispatched");
  if (!sent) return [["Envío", "no consta"]];
  const { channel, details } = sent;
  return [
    ["Modo", channelNames[channel]],
    ["Dirección o correo", details.to],
    ["Se envió el", longInstant(sent.effectiveAt)],
    ...(channel === "personal" ? [] : [["Acuse de recibo", ackWords(entry)] as const]),
  ];
}

const bounceNames: Readonly<Record<BounceReason, string>> = {
  permanent: "esa dirección no existe",
  passing: "su buzón no lo recibió esa vez",
  refused: "el proveedor no lo dejó salir",
  unknown: "no se dijo por qué",
};

/**
 * The mail provider's delivery outcomes of the notice, each with its instant; empty for any other channel. They are no
 * reception (digest 4).
 */
function mailBlocks({ events }: Notified): readonly Block[] {
  const sent = sentNotices(events).findLast(({ of }) => of.type === "resolution-dispatched");
  if (sent?.sent.details.channel !== "email") return [];
  const { deliveredAt, delayedAt, bounced, complainedAt } = sent;
  const { to, subject, sha256 } = sent.sent.details;
  return [
    { heading: "Qué pasó con el correo" },
    {
      lines: [
        ["Asunto", subject],
        ...(to ? [["Enviado a", to] as const] : []),
        ["Salió el", longInstant(sent.sent.effectiveAt)],
        ...(sha256 ? [["Huella de lo enviado", sha256] as const] : []),
        ...(delayedAt ? [["Se demoró", longInstant(delayedAt)] as const] : []),
        ["Llegó a su buzón", deliveredAt ? longInstant(deliveredAt) : "no consta"],
        ...(bounced
          ? [["Rebotó", `${longInstant(bounced.effectiveAt)}: ${bounceNames[bounced.details.reason]}`] as const]
          : []),
        ...(complainedAt ? [["Lo marcó como no deseado", longInstant(complainedAt)] as const] : []),
      ],
    },
    { text: "Que el correo llegue a un buzón no notifica: notifica el acuse de recibo." },
  ];
}

function ackWords({ details, effectiveAt }: Notified["entry"]): string {
  return details.how === "acknowledged" ? longInstant(effectiveAt) : "no lo hubo";
}

function attemptsBlock(attempts: readonly CaseEventOf<"delivery-attempted">[]): Block {
  if (attempts.length === 0) return { text: "Llegó sin intentos anteriores." };
  return {
    table: {
      head: ["Cuándo", "Qué pasó", "El predio", "Se volvió a citar el"],
      rows: attempts.map(({ effectiveAt, details }) => [
        longInstant(effectiveAt),
        "no había nadie: se dejó aviso",
        details.premises,
        longDate(details.nextOn),
      ]),
    },
  };
}

function receiverLines({ details: { receiver } }: Notified["entry"]): readonly Line[] {
  if (!receiver) return [["Recibió", "nadie en persona"]];
  return [
    ["Recibió", receiver.name],
    ["Documento", receiver.document ?? "no lo dio"],
    ["Relación", receiver.relation],
  ];
}
