import type { ClockId } from "../../shared/domain/claim-states.ts";
import type { ClaimView } from "./claim.ts";
import { notDone } from "./claim-late.ts";
import { deadline } from "./deadline.ts";

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
  T19: "Para que la empresa cumpla",
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
  paused: "Detenido hasta que corrijas",
} as const satisfies Record<Exclude<Clock["status"], "lapsed">, string>;

/** A term in two parts: what it is for, and how it stands. `late`: what the company did not do by its end. */
export function clockWords(
  { id, dueDate, daysLeft, status }: Clock,
  late: ClaimView["late"],
): readonly [what: string, stands: string] {
  const one = late.find(({ clock, dueOn }) => clock === id && dueOn !== undefined);
  if (one) return [notDone[one.clock], `vencía el ${deadline(dueDate, daysLeft)}.`];
  if (status === "lapsed") return [clockNames[id], `venció el ${deadline(dueDate, daysLeft)}.`];
  const until = deadline(dueDate, status === "met" ? undefined : daysLeft);
  return [clockNames[id], `hasta el ${until}. ${statusNames[status]}.`];
}

/** Whether a term is the claimant's: those to confirm an e-mail count by the company's days. */
function isTheirs({ id, calendar }: ClaimView["clocks"][number]): boolean {
  return calendar === "USER" || id === "T21";
}

/** «Para visitarte, la empresa tiene hasta el»: whose the term is that ends on a claim's day; nothing where none does. */
export function dueWords({ clocks, next, dueOn, daysLeft = 0, late }: ClaimView): string | undefined {
  const ending = clocks.filter(({ dueDate, status }) => dueDate === dueOn && status !== "met");
  const clock = ending.find((each) => isTheirs(each) === (next === "user")) ?? ending[0];
  if (!clock || late.some(({ dueOn: over }) => over === dueOn)) return undefined;
  const [what = ""] = clockNames[clock.id].split(".");
  const isOver = daysLeft < 0;
  if (isTheirs(clock)) return `${what}, ${isOver ? "tenías" : "tienes"} hasta el`;
  if (clock.id === "T17") return `${what}, ${isOver ? "tenía" : "tiene"} hasta el`;
  return `${what}, la empresa ${isOver ? "tenía" : "tiene"} hasta el`;
}

export const howCounted = "Ver cómo se contó";
