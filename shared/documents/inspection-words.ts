import type { CaseEventOf, ExternalInspection, InternalInspection } from "../domain/case-events.ts";
import { longInstant } from "../domain/spanish-dates.ts";
import { visitNames } from "./spanish-names.ts";

const leakNames: Readonly<Record<InternalInspection["leak"], string>> = {
  none: "sin fugas",
  visible: "con fuga visible",
  "non-visible": "con fuga no visible",
};

const workingNames = new Map([
  [true, "funciona"],
  [false, "no funciona"],
]);

/** A visit in one sentence: when, what could be seen, and what was seen (digest 3.6, recital a). */
export function inspectionWords({ outcome, details }: CaseEventOf<"inspection-reported">): string {
  const { startedAt, internal, external, observations } = details;
  const parts = [
    `en la visita del ${longInstant(startedAt)} hubo ${visitNames[outcome]}`,
    ...externalWords(external),
    ...(internal ? internalWords(internal) : []),
    ...(observations === "" ? [] : [`observaciones: ${observations}`]),
  ];
  return `${parts.join("; ")}.`;
}

function externalWords({ meterNumber, reading, meterWorks, leakAtBox, premises }: ExternalInspection): string[] {
  return [
    ...(meterNumber === undefined ? [] : [`medidor ${meterNumber}`]),
    ...(reading === undefined ? [] : [`lectura ${reading} m³`]),
    ...(meterWorks === undefined ? [] : [`el medidor ${workingNames.get(meterWorks)}`]),
    leakAtBox ? "fuga en la caja" : "sin fuga en la caja",
    `predio: ${premises}`,
  ];
}

function internalWords({ occupants, useUnits, points, leakTest, leak }: InternalInspection): string[] {
  return [
    ...(occupants === undefined ? [] : [`${occupants} ocupantes`]),
    ...(useUnits === undefined ? [] : [`${useUnits} unidades de uso`]),
    ...points.map(({ kind, count, leaking }) => `${kind}: ${count}, con fuga ${leaking}`),
    ...(leakTest
      ? [
          `con todo cerrado durante ${leakTest.minutes} minutos el medidor pasó de ${leakTest.before} a ${leakTest.after} m³`,
        ]
      : []),
    `interior ${leakNames[leak]}`,
  ];
}
