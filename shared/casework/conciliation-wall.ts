import type { CaseEvent } from "../domain/case-events.ts";
import type { Staff, StaffRole } from "../domain/people.ts";

/**
 * What was thought or said to reach an agreement weighs nothing in the decision: who decides or signs does not read it.
 * What was offered and what the acta says is part of the file, and open to all.
 */
const deciding: readonly StaffRole[] = ["resolver", "signer"];

const decides = ({ roles }: Staff): boolean => roles.some((role) => deciding.includes(role));

/** Returns whether the caller may read and write the notes of conciliation: a conciliator who neither decides nor signs. */
export function readsConciliation(caller: Staff): boolean {
  return caller.roles.includes("conciliator") && !decides(caller);
}

/**
 * Returns whether an entry is hidden from the caller. True if the caller decides or signs, and the entry is a work note
 * (`work-noted`) of another member of staff who conciliates.
 */
export function isWalled({ type, by }: CaseEvent, caller: Staff): boolean {
  const isNote = type === "work-noted" && by.kind === "staff" && by.roles.includes("conciliator");
  return isNote && by.sub !== caller.sub && decides(caller);
}
