import * as z from "zod";
import { categories } from "../../domain/receipt/tariff.ts";
import {
  boxStates,
  captureKinds,
  connectionFindings,
  foundCauses,
  innerLeaks,
  mostFilesOfVisit,
  premisesTypes,
  sealStates,
  signingWays,
} from "../../domain/visit/inspection.ts";
import { idField, words } from "../filing/claim-fields.ts";
import { instant } from "./fields.ts";

const tooManyFiles = `Puedes agregar hasta ${mostFilesOfVisit} archivos.`;

/** The uploads of an acta: twenty at most, none if absent. */
export const visitUploadIds = z
  .array(idField("Ese archivo no existe."))
  .max(mostFilesOfVisit, tooManyFiles)
  .default([]);

/** The causes that a visit found besides leaks: each once. */
export const causesFound = z
  .array(z.enum(foundCauses, { error: "Elige qué se encontró." }))
  .max(foundCauses.length, "Elige cada causa una sola vez.")
  .refine((causes) => new Set(causes).size === causes.length, { error: "Elige cada causa una sola vez." })
  .default([]);

/** How the person who attended signed. A signature at request names who signed. */
export const visitSigning = z
  .strictObject({
    how: z.enum(signingWays, { error: "Elige cómo firmó." }),
    by: z.string().trim().max(120).optional(),
  })
  .refine(({ how, by }) => how !== "at-request" || (by ?? "") !== "", {
    path: ["by"],
    error: "Escribe quién firmó a ruego.",
  });

/** A file of the visit as the device made it: its upload, what it shows, its hash then, when and where. */
const capture = z.strictObject({
  uploadId: idField("Ese archivo no existe."),
  kind: z.enum(captureKinds),
  takenAt: instant("Escribe cuándo se tomó."),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, "Esa huella no tiene la forma esperada."),
  position: z
    .strictObject({
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
      accuracyM: z.number().min(0).max(1_000_000),
    })
    .optional(),
});
export const captures = z.array(capture).max(mostFilesOfVisit, tooManyFiles).default([]);

/** A meter's reading, in m³, from 0 to 9 999 999; decimals are accepted. */
export const meterReading = z.number({ error: "Escribe la lectura." }).min(0).max(9_999_999);

/** How long the test of a repaired leak took, in whole minutes from 1 to 240. */
export const testMinutes = z.number({ error: "Escribe cuántos minutos duró la prueba." }).int().min(1).max(240);

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
