import { caseWords } from "./case.words.ts";
import type { CaseFile } from "./case-file.ts";

/** Renders how an item of evidence stands. Red is only what is missing now and that nobody let go. */
export function EvidenceStatus({ one }: { readonly one: CaseFile["evidence"][number] }) {
  const { status, dueOn, override } = one;
  if (dueOn !== undefined) return <span class="evidence">{caseWords.evidenceNotDue}</span>;
  if (override) return <span class="evidence">{caseWords.evidenceLetGo}</span>;
  return <span class={`evidence ${status}`}>{caseWords.evidenceStatuses[status]}</span>;
}
