import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { apiNow } from "../../api-clock.ts";
import { instant } from "../../words/format.ts";

/** Returns what staff may say of a hold that the commercial system has not confirmed: since when and until when. */
export function holdAskedWords({ at, until }: NonNullable<AnswerOf<Routes["showCase"]>["holdAsked"]>): string {
  const must = Date.parse(until) < apiNow() ? "debió" : "debe";
  return `El ${instant(at)} pedimos el bloqueo y todavía no está confirmado: hasta el ${instant(until)} ${must} confirmarlo el sistema comercial.`;
}
