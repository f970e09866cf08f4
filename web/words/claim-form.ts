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
  receipts: (receipts: string) => `Reclamas: ${receipts}.`,
  others: "Agregar otros meses",
  missing: "Elige lo que pasó. Si no estás seguro, elige la última.",
} as const;

export const leakNames = {
  "none-found": "Sí, y no hay",
  "found-and-repaired": "Sí, había y ya la arreglé",
  "not-yet": "Todavía no",
  "not-known": "No sé cómo",
} as const satisfies Record<NonNullable<Form["leakCheck"]>, string>;

export const leakWords = {
  missing: "Dinos si revisaste. Puedes elegir «Todavía no».",
  how: "Ver cómo revisar, en tres pasos con dibujos",
} as const;

export const meterWords = {
  label: "Número que marca",
  hint: "Está en la caja de la vereda. Escribe los números negros, o déjalo vacío.",
  wrong: "Escribe solo los números negros, por ejemplo 01234.",
  drawing: "Un medidor de agua. Los números negros del recuadro son los que se escriben; los rojos, no.",
  photo: "Si puedes, agrega una foto.",
} as const;

export const storyWords = {
  label: "Con tus palabras",
  hint: "Ayuda saber:",
  prompts: ["Cuántas personas viven ahí.", "Si hubo cortes o arreglos.", "Desde cuándo notas el problema."],
  missing: "Cuéntanos con tus palabras qué pasó.",
} as const;

export const attachmentsStepWords = "Sin archivos, tu reclamo vale igual.";

export const testNames = {
  yes: "Sí, quiero la prueba",
  no: "No",
  unsure: "No sé: explíquenme en la visita",
} as const;

export const testWords = {
  missing: "Elige si quieres la prueba.",
  text: "Se llama contrastación: comparan tu medidor con uno exacto.",
  unticked: "Sin marcar, vale como «no».",
  pays: "Si marca de más, la paga la empresa; si no, la pagas tú, si aceptas su costo.",
} as const;

export const testCostWords = "Acepto pagar la prueba si el medidor no marca de más";

/** What the review says of that box, ticked or not. */
export const testCostAnswers = { yes: "sí", no: "no. Si se hace, no se te cobra" } as const;

export const visitNames = {
  morning: "En la mañana",
  afternoon: "En la tarde",
  any: "A cualquier hora",
} as const satisfies Record<NonNullable<Form["visitPreference"]>, string>;

export const visitWords = {
  missing: "Elige un horario.",
  text: "Revisamos el medidor y los caños de adentro. Debe haber un adulto en casa. Te diremos el día.",
} as const;

export const requestNames = {
  "bill-normal-use": "Que me cobren según mi consumo normal",
  "correct-reading": "Que corrijan la lectura",
  "change-tariff": "Que cambien la tarifa",
  "remove-charge": "Que quiten un cobro",
  "remove-sewer": "Que quiten el desagüe (alcantarillado)",
  "remove-fixed-charge": "Que quiten el cargo fijo",
  "solve-problem": "Que solucionen el problema",
  other: "Otra cosa",
} as const satisfies Record<NonNullable<Form["request"]>, string>;

export const requestMissing = "Elige qué quieres que hagamos.";
