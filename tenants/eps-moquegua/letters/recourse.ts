import { attachmentsBlock } from "../../../shared/documents/attachments-block.ts";
import type { FormNames, LetterOn, Remedy } from "../../../shared/documents/letters.ts";
import type { Line, Sheet } from "../../../shared/documents/sheet.ts";
import { lastEntry } from "../../../shared/domain/case/case-events.ts";
import { groupedTelephone } from "../../../shared/domain/counter/telephone.ts";
import { limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { longDate, longInstant } from "../../../shared/domain/term/spanish-dates.ts";
import { caseSheet, personLine, typedBlocks } from "./case-sheet.ts";

type Filed = LetterOn<"reconsideration-filed" | "appeal-filed">;

/** Returns the law's name of a recourse, with the name of its form in brackets. */
export function recourseTitle(recourse: Remedy["recourse"], forms: FormNames): string {
  return recourse === "appeal"
    ? `Recurso de apelación (${forms.appealForm})`
    : `Recurso de reconsideración (${forms.reconsiderationForm})`;
}

/**
 * Returns a reconsideration or an appeal on its form (Formatos 8 and 9; digest 4): its number and day, the resolution
 * it is against, who files it, why, and with which attachments. If no resolution was signed, it is against a denial by
 * silence.
 */
export function recourse(facts: Filed): Sheet {
  const { forms, entry, filing } = facts;
  const { grounds, attachments: presented, submissionNumber } = entry.details;
  const isAppeal = entry.type === "appeal-filed";
  const { claimant } = filing.details.form;
  return caseSheet(
    facts,
    recourseTitle(isAppeal ? "appeal" : "reconsideration", forms),
    [
      {
        lines: [
          ["Número de presentación", submissionNumber],
          ["Presentado el", longInstant(entry.effectiveAt)],
          ["Cuenta como presentado el", longDate(entry.filedOn)],
          ...challengedLines(facts),
        ],
      },
      { heading: "Quién lo presenta" },
      {
        lines: [
          ["Nombre y documento", personLine(facts)],
          ["Domicilio procesal", claimant.address || "no lo dio"],
          ["Teléfono", claimant.telephone ? groupedTelephone(claimant.telephone) : "no dejó"],
          ["Correo", claimant.email ?? "no dejó"],
        ],
      },
      ...typedBlocks(isAppeal ? "Por qué apela" : "Qué sostiene", grounds),
      { heading: isAppeal ? "Archivos" : "Prueba nueva" },
      attachmentsBlock(presented, "Ninguna."),
      {
        signatures: [
          [
            personLine(facts),
            `Presentado el ${longDate(limaDay(entry.effectiveAt))}, con el cargo ${submissionNumber}`,
          ],
        ],
      },
    ],
    `${submissionNumber} · ${filing.details.code}`,
  );
}

function challengedLines({ events }: Filed): readonly Line[] {
  const signed = lastEntry(events, "resolution-signed");
  const notified = lastEntry(events, "resolution-notified");
  return [
    ["Contra", signed ? `la resolución N.° ${signed.details.number}` : "lo que se tiene por denegado"],
    ...(signed ? [["Fecha de la resolución", longDate(limaDay(signed.effectiveAt))] as const] : []),
    ...(notified ? [["Notificada el", longDate(limaDay(notified.effectiveAt))] as const] : []),
  ];
}
