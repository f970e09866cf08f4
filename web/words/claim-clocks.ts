import type { ClockId } from "../../shared/domain/claim-states.ts";
import type { ClaimView } from "./claim.ts";

export const clockNames: Readonly<Record<ClockId, string>> = {
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

export const clockStatusNames = {
  running: "Corre",
  met: "Cumplido",
  lapsed: "Terminó",
  paused: "Detenido hasta que corrijas",
} as const satisfies Record<ClaimView["clocks"][number]["status"], string>;

export const howCounted = "Ver cómo se contó";
