import { attachmentsBlock } from "../../../shared/documents/attachments-block.ts";
import type { LetterOn } from "../../../shared/documents/letters.ts";
import type { Sheet } from "../../../shared/documents/sheet.ts";
import { lastEntry } from "../../../shared/domain/case/case-events.ts";
import { longInstant } from "../../../shared/domain/term/spanish-dates.ts";
import { meterTestConclusion } from "../../../shared/domain/visit/meter-test.ts";
import { caseSheet } from "./case-sheet.ts";

/**
 * Returns the letter with the result of a meter test and what follows from it (digest 7.5): certificate, day, tester,
 * error found, who pays, and the attachments. What is not on record is «está en el certificado».
 */
export function meterTestResult(facts: LetterOn<"meter-test-reported">): Sheet {
  const { entry, events } = facts;
  const { certificate, errorPercent, payer, attachments } = entry.details;
  const ordered = lastEntry(events, "meter-test-ordered");
  return caseSheet(facts, "Resultado de la prueba de tu medidor (contrastación)", [
    {
      lines: [
        ["Certificado", certificate],
        ["Hecha el", longInstant(entry.effectiveAt)],
        ["Quién la hizo", ordered?.details.tester ?? "está en el certificado"],
        ["Error encontrado", errorPercent === undefined ? "está en el certificado" : `${errorPercent} %`],
        ["La paga", payer === "company" ? "la empresa" : "quien la pidió y aceptó su costo"],
      ],
    },
    { heading: "Qué significa" },
    ...meterTestConclusion(entry.result, payer === "claimant").explanation.map((text) => ({ text })),
    { text: "Tu reclamo se decide con este resultado y con las demás pruebas." },
    { heading: "Archivos" },
    attachmentsBlock(attachments),
  ]);
}
