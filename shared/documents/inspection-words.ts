import type { CaseEventOf } from "../domain/case/case-events.ts";
import { longInstant } from "../domain/term/spanish-dates.ts";
import type {
  ExternalInspection,
  InnerLeak,
  InternalInspection,
  UseUnits,
  WaterPoint,
} from "../domain/visit/inspection.ts";
import {
  boxNames,
  categoryNames,
  causeNames,
  connectionNames,
  premisesNames,
  sealNames,
  visitNames,
} from "./spanish-names.ts";

const leakNames: Readonly<Record<InnerLeak, string>> = {
  none: "sin fugas",
  visible: "con fuga visible",
  "non-visible": "con fuga no visible",
};

const workingNames = new Map([
  [true, "funciona"],
  [false, "no funciona"],
]);

/**
 * Returns a reported visit in one Spanish sentence: when it was, how far it got, and what was seen (digest 3.6,
 * recital a). It does not mention what the inspector did not report.
 */
export function inspectionWords({ outcome, details }: CaseEventOf<"inspection-reported">): string {
  const { startedAt, internal, external, causes = [], observations } = details;
  const parts = [
    `en la visita del ${longInstant(startedAt)} hubo ${visitNames[outcome]}`,
    ...externalWords(external),
    ...(internal ? internalWords(internal) : []),
    ...(causes.length === 0 ? [] : [`se encontró: ${causes.map((cause) => causeNames[cause]).join(", ")}`]),
    ...(observations === "" ? [] : [`observaciones: ${observations}`]),
  ];
  return `${parts.map((part) => part.replace(/[.;\s]+$/, "")).join("; ")}.`;
}

function externalWords({
  meterNumber,
  reading,
  meterWorks,
  seals,
  box,
  leakAtBox,
  connection,
  premisesType,
  premises,
}: ExternalInspection): string[] {
  return [
    ...(meterNumber === undefined ? [] : [`medidor ${meterNumber}`]),
    ...(reading === undefined ? [] : [`lectura ${reading} m³`]),
    ...(meterWorks === undefined ? [] : [`el medidor ${workingNames.get(meterWorks)}`]),
    ...(seals === undefined ? [] : [`precintos: ${sealNames[seals]}`]),
    ...(box === undefined ? [] : [`caja: ${boxNames[box]}`]),
    leakAtBox ? "fuga en la caja" : "sin fuga en la caja",
    ...(connection === undefined ? [] : [`conexión ${connectionNames[connection]}`]),
    ...(premisesType === undefined ? [] : [`predio ${premisesNames[premisesType]}`]),
    `predio: ${premises}`,
  ];
}

function internalWords({ occupants, useUnits, points, leakTest, leak }: InternalInspection): string[] {
  return [
    ...(occupants === undefined ? [] : [occupants === 1 ? "1 ocupante" : `${occupants} ocupantes`]),
    ...(useUnits.length === 0 ? [] : [`unidades de uso: ${useUnits.map(useUnitWords).join(", ")}`]),
    ...points.map((point) => `${point.kind}: ${waterPointWords(point)}`),
    ...(leakTest
      ? [
          `con todo cerrado durante ${leakTest.minutes} minutos el medidor pasó de ${leakTest.before} a ${leakTest.after} m³`,
        ]
      : []),
    `interior ${leakNames[leak]}`,
  ];
}

/**
 * Returns how many units of use a category has, such as `2 doméstico (1 sin ocupar)`. Without vacant units there are no
 * brackets.
 */
export function useUnitWords({ category, occupied, vacant }: UseUnits): string {
  const all = `${occupied + vacant} ${categoryNames[category]}`;
  return vacant === 0 ? all : `${all} (${vacant} sin ocupar)`;
}

/**
 * Returns the water points of one kind, without its name, such as `3, en mal estado 1, con fuga 0`. Zeros are written;
 * an undefined `damaged` is left out.
 */
export function waterPointWords({ count, damaged, leaking }: WaterPoint): string {
  return [String(count), damaged === undefined ? undefined : `en mal estado ${damaged}`, `con fuga ${leaking}`]
    .filter(Boolean)
    .join(", ");
}
