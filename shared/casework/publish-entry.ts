import type { Outbox, Undelivered } from "../storage/outbox.ts";
import type { WorkerQueue } from "../storage/worker-tasks.ts";
import { type CaseQueue, queuesOf } from "./entry-queues.ts";

/** What telling the queues works with. */
export interface PublishDeps {
  readonly outbox: Outbox;
  readonly queues: Readonly<Record<CaseQueue, WorkerQueue>>;
}

/**
 * Tells every queue that must learn of an entry, and only then takes it out of the outbox. Ended in between, it is told
 * again: once in effect, since every worker bears a message twice. What nobody must learn of is only taken out.
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
