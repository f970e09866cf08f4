import { type CaseEvent, entriesOf } from "../case/case-events.ts";

/**
 * Returns the accounts of the staff who worked for an agreement in a case: who made an offer, and who, being a
 * conciliator, wrote a note of work before the hearing was held. Their margin and unsent offer are no entries.
 */
export function conciliatorsIn(events: readonly CaseEvent[]): readonly string[] {
  const held = entriesOf(events, "conciliation-held").at(-1)?.seq ?? 0;
  const subs = events.flatMap(({ type, seq, by }) => {
    if (by.kind !== "staff") return [];
    const isNote = type === "work-noted" && by.roles.includes("conciliator") && seq < held;
    return type === "offer-made" || isNote ? by.sub : [];
  });
  return [...new Set(subs)];
}
