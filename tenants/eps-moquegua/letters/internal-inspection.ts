import type { InternalInspectionRecord } from "../../../shared/documents/letters.ts";
import type { Block, Sheet } from "../../../shared/documents/sheet.ts";
import { categoryNames } from "../../../shared/documents/spanish-names.ts";
import type { InnerLeak, InternalInspection } from "../../../shared/domain/visit/inspection.ts";
import { caseSheet, typedBlocks } from "./case-sheet.ts";
import { visitFiles, visitLines, visitSignatures } from "./visit-parts.ts";

const leakNames: Readonly<Record<InnerLeak, string>> = {
  none: "no se encontró fuga",
  visible: "fuga visible",
  "non-visible": "fuga no visible: con todo cerrado el medidor siguió marcando",
};

/**
 * Returns the acta of the internal inspection (Formato 5; digest 4): occupants, units of use, water points, the leak
 * test, the leak found, photos and signatures. What nobody noted is left empty, to write in.
 */
export function internalInspection(facts: InternalInspectionRecord): Sheet {
  const { forms, internal, entry } = facts;
  const { occupants, useUnits, points, leakTest, leak } = internal;
  return caseSheet(facts, `Resumen de acta de inspección interna (${forms.internalInspectionForm})`, [
    { lines: visitLines(facts) },
    { heading: "El predio" },
    {
      lines: [
        ["Habitantes", occupants === undefined ? "" : String(occupants)],
        ...(useUnits.length === 0 ? [["Unidades de uso, por clase y si están ocupadas", ""] as const] : []),
      ],
    },
    ...useUnitBlocks(useUnits),
    { heading: "Puntos de agua" },
    pointsBlock(points),
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
    ...visitFiles(entry.details),
    visitSignatures(facts),
  ]);
}

/** A table of the units of use by category, occupied and vacant; empty if there are none. */
function useUnitBlocks(useUnits: InternalInspection["useUnits"]): readonly Block[] {
  if (useUnits.length === 0) return [];
  return [
    {
      table: {
        head: ["Unidades de uso", "Ocupadas", "Sin ocupar"],
        rows: useUnits.map(({ category, occupied, vacant }) => [
          categoryNames[category],
          String(occupied),
          String(vacant),
        ]),
      },
    },
  ];
}

/** A table of the water points; a state that nobody recorded is an empty cell to write in. */
function pointsBlock(points: InternalInspection["points"]): Block {
  if (points.length === 0) return { text: "No se anotó ninguno." };
  return {
    table: {
      head: ["Punto de agua", "Cuántos hay", "En mal estado", "Con fuga"],
      rows: points.map(({ kind, count, damaged, leaking }) => [
        kind,
        String(count),
        damaged === undefined ? "" : String(damaged),
        String(leaking),
      ]),
    },
  };
}
