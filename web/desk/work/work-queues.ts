import type { StaffRole } from "../../../shared/domain/work/people.ts";
import type { Queue } from "../../../shared/domain/work/work-list.ts";

/** The work lists of each role, the first one first. */
const ownQueues: Partial<Record<StaffRole, readonly Queue[]>> = {
  analyst: ["admission", "investigation", "elevation"],
  conciliator: ["conciliation"],
  resolver: ["resolution"],
  signer: ["signature", "resolution"],
  clerk: ["notification", "admission", "elevation"],
  billing: ["execution"],
};

/** Every work list, in the order of the procedure. */
export const everyQueue = [
  "admission",
  "investigation",
  "conciliation",
  "resolution",
  "signature",
  "notification",
  "elevation",
  "execution",
  "user",
  "tribunal",
] as const satisfies readonly Queue[];

/**
 * Returns the work lists of these roles, each once: those of the first role first. Returns all lists but `over` for a
 * manager and if none of the roles has lists of its own.
 */
export function queuesFor(roles: readonly StaffRole[]): readonly Queue[] {
  const own = new Set(roles.flatMap((role) => ownQueues[role] ?? []));
  return own.size === 0 || roles.includes("manager") ? everyQueue : [...own];
}
