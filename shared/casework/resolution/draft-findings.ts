import type { CaseAt } from "../case/case-at.ts";
import { type LintContext, lintFacts } from "./lint-facts.ts";
import { type DraftFinding, lintResolution } from "./resolution-lint.ts";

/** Returns what is wrong with the saved draft of a case's resolution; empty if nothing is, or if there is no draft. */
export function draftFindings(at: CaseAt, context: LintContext): readonly DraftFinding[] {
  const { draft } = at.file;
  return draft ? lintResolution(draft, lintFacts(at, draft, context)) : [];
}
