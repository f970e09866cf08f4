import { attachmentsBlock } from "../../../shared/documents/attachments-block.ts";
import type { ConciliationRecord } from "../../../shared/documents/letters.ts";
import type { Block, Line, Sheet } from "../../../shared/documents/sheet.ts";
import { agreementNames, callResultNames } from "../../../shared/documents/spanish-names.ts";
import { entriesOf } from "../../../shared/domain/case/case-events.ts";
import type { Offer } from "../../../shared/domain/case/note-details.ts";
import { instalmentWords } from "../../../shared/domain/conciliation/spanish-instalments.ts";
import type { Confirmation } from "../../../shared/domain/counter/act-on-behalf.ts";
import { groupedTelephone } from "../../../shared/domain/counter/telephone.ts";
import { printedCents } from "../../../shared/domain/receipt/money.ts";
import { limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { longDate, longInstant } from "../../../shared/domain/term/spanish-dates.ts";
import { caseSheet, claimedLines, personLine, typedBlocks } from "./case-sheet.ts";

/**
 * Returns the acta of a hearing (Formato 4; digest 4): who attended, both proposals, the accepted offer in figures,
 * what was agreed and what was not, whether the claim goes on, and room to sign. After an absence it lists the calls
 * made, or says that the claimant left no number, and has no heading under which nothing could be said.
 */
export function conciliationRecord(facts: ConciliationRecord): Sheet {
  const { letterhead, forms, entry } = facts;
  const { details, agreement } = entry;
  const { startedAt, endedAt, attendedBy, companyBy, missing } = details;
  const saidBlocks = (heading: string, text: string | undefined) =>
    agreement === "absence" && !text ? [] : typedBlocks(heading, text);
  return caseSheet(facts, `Acta de reunión de conciliación (${forms.conciliationForm})`, [
    {
      lines: [
        ["Fecha", longDate(limaDay(startedAt))],
        ["Empezó", longInstant(startedAt)],
        ["Terminó", endedAt ? longInstant(endedAt) : ""],
        ["Resultado", agreementNames[agreement]],
        ["Asistió por quien reclama", attendedBy ?? (agreement === "absence" ? "nadie" : "")],
        ...(companyBy
          ? ([
              ["Por la empresa", `${companyBy.name}. ${companyBy.charge}`],
              ["Su documento", ""],
            ] as const)
          : [["Por la empresa, nombre, cargo y documento", ""] as const]),
        ...claimedLines(facts),
      ],
    },
    ...callBlocks(facts),
    ...saidBlocks("Propuesta de la empresa", details.companyProposal),
    ...saidBlocks("Propuesta de quien reclama", details.claimantProposal),
    ...saidBlocks("Puntos de acuerdo", details.agreed),
    ...acceptedBlocks(facts),
    ...saidBlocks("Puntos de desacuerdo", details.disagreed),
    ...typedBlocks("Observaciones de cualquiera de las partes", details.observations),
    ...(missing.length > 0 ? [{ heading: "Pruebas que no estaban" }, { items: missing }] : []),
    { heading: "¿Subsiste el reclamo?" },
    {
      text:
        agreement === "total" ? "No: el reclamo termina y se cumple lo acordado." : "Sí: se decide con una resolución.",
    },
    ...confirmedBlocks(details.confirmed),
    {
      signatures: [
        [attendedBy ?? personLine(facts), agreement === "absence" ? "Quien reclama: no asistió" : "Quien reclama"],
        companyBy
          ? [companyBy.name, `${companyBy.charge}. Por ${letterhead.legalName}, con poder para conciliar`]
          : [letterhead.legalName, "Por la empresa, con poder para conciliar"],
      ],
    },
  ]);
}

/** After an absence: the calls to the missing claimant, or that they left no number to call. Otherwise empty. */
function callBlocks({ calls, hasTelephone, entry }: ConciliationRecord): readonly Block[] {
  if (entry.agreement !== "absence") return [];
  if (!hasTelephone && calls.length === 0)
    return [{ heading: "Llamadas a quien reclama" }, { text: "No dejó un teléfono al que llamar." }];
  return [
    { heading: "Llamadas a quien reclama" },
    {
      items: calls.map(
        ({ at, number, result }) => `${longInstant(at)}, al ${groupedTelephone(number)}: ${callResultNames[result]}`,
      ),
    },
  ];
}

/** The accepted offer, in figures. The acta names no other offer. */
function acceptedBlocks({ events, entry }: ConciliationRecord): readonly Block[] {
  return entriesOf(events, "offer-made")
    .filter(({ details: { offerId } }) => offerId === entry.details.acceptedOfferId)
    .map(({ details }) => ({ lines: offerLines(details) }));
}

function offerLines({ receiptNumber, m3, before, after, instalments, terms }: Offer): readonly Line[] {
  return [
    ["Recibo", receiptNumber],
    ["Como se facturó", `S/ ${printedCents(before)}`],
    ["Como queda", `${m3} m³, S/ ${printedCents(after)}`],
    ...(instalments ? [["Cómo se paga", instalmentWords(instalments) ?? ""] as const] : []),
    ["Condiciones", terms],
  ];
}

function confirmedBlocks(confirmed: Confirmation | undefined): readonly Block[] {
  if (!confirmed) return [];
  const ways: Readonly<Record<Confirmation["by"], string>> = {
    code: "con el código que se le envió",
    voice: "de viva voz, en una llamada grabada",
    signature: "con su firma en un papel, que se agregó al expediente",
    paper: "con un papel que presentó",
    submission: "con un documento de la mesa de partes",
  };
  return [
    { text: `Quien reclama confirmó lo acordado ${ways[confirmed.by]}.` },
    ...(confirmed.by === "voice" && confirmed.recording
      ? [{ lines: [["Grabación", confirmed.recording] as const] }]
      : []),
    ...("attachments" in confirmed && confirmed.attachments ? [attachmentsBlock(confirmed.attachments)] : []),
  ];
}
