import type { ActOnBehalf } from "../case/acts.words.ts";

/** The acts that are taken by telephone whose sentence is the same for everybody. */
type AloudAct = ActOnBehalf | "avisos" | "idioma" | "nuevo-contacto" | "clave" | "seguir" | "pedido-de-contrastacion";

/**
 * What staff read aloud before each act; the forms that are of no act load none of it. Nothing here suggests a
 * withdrawal, an acceptance or a consent.
 */
const actsAloud = {
  subsanacion:
    "«Le leo lo que falta. Dígame qué responde: lo escribo con sus palabras y se lo leo antes de guardarlo.»",
  ampliacion: "«Dígame qué agrega. Lo escribo con sus palabras y se lo leo antes de guardarlo. Sus plazos no cambian.»",
  participacion: "«La reunión puede ser por teléfono, por video o en la oficina. ¿Cómo prefiere, y a qué número?»",
  respuesta:
    "«Le leo la propuesta completa. Puede aceptarla, no aceptarla o pensarlo. Si no la acepta, su reclamo sigue igual.»",
  reconsideracion:
    "«Dígame por qué no está de acuerdo. Se lo leo y, cuando lo confirme, queda presentado con la hora de esta llamada.»",
  apelacion:
    "«Dígame por qué no está de acuerdo. Se lo leo y, cuando lo confirme, queda presentado con la hora de esta llamada.»",
  "prueba-nueva": "«Dígame qué demuestra el documento. Puede enviarlo por la web, por correo o traerlo a la oficina.»",
  desistir:
    "«Usted pidió retirar su reclamo. Si se acepta, la empresa ya no le dará una decisión. Le leo las dos formas de hacerlo.»",
  queja: "«Dígame qué debía hacer la empresa y no hizo. Se lo leo y queda presentado con la hora de esta llamada.»",
  avisos: "«Hoy se le notifica como le leo. Usted elige si cambia, y puede volver a cambiarlo cuando quiera.»",
  "nuevo-contacto":
    "«Dígame su número de documento y lo que cambia. Se lo leo antes de guardarlo. Avisamos también a su contacto de antes.»",
  clave:
    "«Dígame su número de documento. Le leo a dónde va la clave nueva: si ese correo o celular no es suyo, primero lo cambiamos.»",
  idioma: "«¿En qué idioma prefiere que lo atendamos? ¿Necesita un intérprete?»",
  "pedido-de-contrastacion":
    "«Puede pedir que se pruebe su medidor. Le leo quién paga la prueba según el resultado. ¿La pide?»",
  seguir: "«Le leo lo que se anotó. Si lo deshace, su reclamo sigue como antes y sus plazos no cambian. ¿Lo deshace?»",
} satisfies Record<AloudAct, string>;

/**
 * Returns what staff read aloud before an act that a claimant does by telephone. `act` is the act's name in the page's
 * address. Undefined if there is no such text.
 */
export function aloudOf(act: string): string | undefined {
  return Object.entries(actsAloud).find(([name]) => name === act)?.[1];
}
