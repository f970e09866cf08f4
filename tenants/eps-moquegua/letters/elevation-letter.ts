import type { ElevationLetter } from "../../../shared/documents/letters.ts";
import type { Block, Sheet } from "../../../shared/documents/sheet.ts";
import { lastEntry } from "../../../shared/domain/case/case-events.ts";
import { sinceAppeal } from "../../../shared/domain/case/since-appeal.ts";
import { dateOf } from "../../../shared/domain/receipt/spanish-months.ts";
import { limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { longDate } from "../../../shared/domain/term/spanish-dates.ts";
import { caseSheet, personLine } from "./case-sheet.ts";

/**
 * Returns the letter that sends the case file to the tribunal: the appeal, the resolution it is against, and the day of
 * each act. If a copy of the file was made after the appeal, also its folios and its manifest.
 */
export function elevationLetter(facts: ElevationLetter): Sheet {
  const { letterhead, number, signer, events, filing, terms } = facts;
  const appeal = lastEntry(events, "appeal-filed");
  const signed = lastEntry(events, "resolution-signed");
  const notified = lastEntry(events, "resolution-notified");
  const copy = lastEntry(sinceAppeal(events), "case-file-exported");
  const { code } = filing.details;
  const title = `Oficio N.° ${number}: elevación del expediente`;
  const blocks: readonly Block[] = [
    {
      text: "Señores del Tribunal Administrativo de Solución de Reclamos de los Usuarios de los Servicios de Saneamiento (TRASS), SUNASS",
    },
    {
      text: `${letterhead.legalName} eleva el expediente del reclamo ${code}, con el recurso de apelación de ${personLine(facts)}, para que el Tribunal lo decida.`,
    },
    {
      lines: [
        ["Reclamo presentado el", longDate(filing.filedOn)],
        [
          "Resolución",
          signed ? `N.° ${signed.details.number}, del ${dateOf(limaDay(signed.effectiveAt))}` : "no la hay",
        ],
        ["Notificada el", notified ? longDate(limaDay(notified.effectiveAt)) : "no se notificó"],
        [
          "Apelación",
          appeal
            ? `${appeal.details.submissionNumber}, presentada el ${longDate(appeal.filedOn)}`
            : "consta en el expediente",
        ],
        ...(copy
          ? ([
              [
                "Expediente",
                `${copy.details.folios} folios en ${copy.details.parts === 1 ? "una parte" : `${copy.details.parts} partes`}`,
              ],
              ["Manifiesto, SHA-256", copy.details.manifestSha256],
            ] as const)
          : []),
      ],
    },
    {
      text: `El expediente va completo, foliado y con su índice. Contiene el reclamo, las actas, los informes, la resolución, su notificación y el recurso con su cargo.${copy ? " Lleva un manifiesto con la huella SHA-256 de cada archivo." : ""}`,
    },
    {
      text: `El plazo para elevarlo es de ${terms.elevate} días hábiles. Cuando el Tribunal lo reciba, se le comunica a quien reclama.`,
    },
    { heading: "Firma" },
    { text: `${signer}. Vale con su firma: sin ella este documento es un proyecto.` },
  ];
  return caseSheet(facts, title, blocks, `${number} · ${code}`);
}
