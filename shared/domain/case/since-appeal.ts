import type { CaseEvent, CaseEventType } from "./case-events.ts";

/** After these an elevation is prepared anew; the last one, because the tribunal may send a claim back. */
const opensAppeal: ReadonlySet<CaseEventType> = new Set(["appeal-filed", "recourse-reclassified", "file-elevated"]);

/**
 * Returns the entries recorded since the last appeal or elevation, without it: what is to be elevated now was made in
 * them. All entries if there was none.
 */
export function sinceAppeal(events: readonly CaseEvent[]): readonly CaseEvent[] {
  return events.slice(events.findLastIndex(({ type }) => opensAppeal.has(type)) + 1);
}
