import type { InternalInspectionRecord } from "../../../shared/documents/letters.ts";
import { papersBlock } from "../../../shared/documents/papers-block.ts";
import type { Block, Sheet } from "../../../shared/documents/sheet.ts";
import type { InternalInspection } from "../../../shared/domain/case-events.ts";
import { caseSheet, typedBlocks } from "./case-sheet.ts";
import { visitLines, visitSignatures } from "./visit-parts.ts";

const leakNames: Readonly<Record<InternalInspection["leak"], string>> = {
  none: "no se encontró fuga",
  visible: "fuga visible",
  "non-visible": "fuga no visible: con todo cerrado el medidor siguió marcando",
};

/** The acta of what was seen inside (Formato 5; digest 4). */
export function internalInspection(facts: InternalInspectionRecord): Sheet {
  const { papers, internal, entry } = facts;
  const { occupants, useUnits, points, leakTest, leak } = internal;
  return caseSheet(facts, `Resumen de acta de inspección interna (${papers.internalInspectionForm})`, [
    { lines: visitLines(facts) },
    { heading: "El predio" },
    {
      lines: [
        ["Unidades de uso", useUnits === undefined ? "no se anotó" : String(useUnits)],
        ["Habitantes", occupants === undefined ? "no se anotó" : String(occupants)],
        ["Por clase, y si están ocupadas (a mano)", ""],
      ],
    },
    { heading: "Puntos de agua" },
    pointsBlock(points),
    { lines: [["Estado de los puntos (a mano)", ""]] },
    { heading: "Prueba con todo cerrado" },
    {
      lines: leakTest
        ? [
            ["Lectura al empezar", `${leakTest.before} m³`],
            ["Lectura al terminar", `${leakTest.after} m³, ${leakTest.minutes} minutos después`],
            ["¿El medidor siguió marcando?", leakTest.after === leakTest.before ? "no" : "sí"],
          ]
        : [["Prueba", "no se hizo"]],
    },
    { heading: "Fugas" },
    { text: `Resultado: ${leakNames[leak]}.` },
    ...typedBlocks("Observaciones", entry.details.observations),
    { heading: "Fotos" },
    papersBlock(entry.details.photos, "Sin fotos."),
    visitSignatures(facts),
  ]);
}

function pointsBlock(points: InternalInspection["points"]): Block {
  if (points.length === 0) return { text: "No se anotó ninguno." };
  return {
    table: {
      head: ["Punto de agua", "Cuántos hay", "Cuántos tienen fuga"],
      rows: points.map(({ kind, count, leaking }) => [kind, String(count), String(leaking)]),
    },
  };
}
