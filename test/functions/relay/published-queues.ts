import type { CaseQueue } from "../../../shared/casework/case/entry-queues.ts";
import type { WorkerQueue, WorkerTask } from "../../../shared/storage/worker-tasks.ts";

/** Queues that keep what they are sent. */
export interface PublishedQueues {
  readonly queues: Record<CaseQueue, WorkerQueue>;
  readonly published: Readonly<Record<CaseQueue, WorkerTask[]>>;
}

export function publishedQueues(): PublishedQueues {
  const published: Record<CaseQueue, WorkerTask[]> = { inspections: [], notices: [], documents: [] };
  const queue = (name: CaseQueue): WorkerQueue => ({
    send: async (task) => {
      published[name].push(task);
    },
  });
  return {
    published,
    queues: { inspections: queue("inspections"), notices: queue("notices"), documents: queue("documents") },
  };
}
