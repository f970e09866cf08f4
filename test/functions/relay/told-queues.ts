import type { CaseQueue } from "../../../shared/casework/case-deliveries.ts";
import type { CaseTask, CaseWork } from "../../../shared/storage/case-work.ts";

/** Queues that keep what they are sent. */
export interface ToldQueues {
  readonly queues: Record<CaseQueue, CaseWork>;
  readonly told: Readonly<Record<CaseQueue, CaseTask[]>>;
}

export function toldQueues(): ToldQueues {
  const told: Record<CaseQueue, CaseTask[]> = { inspections: [], notices: [], documents: [] };
  const queue = (name: CaseQueue): CaseWork => ({
    send: async (task) => {
      told[name].push(task);
    },
  });
  return {
    told,
    queues: { inspections: queue("inspections"), notices: queue("notices"), documents: queue("documents") },
  };
}
