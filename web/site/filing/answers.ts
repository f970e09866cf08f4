import type { ClientRequestOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { isSeen } from "../../../shared/domain/seen-text.ts";

/** What was typed so far in the steps of a draft (a claim being written), by field name, as it was typed. */
export type Answers = ClientRequestOf<Routes["saveDraft"]>["body"]["answers"];

/** Whether a draft is about a supply linked to an account. It is then opened and sent with that account only. */
export function isOfAccount(answers: Answers): boolean {
  return textOf(answers, "linkId") !== "";
}

/**
 * Returns the answer `name` if it is text, trimmed. Empty if there is no such answer, it is a list, or nothing of it is
 * seen, as of signs without width: the API refuses such a text.
 */
export function textOf(answers: Answers, name: string): string {
  const value = answers[name];
  return typeof value === "string" && isSeen(value) ? value.trim() : "";
}

/** Returns the texts in the answer `name` if it is a list. Empty if there is no such answer or it is no list. */
export function textsOf(answers: Answers, name: string): readonly string[] {
  const value = answers[name];
  return Array.isArray(value) ? value.flatMap((each) => (typeof each === "string" ? [each] : [])) : [];
}
