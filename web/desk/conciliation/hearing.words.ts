import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { groupedTelephone } from "../../../shared/domain/counter/telephone.ts";
import { clockOf, dateWithWeekday } from "../../words/format.ts";

type Hearing = NonNullable<AnswerOf<Routes["showCase"]>["hearing"]>;
type Shown = Pick<Hearing, "on" | "at" | "mode" | "telephone" | "link" | "address" | "lacks">;

/** The ways of holding a hearing, as staff call them. */
export const hearingModeNames = {
  telephone: "Por teléfono",
  virtual: "Por videollamada",
  "in-person": "En la oficina",
} as const satisfies Record<Hearing["mode"], string>;

/** What a hearing still lacks. */
export const lackNames = {
  link: "Falta el enlace de la audiencia",
  telephone: "Falta un número al que llamar en la audiencia",
} as const satisfies Record<NonNullable<Hearing["lacks"]>, string>;

/**
 * Returns when and how a hearing is held, and what it lacks, if anything: «martes 1 de diciembre de 2026, a las 10:00
 * a. m. Por teléfono: al 987 654 321.»
 */
export function hearingPlan({ on, at, mode, telephone, link, address, lacks }: Shown): string {
  const when = `${dateWithWeekday(on)}, a ${clockOf(at)}`;
  const where = { telephone: telephone && `al ${groupedTelephone(telephone)}`, virtual: link, "in-person": address }[
    mode
  ];
  const how = [hearingModeNames[mode], where].filter(Boolean).join(": ");
  // No stop after the hour: «a. m.» ends with one.
  return [when, `${how}.`, lacks && `■ ${lackNames[lacks]}.`].filter(Boolean).join(" ");
}
