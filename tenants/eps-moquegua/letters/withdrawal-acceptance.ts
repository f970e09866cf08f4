import type { WithdrawalAcceptance } from "../../../shared/documents/letters.ts";
import type { Sheet } from "../../../shared/documents/sheet.ts";
import { limaDay } from "../../../shared/domain/calendar-day.ts";
import { lastEntry } from "../../../shared/domain/case-events.ts";
import { longDate } from "../../../shared/domain/spanish-dates.ts";
import { caseSheet, claimedLines, personLine, typedBlocks } from "./case-sheet.ts";

/** The acceptance of a withdrawal (digest 3.9), by a number of its own: what ends with it, whether it may be claimed again. */
export function withdrawalAcceptance(facts: WithdrawalAcceptance): Sheet {
  const { number, events, entry, signer, letterhead, filing } = facts;
  const asked = lastEntry(events, "withdrawal-requested");
  const recourse = events.findLast(({ type }) => type === "reconsideration-filed" || type === "appeal-filed");
  const wholeClaim = asked?.of === "claim";
  const ended = recourse ? "del recurso" : wholeClaim ? "de lo reclamado (pretensión)" : "del procedimiento";
  return caseSheet(
    facts,
    `Resolución N.° ${number}: desistimiento aceptado`,
    [
      { heading: "VISTO" },
      {
        text: `El desistimiento ${ended} que presentó ${personLine(facts)}${asked ? ` el ${longDate(limaDay(asked.effectiveAt))}` : ""}.`,
      },
      ...(asked?.details.reason ? [{ text: `Motivo que dio: «${asked.details.reason}»` }] : []),
      ...typedBlocks("CONSIDERANDO", entry.details.reason || inTime),
      { heading: "RESUELVE" },
      { text: `Artículo 1. Aceptar el desistimiento ${ended} y dar por concluido el procedimiento.` },
      { text: `Artículo 2. ${again(recourse !== undefined, wholeClaim)}` },
      { text: "Artículo 3. Notificar esta resolución a quien reclama." },
      { lines: claimedLines(facts) },
      { heading: "Firma" },
      { signatures: [[signer, letterhead.legalName]] },
    ],
    `${number} · ${filing.details.code}`,
  );
}

/** Why, where the officer wrote no more: it may be asked for until the decision is notified (LPAG 200). */
const inTime = "Que el desistimiento se pidió antes de que se notificara la decisión, y no hace falta dar un motivo.";

function again(ofRecourse: boolean, ofClaim: boolean): string {
  if (ofRecourse) return "Queda firme lo que se había decidido.";
  return ofClaim
    ? "Por los mismos recibos y el mismo motivo ya no se puede reclamar otra vez."
    : "Se puede presentar otro reclamo por los mismos recibos mientras haya plazo.";
}
