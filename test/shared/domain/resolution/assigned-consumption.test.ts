import { expect, it } from "vitest";
import {
  type AssignmentRow,
  assignedConsumptionOf,
} from "../../../../shared/domain/resolution/assigned-consumption.ts";

/** The other utility's example: 10, 12 and 19 m³ by hours of supply; a locality of its own. */
const rows: AssignmentRow[] = [
  { category: "DOMESTICO", underHours: 10, m3: 12 },
  { category: "DOMESTICO", underHours: 5, m3: 10 },
  { category: "DOMESTICO", locality: "CHEN CHEN", m3: 16 },
  { category: "DOMESTICO", locality: "CHEN CHEN", underHours: 5, m3: 8 },
];

it.each([
  ["the class's own figure", "DOMESTICO", "CERCADO", 1, "00:00-24:00", 20],
  ["times the units of use", "DOMESTICO", "CERCADO", 3, "00:00-24:00", 60],
  ["under ten hours", "DOMESTICO", "CERCADO", 1, "06:00-14:00", 12],
  ["ten hours are not under ten", "DOMESTICO", "CERCADO", 1, "06:00-16:00", 20],
  ["under five, the fewest first", "DOMESTICO", "CERCADO", 1, "06:00-10:59", 10],
  ["over midnight", "DOMESTICO", "CERCADO", 1, "22:00-02:00", 10],
  ["not a whole hour under ten", "DOMESTICO", "CERCADO", 1, "06:10-16:00", 12],
  ["a few minutes over ten", "DOMESTICO", "CERCADO", 1, "06:00-16:10", 20],
  ["all day long, from one hour to the same", "DOMESTICO", "CERCADO", 1, "06:00-06:00", 20],
  ["other text after", "DOMESTICO", "CERCADO", 1, "06:00-10:00 y 18:00-20:00", 20],
  ["other text before", "DOMESTICO", "CERCADO", 1, "de 06:00-10:00", 20],
  ["the locality before the hours", "DOMESTICO", "CHEN CHEN", 1, "06:00-14:00", 16],
  ["both, where a row says both", "DOMESTICO", "CHEN CHEN", 2, "06:00-10:00", 16],
  ["hours not known fit no row that asks for them", "DOMESTICO", "CERCADO", 1, undefined, 20],
  ["hours not readable neither", "DOMESTICO", "CERCADO", 1, "por turnos", 20],
  ["another class has no row", "COMERCIAL", "CHEN CHEN", 1, "06:00-10:00", 20],
] as const)("%s", (_, category, locality, useUnits, supplyHours, m3) => {
  expect(assignedConsumptionOf({ category, locality, useUnits, supplyHours }, 20, rows).m3).toBe(m3);
});

it("names only the category if no other condition applies", () => {
  const supply = { category: "DOMESTICO", locality: "CERCADO", useUnits: 1 } as const;
  expect(assignedConsumptionOf(supply, 20, rows).explanation).toEqual([
    "La asignación de consumo es 20 m³: 20 m³ (categoría DOMESTICO) por 1 unidad de uso.",
  ]);
});

it("names the row and the units that gave it", () => {
  const supply = { category: "DOMESTICO", locality: "CHEN CHEN", useUnits: 2, supplyHours: "06:00-10:00" } as const;
  expect(assignedConsumptionOf(supply, 20, rows).explanation).toEqual([
    "La asignación de consumo es 16 m³: 8 m³ (categoría DOMESTICO, localidad CHEN CHEN, menos de 5 horas de servicio al día) por 2 unidades de uso.",
  ]);
});
