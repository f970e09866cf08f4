import type { CalendarChange } from "../../../shared/domain/term/calendar-changes.ts";
import type { CalendarId } from "../../../shared/domain/term/legal-calendar.ts";
import { counted, date } from "../../words/format.ts";

interface PreparedDay {
  readonly action: CalendarChange["action"];
  readonly date: string;
  readonly name?: string | undefined;
  readonly scope: readonly CalendarId[];
  readonly source: string;
}

export const reasonNames = {
  decreed: "Día no laborable por decreto: solo ese día",
  "regional-holiday": "Feriado regional: cada año",
  "national-holiday": "Feriado nacional: cada año",
} as const satisfies Record<(CalendarChange & { action: "add" })["reason"], string>;

export const actionNames = {
  add: "Agregar un día que no se cuenta",
  remove: "Quitar un día que no se contaba",
} as const satisfies Record<CalendarChange["action"], string>;

export const scopeNames = {
  both: "Los plazos de la empresa y los del usuario",
  user: "Solo los plazos del usuario",
  company: "Solo los plazos de la empresa",
} as const;

export const scopeOf: Readonly<Record<keyof typeof scopeNames, CalendarId[]>> = {
  both: ["COMPANY", "USER"],
  user: ["USER"],
  company: ["COMPANY"],
};

/** Returns whose terms do not count a day: «empresa y usuario», «usuario» or «empresa». */
export function scopeName(scope: readonly CalendarId[]): string {
  if (scope.length > 1) return "empresa y usuario";
  return scope[0] === "USER" ? "usuario" : "empresa";
}

export const calendarsWords = {
  lede: "Días que no se cuentan en los plazos, además de sábados y domingos.",
  year: "Año",
  show: "Ver ese año",
  notYear: "Escriba un año, de 1992 a 2100.",
  days: (year: number) => `Días de ${year}`,
  dayColumns: {
    day: "Día",
    name: "Nombre",
    scope: "No se cuenta para",
    source: "Norma",
    recorded: "Ingresado",
    remove: "Cambiar",
  },
  empty: "Ese año no tiene días ingresados.",
  remove: "Quitar",
  removeDay: (day: string) => `Quitar el ${date(day)}`,
  prepare: "Preparar un cambio",
  action: "¿Qué quiere hacer?",
  date: "Día",
  reason: "¿Qué clase de día es?",
  name: "Cómo se llama",
  source: "Norma que lo dispone",
  sourceHint: "Por ejemplo: DS 042-2025-PCM.",
  scope: "¿En qué plazos?",
  addToChange: "Poner en el cambio",
  prepared: "El cambio que prepara",
  preparedDay: (change: PreparedDay) =>
    `${change.action === "add" ? `Agregar ${date(change.date)}, ${change.name}` : `Quitar ${date(change.date)}`}: ${scopeName(change.scope)}. ${change.source}`,
  takeOut: (day: string) => `Sacar del cambio el ${date(day)}`,
  takeOutShort: "Sacar",
  missing: {
    date: "Elija el día.",
    name: "Escriba cómo se llama ese día.",
    source: "Escriba la norma que lo dispone.",
  },
  preview: "Ver qué fechas cambian",
  looking: (count: number) => `Revisando los reclamos abiertos: van ${count}.`,
  effect: "Qué fechas cambian",
  looked: (count: number, moved: number) =>
    `${counted(count, "reclamo abierto revisado", "reclamos abiertos revisados")}; ${counted(moved, "cambia alguna fecha", "cambian alguna fecha")}.`,
  noneMoved: "Ningún reclamo abierto cambia de fecha.",
  movedColumns: { code: "Reclamo", term: "Plazo", before: "Antes", after: "Después" },
  kept: (day: string) => `${date(day)} (no se acorta)`,
  appointments: { visit: "Visita", hearing: "Audiencia" },
  noSlot: "sin lugar en el plazo: se avisa a la gerencia",
  lapses: (day: string) => `${date(day)} (vence con el cambio)`,
  why: "Por qué cambia el calendario",
  whyHint: "Se lo decimos a cada reclamante cuya fecha cambia.",
  apply: "Aplicar el cambio",
  applied: (name: string) => `El calendario cambió: versión ${name}`,
  /** `from` ends in the point of «a. m.». */
  appliedText: (from: string) =>
    `Rige desde el ${from} Dentro de una hora cambian las fechas en listas, expedientes y agendas, y se avisa a cada reclamante. Hasta entonces se ven las de antes.`,
  versions: "Versiones del calendario",
  versionColumns: {
    name: "Versión",
    from: "Rige desde",
    by: "Quién",
    why: "Por qué",
    changes: "Qué cambió",
    moves: "Reclamos que cambiaron de fecha",
  },
  seed: "El calendario con que empezó el sistema",
  always: "Siempre",
  notifiedAll: (count: number, at: string) => `${count}; avisados el ${at}`,
  notifying: (count: number) => `${count} hasta ahora; por avisar`,
} as const;
