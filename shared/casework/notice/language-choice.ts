import { type Answer, refused } from "../../contract/refusals.ts";
import { isOver } from "../../domain/case/claim-states.ts";
import { ok } from "../../domain/case/result.ts";
import type { LanguageChoice } from "../../domain/notice/language.ts";
import type { ActWriter } from "../case/act-writer.ts";
import type { CaseAt } from "../case/case-at.ts";
import type { Decision } from "../case/record.ts";
import { recordedToday } from "../work/recorded-today.ts";
import { claimantNow } from "./notice-consent.ts";

/** Changes of one case in a day, more than anybody needs. */
const mostChoices = 10;

/**
 * Returns the decision that records `language-chosen`: in which language the claimant wants to be attended, and whether
 * with an interpreter. It has no entries if neither changes. Refuses `not-now` if the claim is over, or if the case had
 * ten such entries today.
 */
export function languageDecision(
  { by, taken }: ActWriter,
  at: CaseAt,
  { language, interpreter }: LanguageChoice,
): Answer<Decision, "not-now"> {
  if (isOver(at.claim.state)) return refused("not-now", { detail: "Este reclamo ya terminó." });
  const before = claimantNow(at).languageChoice;
  if (before?.language === language && before.interpreter === interpreter) return ok({ entries: [] });
  if (recordedToday(at, "language-chosen") >= mostChoices)
    return refused("not-now", { detail: "Hoy ya se cambió muchas veces. Sigue mañana." });
  const details = { language, interpreter, ...(taken && { taken }) };
  return ok({ entries: [{ type: "language-chosen", effectiveAt: at.now, by, details }] });
}
