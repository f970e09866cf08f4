import type { LetterOn } from "../../../shared/documents/letters.ts";
import type { Block, Sheet } from "../../../shared/documents/sheet.ts";
import { boxNames, connectionNames, premisesNames, sealNames } from "../../../shared/documents/spanish-names.ts";
import type { VisitOutcome } from "../../../shared/domain/case/claim-events.ts";
import { hoursText, longDate } from "../../../shared/domain/term/spanish-dates.ts";
import { caseSheet, typedBlocks } from "./case-sheet.ts";
import { choices } from "./claim-parts.ts";
import { visitFiles, visitLines, visitSignatures } from "./visit-parts.ts";

/** Why nothing was seen inside, by the visit's outcome. */
const streetOnly: Readonly<Partial<Record<VisitOutcome, string>>> = {
  absent: "Solo se vio desde la calle: no había nadie en el predio.",
  opposed: "Solo se vio desde la calle: hubo oposición a la inspección interna.",
};

/**
 * Returns the acta of the external inspection (Formato 6; digest 4): meter, box, premises, photos and signatures. If
 * nobody was in or the inspector was not let in, it says that only the outside was seen.
 */
export function externalInspection(facts: LetterOn<"inspection-reported">): Sheet {
  const { forms, entry } = facts;
  const { external, observations, retry } = entry.details;
  const { meterNumber, reading, meterWorks, seals, box, leakAtBox, connection, premisesType } = external;
  const only = streetOnly[entry.outcome];
  return caseSheet(facts, `Resumen de acta de inspección externa (${forms.externalInspectionForm})`, [
    ...(only ? [{ text: only }] : []),
    { lines: visitLines(facts) },
    { heading: "El medidor y la caja" },
    {
      lines: [
        ["Medidor", meterNumber ?? "no se vio"],
        ["Lectura", reading === undefined ? "no se pudo leer" : `${reading} m³`],
        ["¿Funciona?", meterWorks === undefined ? "no se comprobó" : yesNo(meterWorks)],
        ["Precintos del medidor", chosenOr(sealNames, seals)],
        ["Caja de control", chosenOr(boxNames, box)],
        ["¿Fuga en la caja?", yesNo(leakAtBox)],
        ["Conexión", chosenOr(connectionNames, connection)],
      ],
    },
    { heading: "El predio" },
    {
      lines: [
        ["Tipo de predio", chosenOr(premisesNames, premisesType)],
        ["Cómo es por fuera", external.premises],
        ["Suministros vecinos", external.neighbours ?? ""],
      ],
    },
    ...(retry ? [againBlock(retry)] : []),
    ...typedBlocks("Observaciones", observations),
    { heading: "Fotos del medidor y de la fachada" },
    ...visitFiles(entry.details),
    visitSignatures(facts),
  ]);
}

/** Returns what was found; if nobody recorded it, the choices to mark by hand on the document that is signed. */
function chosenOr<Name extends string>(names: Readonly<Record<Name, string>>, chosen: Name | undefined): string {
  return chosen === undefined ? choices(names) : names[chosen];
}

function againBlock({
  on,
  from,
  to,
}: {
  readonly on: Parameters<typeof longDate>[0];
  readonly from: string;
  readonly to: string;
}): Block {
  return { text: `Se vuelve el ${longDate(on)}, ${hoursText({ from, to })}` };
}

function yesNo(is: boolean): string {
  return is ? "sí" : "no";
}
