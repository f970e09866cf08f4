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
  photo: "La foto del medidor la puedes agregar más adelante.",
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

export const standingNames = {
  holder: "Soy el titular",
  "effective-user": "Vivo aquí y uso el servicio",
  owner: "Soy el propietario",
  representative: "Represento al titular",
} as const satisfies Record<NonNullable<Form["claimant"]["standing"]>["as"], string>;

export const actNames = {
  conciliate: "Llegar a acuerdos",
  withdraw: "Desistir del reclamo",
  collect: "Cobrar devoluciones",
} as const;

export const whoWords = {
  standing: "¿Qué relación tienes con este suministro?",
  standingMissing: "Elige quién eres",
  power: "¿Qué te deja hacer el poder?",
  powerHint: "Marca lo que el poder dice. Agrega el poder, en foto o PDF, en el paso «Agrega fotos o documentos».",
  givenNames: "Nombres",
  givenNamesMissing: "Escribe los nombres.",
  paternalSurname: "Apellido paterno",
  paternalSurnameMissing: "Escribe el apellido paterno.",
  maternalSurname: "Apellido materno (si tienes)",
  companyName: "Nombre de la empresa (si el suministro es de una)",
  kind: "Tipo de documento",
  kindMissing: "Elige el tipo de documento.",
  number: "Número de documento",
  address: "Dirección donde te entregamos los papeles",
  addressMissing: "Escribe la dirección donde te entregamos los papeles.",
} as const;

export const noticeNames = {
  yes: "Sí, acepto que me notifiquen por correo",
  no: "No, tráiganme los papeles a mi dirección",
} as const;

/** Whose mobile it is: messages to a borrowed one say nothing of the person, the supply or a debt. */
export const borrowedNames = {
  no: "Sí, es mío",
  yes: "No, me lo prestaron",
} as const;

export const contactStepWords = {
  borrowed: "¿Este celular es tuyo?",
  borrowedHint: "Si te lo prestaron, los mensajes no dirán tu nombre, tu suministro ni tu deuda.",
  borrowedMissing: "Dinos si este celular es tuyo.",
  none: "¿No tienes celular ni correo? Deja los dos vacíos: te escribimos a la dirección que nos diste.",
  telephone: "Celular",
  telephoneHint: "9 dígitos, por ejemplo 987 654 321.",
  telephoneWrong: "Escribe un celular de 9 dígitos, por ejemplo 987 654 321, o un fijo con su código",
  email: "Correo",
  emailHint: "Por ejemplo nombre@ejemplo.pe.",
  emailWrong: "Escribe un correo como nombre@ejemplo.pe.",
  emailForNotice: "Escribe el correo donde aceptas que te notifiquemos.",
  oneMissing: "Deja un celular, un correo o una dirección para avisarte.",
  notice: "¿Aceptas que te notifiquemos la decisión por correo?",
  noticeHint:
    "Si aceptas, el plazo para pedir que la revisen empieza el día hábil siguiente a que confirmes que la recibiste. Si no confirmas a tiempo, te la llevamos a tu dirección.",
  noticeMissing: "Responde si aceptas que te notifiquemos por correo.",
} as const;
