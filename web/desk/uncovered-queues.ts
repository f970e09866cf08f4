import type { StaffRole } from "../../shared/domain/people.ts";
import type { Queue } from "../../shared/domain/work-list.ts";

/** Who moves the claims of a list on. The other lists also wait for a visit, the customer or the tribunal. */
const doneBy: readonly (readonly [Queue, readonly StaffRole[]])[] = [
  ["admission", ["analyst", "clerk"]],
  ["conciliation", ["conciliator"]],
  ["resolution", ["resolver"]],
  ["signature", ["signer"]],
  ["notification", ["clerk"]],
  ["elevation", ["analyst", "clerk"]],
  ["execution", ["billing"]],
];

/** Returns the work lists that only other roles than these move on. */
export const uncoveredBy = (roles: readonly StaffRole[]): readonly Queue[] =>
  doneBy.flatMap(([queue, by]) => (by.some((role) => roles.includes(role)) ? [] : [queue]));
