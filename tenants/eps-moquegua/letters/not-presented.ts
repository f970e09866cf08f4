import type { LetterOn } from "../../../shared/documents/letters.ts";
import type { Sheet } from "../../../shared/documents/sheet.ts";
import { lastEntry } from "../../../shared/domain/case/case-events.ts";
import { longDate, longInstant } from "../../../shared/domain/term/spanish-dates.ts";
import { caseSheet, claimedLines } from "./case-sheet.ts";

/**
 * Returns the notice that a claim is deemed not presented because it was not completed in time (digest 1.5): since
 * when, what was missing, and that the claimant may file again while they have time.
 */
export function notPresented(facts: LetterOn<"lapse-notified">): Sheet {
  const { entry, events, terms } = facts;
  const observed = lastEntry(events, "defect-observed");
  const receipts = claimedLines(facts);
  const notifiedText = lastEntry(events, "defect-notified");
  return caseSheet(facts, "Tu reclamo queda como no presentado", [
    {
      text: `Desde el ${longDate(entry.details.since)} tu reclamo queda como no presentado. Faltaban datos o documentos y no se completaron en ${terms.remedy} días hábiles.`,
    },
    ...(notifiedText ? [{ text: `La observación te llegó el ${longInstant(notifiedText.effectiveAt)}.` }] : []),
    { heading: "Qué faltaba" },
    observed ? { items: observed.details.defects } : { text: "Está en la observación que te enviamos." },
    { heading: "Qué significa" },
    {
      items: [
        "No se decidió si tenías razón.",
        ...(receipts.length > 0 ? ["Lo reclamado ya no está retenido y se puede cobrar."] : []),
        "Puedes presentar otro reclamo por lo mismo mientras tengas plazo.",
        "Lo que presentaste en papel se te devuelve en la oficina.",
      ],
    },
    { lines: receipts },
  ]);
}
