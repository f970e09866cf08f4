import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import type { OwedAct } from "../../shared/domain/term/company-target.ts";
import { dayAndMonth, shortDay } from "./format.ts";

/** The days of a claim, as the API says them to staff. */
export type DaysOwed = AnswerOf<Routes["listWork"]>["claims"][number]["days"];

const actNames: Readonly<Record<OwedAct, string>> = {
  admit: "admitir u observar",
  visit: "visitar",
  hear: "audiencia",
  decide: "resolver",
  notify: "notificar",
  "forward-queja": "enviar la queja",
};

/** Returns the day of what is lost, and how: «Se pierde el jue 3 dic (silencio)». */
export const lostWords = (day: string): string => `Se pierde el ${shortDay(day)} (silencio)`;

/** Returns the day by which a claim is listed: of what is lost, or else of its term; «—» without one. */
export function dayWords({ lostOn, dueOn }: DaysOwed): string {
  if (lostOn) return lostWords(lostOn);
  return dueOn ? dayAndMonth(dueOn) : "—";
}

/** Returns the utility's own target, which is no term: «Meta: notificar, 30 nov.», or that it passed. */
export const metaWords = ({ act, on, left }: NonNullable<DaysOwed["meta"]>): string =>
  `${left < 0 ? "Meta pasada" : "Meta"}: ${actNames[act]}, ${dayAndMonth(on)}`;
