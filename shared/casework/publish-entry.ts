import type { Outbox, Undelivered } from "../storage/outbox.ts";
import type { WorkerQueue } from "../storage/worker-tasks.ts";
import { type CaseQueue, queuesOf } from "./entry-queues.ts";

export interface PublishDeps {
  readonly outbox: Outbox;
  readonly queues: Readonly<Record<CaseQueue, WorkerQueue>>;
}

/**
 * Publishes an outbox entry to its queues and then removes it from the outbox. Cut off in between, it is published again,
 * which is harmless: every worker handles a message twice. An entry of no queue is only removed.
 */
export async function publishEntry({ outbox, queues }: PublishDeps, entry: Undelivered): Promise<void> {
  if ("submissionId" in entry) {
    await queues.documents.send({ submissionId: entry.submissionId });
    await queues.notices.send({ submissionId: entry.submissionId });
  } else if ("problemId" in entry) await queues.documents.send({ problemId: entry.problemId });
  else {
    const { claimId, seq, type } = entry;
    for (const queue of queuesOf(type)) await queues[queue].send({ claimId, seq });
  }
  await outbox.settle(entry);
}
