import * as z from "zod";
import { boxStates, connectionFindings, innerLeaks, premisesTypes, sealStates } from "../domain/inspection.ts";
import { categories } from "../domain/tariff.ts";
import { words } from "./claim-fields.ts";

/** A meter's reading, in m³, from 0 to 9 999 999; decimals are accepted. */
export const meterReading = z.number({ error: "Escribe la lectura." }).min(0).max(9_999_999);

const countUpTo = (most: number) =>
  z
    .number({ error: "Escribe cuántos hay, con números." })
    .int("Escribe un número entero.")
    .min(0, "No puede ser menos de cero.")
    .max(most, `Escribe un número hasta ${most}.`);

/** What the inspector saw from the street; what they leave out is a blank line in the printed acta. */
export const externalInspection = z.strictObject({
  meterNumber: z.string().trim().max(30).optional(),
  reading: meterReading.optional(),
  meterWorks: z.boolean().optional(),
  seals: z.enum(sealStates, { error: "Elige cómo están los precintos." }).optional(),
  box: z.enum(boxStates, { error: "Elige cómo está la caja." }).optional(),
  leakAtBox: z.boolean({ error: "Di si hay fuga en la caja." }),
  connection: z.enum(connectionFindings, { error: "Elige si la conexión está abierta." }).optional(),
  premisesType: z.enum(premisesTypes, { error: "Elige qué tipo de predio es." }).optional(),
  premises: words("Describe el predio.", 500),
  neighbours: z.string().trim().max(200).optional(),
});

const useUnits = z.strictObject({
  category: z.enum(categories),
  occupied: countUpTo(500),
  vacant: countUpTo(500),
});

const waterPoint = z
  .strictObject({
    kind: words("Escribe qué punto de agua es.", 40),
    count: countUpTo(200),
    damaged: countUpTo(200).optional(),
    leaking: countUpTo(200),
  })
  .refine(({ count, damaged = 0, leaking }) => damaged <= count && leaking <= count, {
    path: ["count"],
    error: "No puede haber más en mal estado, o con fuga, de los que hay.",
  });

/** What the inspector saw inside. */
export const internalInspection = z.strictObject({
  occupants: countUpTo(500).optional(),
  useUnits: z
    .array(useUnits)
    .max(categories.length)
    .refine((units) => new Set(units.map(({ category }) => category)).size === units.length, {
      error: "Escribe cada clase una sola vez.",
    }),
  points: z.array(waterPoint).max(20),
  leakTest: z
    .strictObject({ before: meterReading, after: meterReading, minutes: z.number().int().min(1).max(240) })
    .optional(),
  leak: z.enum(innerLeaks, { error: "Elige si hay fuga." }),
});
