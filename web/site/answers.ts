import type { ClientRequestOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";

/** What was typed in the steps of a claim so far, by field name, as it was typed. */
export type Answers = ClientRequestOf<Routes["saveDraft"]>["body"]["answers"];

/** Whether a draft is about a supply linked to an account: it is then opened and sent with that account alone. */
export function isOfAccount(answers: Answers): boolean {
  return textOf(answers, "linkId") !== "";
}

/** An answer that is text, trimmed; empty if there is none. */
export function textOf(answers: Answers, name: string): string {
  const value = answers[name];
  return typeof value === "string" ? value.trim() : "";
}

/** An answer that is a list of texts; empty if there is none. */
export function textsOf(answers: Answers, name: string): readonly string[] {
  const value = answers[name];
  return Array.isArray(value) ? value.flatMap((each) => (typeof each === "string" ? [each] : [])) : [];
}
