import type { Outbox, Undelivered } from "../../storage/check/outbox.ts";
import { traced } from "../../storage/check/trace.ts";
import type { WorkerQueue } from "../../storage/worker-tasks.ts";
import { type CaseQueue, queuesOf } from "./entry-queues.ts";

export interface PublishDeps {
  readonly outbox: Outbox;
  readonly queues: Readonly<Record<CaseQueue, WorkerQueue>>;
}

/**
 * Publishes an outbox entry to the queues of its workers, and then removes it from the outbox: a submission to
 * `documents` and `notices`, a request for attention to `documents`, an ended link and a contact with a link to
 * `notices`, an entry of a case to those that `queuesOf` returns, maybe none. If the process stops before the removal,
 * it is published again. The messages continue the trace in which the entry was written.
 */
export function publishEntry(deps: PublishDeps, entry: Undelivered): Promise<void> {
  return entry.trace === undefined ? published(deps, entry) : traced(entry.trace, () => published(deps, entry));
}

async function published({ outbox, queues }: PublishDeps, entry: Undelivered): Promise<void> {
  if ("submissionId" in entry) {
    await queues.documents.send({ submissionId: entry.submissionId });
    await queues.notices.send({ submissionId: entry.submissionId });
  } else if ("problemId" in entry) await queues.documents.send({ problemId: entry.problemId });
  else if ("linkId" in entry) await queues.notices.send({ sub: entry.sub, linkId: entry.linkId });
  else if ("contactId" in entry)
    await queues.notices.send({ supplyCode: entry.supplyCode, contactId: entry.contactId });
  else {
    const { claimId, seq, type } = entry;
    for (const queue of queuesOf(type)) await queues[queue].send({ claimId, seq });
  }
  await outbox.settle(entry);
}
