import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import { visitTime } from "./claim-times.ts";
import { counted, date } from "./format.ts";

export type VisitView = AnswerOf<Routes["showVisit"]>;
type Change = NonNullable<VisitView["change"]>;

const fixedWords = {
  shared: (telephone: string) => `Esta visita sirve para más de un reclamo. Para cambiarla, llámanos al ${telephone}.`,
  "too-late": (telephone: string, until: string) =>
    `Podías cambiarla hasta el ${date(until)}. Si no puedes ese día, llámanos al ${telephone}.`,
  often: (telephone: string) =>
    `Ya la cambiaste las veces que se puede. Si no puedes ese día, llámanos al ${telephone}.`,
} as const satisfies Record<NonNullable<Change["fixed"]>, (telephone: string, until: string) => string>;

/** Returns why the claimant cannot move a visit by themselves, with the telephone to call; undefined if they can. */
export function whyFixed({ fixed, slots, until }: Change, telephone: string): string | undefined {
  if (fixed) return fixedWords[fixed](telephone, until);
  return slots.length === 0
    ? `Ahora no hay otro horario libre antes de tu reunión. Si no puedes ese día, llámanos al ${telephone}.`
    : undefined;
}

/**
 * Returns the slots that a visit can be moved to, in words by the value that is sent: `2026-12-01 08:00` → «martes 1 de
 * diciembre de 2026, entre las 8:00 a. m. y las 10:00 a. m.»
 */
export function slotOptions(slots: Change["slots"]): Readonly<Record<string, string>> {
  return Object.fromEntries(slots.map((slot) => [`${slot.on} ${slot.from}`, visitTime(slot)]));
}

export const visitWords = {
  back: "Volver al reclamo",
  none: "Tu reclamo no tiene una visita por hacer. Si falta una, te avisaremos su día y su hora.",
  when: "Día y hora",
  where: "Lugar",
  who: "Quién va",
  nobodyYet: "Te lo decimos apenas se sepa.",
  askCard: "Pídele su identificación antes de abrir. No cobra nada.",
  late: "Esta visita es después del plazo que teníamos para hacerla.",
  looks: "Qué revisamos",
  inside:
    "Adentro: los caños, los inodoros, las duchas y el tanque. Cerramos todo y vemos si el medidor sigue marcando.",
  outside: "Afuera: el medidor, su lectura, la caja y la conexión.",
  ready: "Qué te pedimos",
  readyItems: (inside: boolean): readonly string[] => [
    "Que una persona mayor de edad nos abra la puerta.",
    ...(inside ? ["Que nos muestre los ambientes donde hay agua."] : []),
    "Que lea el acta antes de firmarla. Puede pedir que se anote lo que no le parece.",
  ],
  absent: (comesAgain: boolean) =>
    comesAgain
      ? "Si no hay nadie, anotamos lo que se ve desde la calle y volvemos una vez más. Si no se deja pasar, decidimos con eso y las demás pruebas."
      : "Si no hay nadie, o no se deja pasar, anotamos lo que se ve desde la calle y decidimos con eso y las demás pruebas.",
  confirm: "Confirmo que habrá alguien",
  confirmed: "Confirmaste que habrá alguien ese día.",
  change: "No puedo ese día: elegir otro",
  choose: "¿Qué día y a qué hora?",
  chooseHint: (until: string, left: number) =>
    `Puedes cambiarla hasta el ${date(until)}, ${counted(left, "vez", "veces")} más.`,
  missing: "Elige un día y un horario.",
  send: "Cambiar la visita",
  moved: "Listo, cambiaste la visita. Te enviamos un mensaje con el día y la hora.",
} as const;

export const meetingWords = {
  none: "Tu reclamo no tiene una reunión por hacer. Si falta una, te avisaremos su día y su hora.",
  ready: "Cómo prepararte",
  readyItems: [
    "Ten a la mano tu recibo y las fotos o papeles que quieras mostrar.",
    "Piensa qué acuerdo te serviría: pagar menos, pagar por partes u otra revisión.",
    "Puedes preguntar todo lo que no entiendas antes de responder.",
  ],
  long: "Dura alrededor de media hora. No podemos cambiar el día porque lo pidas. Si ese día no puedes, elige participar por teléfono o por video, o manda a alguien con un poder para conciliar. Si no llegas, tu reclamo sigue y lo decidimos con lo que hay.",
  begun: (telephone: string) =>
    `Ya es la hora. Si nadie te llama, o no puedes entrar, llámanos hoy mismo al ${telephone}.`,
  past: (when: string, telephone: string) =>
    `Tu reunión era el ${when}, y no figura que se hizo. Llámanos al ${telephone} para saber qué sigue. Tu reclamo no se detiene por eso.`,
  confirm: "Confirmo que participaré",
  confirmed: "Confirmaste que participarás.",
} as const;
