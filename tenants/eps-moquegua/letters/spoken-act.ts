import type { SpokenActCopy } from "../../../shared/documents/letters.ts";
import type { Block, Sheet } from "../../../shared/documents/sheet.ts";
import type { CounterOffer } from "../../../shared/domain/case/note-details.ts";
import { instalmentWords } from "../../../shared/domain/conciliation/spanish-instalments.ts";
import { printedCents } from "../../../shared/domain/receipt/money.ts";
import { longDate } from "../../../shared/domain/term/spanish-dates.ts";
import { caseSheet, typedBlocks } from "./case-sheet.ts";

/**
 * Returns the copy of what a claimant said by telephone: a withdrawal, an answer to an offer, or how they want to be
 * notified. With `undoUntil`, it states the last day to undo what they said. Without it, it says how to reach the
 * office if they change their mind.
 */
export function spokenAct(facts: SpokenActCopy): Sheet {
  const { entry, undoUntil, letterhead } = facts;
  return caseSheet(facts, "Copia de lo que nos dijiste por teléfono", [
    { text: saidIn(entry) },
    ...(entry.type === "offer-answered" && entry.details.counter ? proposedIn(entry.details.counter) : []),
    ...(entry.type === "withdrawal-requested" && entry.details.reason !== ""
      ? typedBlocks("El motivo que diste", entry.details.reason)
      : []),
    { heading: "Si cambias de idea" },
    {
      text: undoUntil
        ? `Puedes deshacerlo hasta el ${longDate(undoUntil)}: en la página de tu reclamo, o llamando al ${letterhead.telephone}. Es gratis.`
        : `Llama al ${letterhead.telephone}, o entra en la página de tu reclamo.`,
    },
    { text: "Mientras tanto tu reclamo sigue y sus plazos corren. Si no lo pediste tú, llámanos hoy mismo." },
  ]);
}

/** What the claimant proposed instead of the offer, as the notice of it says, and why. */
function proposedIn({ m3, after, instalments, says }: CounterOffer): readonly Block[] {
  const parts = instalments ? ` Lo pagarías ${instalmentWords(instalments)}.` : "";
  return [
    { text: `Propones pagar S/ ${printedCents(after)}, por ${m3} m³.${parts} Te responderemos.` },
    ...(says === "" ? [] : typedBlocks("El motivo que diste", says)),
  ];
}

function saidIn(entry: SpokenActCopy["entry"]): string {
  switch (entry.type) {
    case "withdrawal-requested":
      return entry.of === "claim"
        ? "Pediste desistir de tu reclamo. Si se acepta, no podrás reclamar otra vez por lo mismo."
        : "Pediste desistir de este procedimiento. Si se acepta, podrás volver a reclamar si estás dentro del plazo.";
    case "offer-answered":
      return entry.details.accepted
        ? "Dijiste que aceptas la propuesta de acuerdo. Lo que cambia queda escrito en el acta de la reunión."
        : "Dijiste que no aceptas la propuesta de acuerdo. Tu reclamo sigue.";
    case "notice-consent": {
      const where = entry.details.channel === "email" ? "a tu correo" : "en tu casilla electrónica";
      return entry.details.granted
        ? `Pediste que las decisiones de tu reclamo se te notifiquen ${where}.`
        : "Pediste que las decisiones de tu reclamo se te notifiquen en papel, en tu dirección.";
    }
  }
}
