import type { WithdrawalAcceptance } from "../../../shared/documents/letters.ts";
import type { Sheet } from "../../../shared/documents/sheet.ts";
import { lastEntry } from "../../../shared/domain/case/case-events.ts";
import { limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { longDate } from "../../../shared/domain/term/spanish-dates.ts";
import { caseSheet, claimedLines, personLine, typedBlocks } from "./case-sheet.ts";
import { remedyBlocks, signatureBlock } from "./resolution-blocks.ts";

/**
 * Returns the resolution that accepts a withdrawal (digest 3.9): whether the claim, the procedure or a recourse ends,
 * whether the claimant may claim about the same again, and the recourses against the resolution (digest 3.6). If
 * `reason` is empty, it has a standard reason.
 */
export function withdrawalAcceptance(facts: WithdrawalAcceptance): Sheet {
  const { number, reason, events, signer, letterhead, filing, remedies, recourse } = facts;
  const asked = lastEntry(events, "withdrawal-requested");
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
      ...typedBlocks("CONSIDERANDO", reason || inTime),
      { heading: "RESUELVE" },
      {
        text: `Artículo 1. Aceptar el desistimiento ${ended} y dar por concluido ${recourse ? "ese recurso" : "el procedimiento"}. ${again(recourse, wholeClaim)}`,
      },
      { lines: claimedLines(facts) },
      ...remedyBlocks(remedies, letterhead),
      { text: `Se presenta por la mesa de partes de ${letterhead.name}, en la web o en la oficina.` },
      { text: "Artículo 3. Notificar esta resolución a quien reclama." },
      { heading: "Firma" },
      signatureBlock(signer, letterhead),
    ],
    `${number} · ${filing.details.code}`,
  );
}

/** The reason, if the officer wrote none: a withdrawal may be asked for until the decision is notified (LPAG 200). */
const inTime = "Que el desistimiento se pidió antes de que se notificara la decisión, y no hace falta dar un motivo.";

function again(recourse: WithdrawalAcceptance["recourse"], ofClaim: boolean): string {
  if (recourse === "before-appeal") return "La apelación que se guardó sigue: se envía al tribunal de SUNASS.";
  if (recourse) return "Queda firme lo que se había decidido.";
  return ofClaim
    ? "Ya no se puede reclamar otra vez por lo mismo."
    : "Se puede presentar otro reclamo por lo mismo mientras haya plazo.";
}
