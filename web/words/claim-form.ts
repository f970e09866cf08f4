import type { ClientRequestOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";

type Form = ClientRequestOf<Routes["fileClaim"]>["body"];

/** The reasons of a claim, in plain words. */
export const reasonNames = {
  "used-less": "Usé menos agua de la que dice",
  average: "Me cobran un promedio, no lo que marca el medidor",
  "no-meter": "No tengo medidor y me cobran un monto fijo que no corresponde",
  tariff: "La tarifa no es la de mi casa o negocio",
  units: "Me cobran por más viviendas o locales de los que hay",
  charge: "Hay un cobro que no reconozco",
  paid: "Ya pagué y me cobran de nuevo",
  "no-service": "Me cobran y no tengo servicio",
  "former-debt": "Es deuda de quien vivía antes",
  other: "Me cobran el agua de otro",
  late: "Me cobran meses atrasados",
  discharge: "Me cobran por lo que mi negocio echa al desagüe",
  unsure: "Otra cosa, o no estoy seguro",
} as const;

export const reasonWords = {
  receipts: (receipts: string) => `Reclamas: ${receipts}. Para elegir otros meses, ve a «Atrás».`,
  missing: "Elige lo que pasó. Si no estás seguro, elige la última",
} as const;

export const leakNames = {
  "none-found": "Sí, y no hay",
  "found-and-repaired": "Sí, había y ya la arreglé",
  "not-yet": "Todavía no",
  "not-known": "No sé cómo",
} as const satisfies Record<NonNullable<Form["leakCheck"]>, string>;

export const leakWords = {
  missing: "Dinos si revisaste. Puedes elegir «Todavía no»",
  how: "Ver cómo revisar, en tres pasos con dibujos",
} as const;

export const meterWords = {
  label: "Número que marca, si puedes verlo",
  hint: "Está en la caja de la vereda. Escribe solo los números negros, por ejemplo 01234 o 2,291. Si no puedes verlo, déjalo vacío y continúa.",
  wrong: "Escribe solo los números negros, por ejemplo 01234.",
  drawing: "Un medidor de agua. Los números negros del recuadro son los que se escriben; los rojos, no.",
  photo: "Si puedes, toma una foto donde se lean los números. Queda con los archivos de tu reclamo.",
} as const;

export const storyWords = {
  label: "Con tus palabras",
  hint: "Hasta 1,500 letras. Ayuda saber:",
  prompts: ["Cuántas personas viven ahí.", "Si hubo cortes o arreglos.", "Desde cuándo notas el problema."],
  missing: "Cuéntanos con tus palabras qué pasó",
} as const;

export const attachmentsStepWords = "Si no tienes nada que agregar, continúa: tu reclamo vale igual.";

export const testNames = {
  yes: "Sí, quiero la prueba",
  no: "No",
  unsure: "Todavía no sé: explíquenme en la visita",
} as const;

export const testWords = {
  missing: "Elige una opción",
  text: "La prueba se llama contrastación: un laboratorio compara tu medidor con otro exacto.",
  pays: "Si el medidor marca de más, la prueba no te cuesta. Si marca bien o de menos, el costo es tuyo. Antes de hacerla te decimos cuánto es.",
} as const;

export const testCostWords = "Acepto pagar la prueba si el medidor no marca de más";

export const visitNames = {
  morning: "En la mañana",
  afternoon: "En la tarde",
  any: "A cualquier hora",
} as const satisfies Record<NonNullable<Form["visitPreference"]>, string>;

export const visitWords = {
  missing: "Elige un horario",
  text: "Vamos a revisar el medidor y los caños dentro de tu casa o local. Debe haber una persona mayor de edad. El día y la hora te los decimos al recibir tu reclamo.",
} as const;

export const requestNames = {
  "bill-normal-use": "Que me cobren según mi consumo normal",
  "correct-reading": "Que corrijan la lectura",
  "change-tariff": "Que cambien la tarifa",
  "remove-charge": "Que quiten un cobro",
  "solve-problem": "Que solucionen el problema",
  other: "Otra cosa",
} as const satisfies Record<NonNullable<Form["request"]>, string>;

export const requestMissing = "Elige qué quieres lograr";
