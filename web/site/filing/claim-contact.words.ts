import type { ClientRequestOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";

type Form = ClientRequestOf<Routes["fileClaim"]>["body"];

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
  standingMissing: "Elige quién eres.",
  power: "¿Qué te deja hacer el poder?",
  powerHint:
    "Marca lo que el poder dice. Agrégalo en foto o PDF antes de enviar, al revisar tu reclamo, en «Archivos». Si no puedes, tráelo a la oficina.",
  /** What the review says of the acts that a power names. */
  powerFor: (acts: readonly string[]) =>
    `El poder ${acts.length > 0 ? `me deja ${acts.join(", ").toLowerCase()}` : "solo me deja presentarlo y seguirlo"}.`,
  heir: "¿El titular falleció? No necesitas poder. Si usas el servicio, elige «Vivo aquí». Si heredaste la casa, elige «Soy el propietario».",
  own: "Aquí van tus datos, no los del titular.",
  givenNames: "Nombres",
  givenNamesMissing: "Escribe los nombres.",
  paternalSurname: "Apellido paterno",
  paternalSurnameMissing: "Escribe el apellido paterno.",
  maternalSurname: "Apellido materno (si tienes)",
  companyName: "Nombre de la empresa, si es de una",
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
  borrowedText: "Los mensajes a este celular no dirán tu nombre, tu suministro ni tu deuda.",
  borrowedMissing: "Dinos si este celular es tuyo.",
  none: "Si no tienes ninguno, te escribimos a tu dirección.",
  telephone: "Celular",
  telephoneHint: "9 dígitos.",
  email: "Correo",
  emailHint: "Por ejemplo nombre@ejemplo.pe.",
  oneMissing: "Deja un celular, un correo o una dirección para avisarte.",
  notice: "¿Aceptas que te notifiquemos la decisión por correo?",
  noticeHint:
    "Si aceptas, el plazo para pedir que la revisen empieza el día hábil siguiente a que confirmes que la recibiste. Si no confirmas a tiempo, te la llevamos a tu dirección.",
  noticeMissing: "Responde si aceptas que te notifiquemos por correo.",
} as const;
