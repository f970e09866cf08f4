import type { StaffRole } from "../../../shared/domain/work/people.ts";
import type { Queue } from "../../../shared/domain/work/work-list.ts";

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

/** Returns whether a person with these roles moves the claims of a list on. */
export const moves = (roles: readonly StaffRole[], queue: Queue): boolean =>
  doneBy.some(([one, by]) => one === queue && by.some((role) => roles.includes(role)));

/** Returns the work lists that only other roles than these move on. */
export const uncoveredBy = (roles: readonly StaffRole[]): readonly Queue[] =>
  doneBy.flatMap(([queue, by]) => (by.some((role) => roles.includes(role)) ? [] : [queue]));
