import type { StaffRole } from "./people.ts";
import { type Queue, queues } from "./work-list.ts";

/** The work lists that each role works on; the desk shows the same ones first (`web/desk/work/work-queues.ts`). */
const ownQueues: Partial<Record<StaffRole, readonly Queue[]>> = {
  analyst: ["admission", "investigation", "elevation"],
  conciliator: ["conciliation"],
  resolver: ["resolution"],
  signer: ["signature", "resolution"],
  clerk: ["notification", "admission", "elevation"],
  billing: ["execution"],
  manager: queues,
};

/** Returns whether a work list is one of those that somebody with these roles works on. A manager works on all. */
export function isOwnQueue(roles: readonly StaffRole[], queue: Queue): boolean {
  return roles.some((role) => ownQueues[role]?.includes(queue));
}
