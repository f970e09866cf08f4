import type { ProblemType } from "../../shared/domain/claim-types.ts";
import { claimTypeNames } from "./claim-types.ts";

const named = <Type extends ProblemType>(...types: readonly Type[]): Readonly<Record<string, string>> =>
  Object.fromEntries(types.map((type) => [type, claimTypeNames[type]]));

/** The groups of problems in plain words, each with its problems by their official names. */
export const problemGroups = {
  sewer: { name: "El desagüe", problems: named("O-S1", "O-S2") },
  water: { name: "La conexión de agua o su caja", problems: named("O-P1", "O-P2", "O-R1") },
  seepage: { name: "Agua que se filtra a mi casa o negocio", problems: named("O-F1") },
  cuts: { name: "Me cortaron o no me reabren el servicio", problems: named("N-C1", "N-C2") },
  meter: { name: "El medidor", problems: named("N-B1", "N-B2", "N-B3", "N-B4", "N-B5") },
  access: {
    name: "Una conexión nueva o su contrato",
    problems: named("N-A1", "N-A2", "N-A3", "N-A4", "N-A5", "N-A6", "N-A7"),
  },
  information: { name: "Mi recibo no llega o no me informan", problems: named("N-D1", "N-D2", "N-D3") },
} as const;

export const groupNames: Readonly<Record<keyof typeof problemGroups, string>> = {
  sewer: problemGroups.sewer.name,
  water: problemGroups.water.name,
  seepage: problemGroups.seepage.name,
  cuts: problemGroups.cuts.name,
  meter: problemGroups.meter.name,
  access: problemGroups.access.name,
  information: problemGroups.information.name,
};
