import type { LetterOn } from "../../../shared/documents/letters.ts";
import { papersBlock } from "../../../shared/documents/papers-block.ts";
import type { Block, Sheet } from "../../../shared/documents/sheet.ts";
import type { VisitOutcome } from "../../../shared/domain/claim-events.ts";
import { longDate } from "../../../shared/domain/spanish-dates.ts";
import { caseSheet, typedBlocks } from "./case-sheet.ts";
import { choices } from "./claim-parts.ts";
import { visitLines, visitSignatures } from "./visit-parts.ts";

/** Why nothing was seen inside. */
const streetOnly: Readonly<Partial<Record<VisitOutcome, string>>> = {
  absent: "Solo se vio desde la calle: no había nadie en el predio.",
  opposed: "Solo se vio desde la calle: hubo oposición a la inspección interna.",
};

/** The acta of what was seen from outside (Formato 6; digest 4); it says so where nothing more could be seen. */
export function externalInspection(facts: LetterOn<"inspection-reported">): Sheet {
  const { papers, entry } = facts;
  const { external, observations, photos, retry } = entry.details;
  const { meterNumber, reading, meterWorks, leakAtBox, premises } = external;
  const only = streetOnly[entry.outcome];
  return caseSheet(facts, `Resumen de acta de inspección externa (${papers.externalInspectionForm})`, [
    ...(only ? [{ text: only }] : []),
    { lines: visitLines(facts) },
    { heading: "El medidor y la caja" },
    {
      lines: [
        ["Medidor", meterNumber ?? "no se vio"],
        ["Lectura", reading === undefined ? "no se pudo leer" : `${reading} m³`],
        ["¿Funciona?", meterWorks === undefined ? "no se comprobó" : yesNo(meterWorks)],
        ["¿Fuga en la caja?", yesNo(leakAtBox)],
        ["El predio", premises],
      ],
    },
    ...byHand(entry.outcome),
    ...(retry ? [againBlock(retry)] : []),
    ...typedBlocks("Observaciones", observations),
    { heading: "Fotos del medidor y de la fachada" },
    papersBlock(photos, "Sin fotos."),
    visitSignatures(facts),
  ]);
}

/** What the form asks and the report does not hold: the inspector writes it on the paper that is signed. */
function byHand(outcome: VisitOutcome): readonly Block[] {
  return [
    { heading: "Lo que se anota a mano" },
    {
      lines: [
        ["Precintos del medidor", ""],
        ["Estado de la caja", ""],
        ["Conexión", choices({ open: "abierta", closed: "cerrada" })],
        ["Tipo de predio", choices(premisesTypes)],
        ...(outcome === "absent" ? ([["Suministros vecinos", ""]] as const) : []),
      ],
    },
  ];
}

const premisesTypes = {
  one: "unifamiliar",
  several: "multifamiliar",
  mixed: "mixto",
  commercial: "comercial",
} as const;

function againBlock({
  on,
  from,
  to,
}: {
  readonly on: Parameters<typeof longDate>[0];
  readonly from: string;
  readonly to: string;
}): Block {
  return { text: `Se vuelve el ${longDate(on)}, entre las ${from} y las ${to}.` };
}

function yesNo(is: boolean): string {
  return is ? "sí" : "no";
}
