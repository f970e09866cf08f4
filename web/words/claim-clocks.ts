import type { ClockId } from "../../shared/domain/case/claim-states.ts";
import type { ClaimView } from "./claim.ts";
import { deadline } from "./deadline.ts";

/** What the company did not do in time, by the term it missed. */
export const notDone: Readonly<Record<ClaimView["late"][number]["clock"], string>> = {
  T06: "No te visitamos a tiempo",
  T07: "No hicimos la reunión a tiempo",
  T08: "No decidimos tu reclamo a tiempo",
  T09: "No te avisamos la decisión a tiempo",
  T12: "No decidimos tu pedido de revisión a tiempo",
  T13: "No te avisamos a tiempo lo que decidimos en la revisión",
  T16: "No enviamos tu expediente al tribunal de SUNASS a tiempo",
  T19: "No cumplimos a tiempo",
  T20: "Tu queja no avanzó a tiempo",
  T25: "No te enviamos a tiempo la copia de tu reclamo",
};

const clockNames: Readonly<Record<ClockId, string>> = {
  T04: "Para que corrijas lo que falta",
  T05: "Para que agregues algo a tu reclamo",
  T06: "Para visitarte",
  T07: "Para la reunión",
  T08: "Para decidir tu reclamo",
  T09: "Para avisarte la decisión",
  T10: "Para decidir y avisarte, en total. Si se pasa, la ley da tu pedido por aceptado",
  T11: "Para que pidas que revisen la decisión",
  T12: "Para decidir tu pedido de revisión",
  T13: "Para avisarte lo decidido en la revisión",
  T14: "Para decidir y avisarte la revisión, en total. Si se pasa, la ley da tu pedido por aceptado",
  T15: "Para que apeles ante el tribunal de SUNASS",
  T16: "Para enviar tu expediente al tribunal de SUNASS",
  T17: "Para que el tribunal decida y avise",
  T18: "Para ir al Poder Judicial, si quieres",
  T19: "Para cumplir",
  T20: "Para que se atienda tu queja",
  T21: "Para que confirmes que te llegó el correo",
  T22: "Para que abras el aviso en tu casilla",
  T23: "Para que repares la fuga",
  T25: "Para enviarte la copia de tu reclamo",
};

type Clock = Pick<ClaimView["clocks"][number], "id" | "dueDate" | "daysLeft" | "status">;

const statusNames = {
  running: "Corre",
  met: "Cumplido",
  "met-late": "Cumplido tarde",
  paused: "Detenido hasta que corrijas",
} as const satisfies Record<Exclude<Clock["status"], "lapsed">, string>;

/**
 * Returns a term in two parts: what it is for, and how it stands with its last day. If `late` has this term with its
 * last day, the company missed it, and the first part says what the company did not do.
 */
export function clockWords(
  { id, dueDate, daysLeft, status }: Clock,
  late: ClaimView["late"],
): readonly [what: string, stands: string] {
  const one = late.find(({ clock, dueOn }) => clock === id && dueOn !== undefined);
  if (one) return [notDone[one.clock], `vencía el ${deadline(dueDate, daysLeft)}.`];
  if (status === "lapsed") return [clockNames[id], `venció el ${deadline(dueDate, daysLeft)}.`];
  const until = deadline(dueDate, status.startsWith("met") ? undefined : daysLeft);
  return [clockNames[id], `hasta el ${until}. ${statusNames[status]}.`];
}

/** Returns who has until the last day of a term, and for what: «Para visitarte, la empresa tiene hasta el». */
export function termWords({ clock, whose }: NonNullable<ClaimView["dueFor"]>, daysLeft = 0): string {
  const [what = ""] = clockNames[clock].split(".");
  const isOver = daysLeft < 0;
  if (whose === "user") return `${what}, ${isOver ? "tenías" : "tienes"} hasta el`;
  return `${what}, ${whose === "company" ? "la empresa " : ""}${isOver ? "tenía" : "tiene"} hasta el`;
}

/**
 * Returns who has until the claim's next day, `dueOn`, and for what. The caller adds the day. Undefined if no term ends
 * on that day, if each term that does was met, or if the company missed one.
 */
export function dueWords({ dueFor, dueOn, daysLeft, late }: ClaimView): string | undefined {
  return dueFor && late.every(({ dueOn: over }) => over !== dueOn) ? termWords(dueFor, daysLeft) : undefined;
}

export const howCounted = "Ver cómo se contó";
