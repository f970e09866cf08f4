import type { CaseEvent, CaseEventType } from "./case-events.ts";

/** What goes to the tribunal is made after one of these: a letter or a copy of before does not serve. */
const opensAppeal: ReadonlySet<CaseEventType> = new Set(["appeal-filed", "recourse-reclassified", "file-elevated"]);

/**
 * Returns how many entries of a case came up to its last appeal: those after them were made for that appeal. What was
 * elevated once opens it anew, since the tribunal may send it back. 0 if there was no appeal.
 */
export function appealedAt(events: readonly CaseEvent[]): number {
  return events.findLastIndex(({ type }) => opensAppeal.has(type)) + 1;
}
