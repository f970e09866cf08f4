import type { LetterOn } from "../../../shared/documents/letters.ts";
import type { Block, Line } from "../../../shared/documents/sheet.ts";
import { visitNames } from "../../../shared/documents/spanish-names.ts";
import { type CaseEventOf, entriesOf } from "../../../shared/domain/case-events.ts";
import { longInstant } from "../../../shared/domain/spanish-dates.ts";

type Visit = LetterOn<"inspection-reported">;

/** The visit's time, its inspector, who attended and its outcome. */
export function visitLines(facts: Visit): readonly Line[] {
  const { outcome, details } = facts.entry;
  const { inspectionId, startedAt, endedAt, attendedBy } = details;
  return [
    ["Inspección", inspectionId],
    ["Empezó", longInstant(startedAt)],
    ["Terminó", endedAt ? longInstant(endedAt) : ""],
    ["Inspector", inspectorOf(facts)],
    ["Atendió", attendedBy ? `${attendedBy.name} (${attendedBy.relation})` : outcome === "absent" ? "nadie" : ""],
    ["Resultado", visitNames[outcome]],
  ];
}

function inspectorOf({ events, entry }: Visit): string {
  const assigned = entriesOf(events, "inspection-assigned").findLast(
    ({ details }: CaseEventOf<"inspection-assigned">) => details.inspectionId === entry.details.inspectionId,
  );
  return assigned?.details.name ?? "personal de inspección";
}

/** The places where both sign the acta, or why one does not sign. */
export function visitSignatures(facts: Visit): Block {
  const { outcome, details } = facts.entry;
  const { attendedBy, unsigned } = details;
  const reason = unsigned ? `No firmó: ${unsigned}` : "Si no firma, se anota el motivo.";
  const attended = attendedBy ? `Atendió la visita (${attendedBy.relation}).` : "Quien atendió la visita.";
  return {
    signatures: [
      [inspectorOf(facts), "Inspector"],
      outcome === "absent" && !attendedBy
        ? ["Sin firma", "Nadie atendió la visita"]
        : [attendedBy?.name ?? "", `${attended} ${reason}`],
    ],
  };
}
